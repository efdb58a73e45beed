import { useRef, useState } from 'react'
import type { Span } from '../../../src/model/index.ts'
import type { NumberChange, ReferencesView, RenumberedCopy } from '../../../src/server/wire.ts'
import { ApiError, answer, server } from '../api.ts'
import { counted } from '../words/names.ts'

/** What an explanation would change, as a diff, and the way to a copy of the file with it. */
export function Renumbering({ view, explanation }: { view: ReferencesView; explanation: number }) {
  const changes = view.changes[explanation] ?? []
  return (
    <>
      <ol className="diff" aria-label="Proposed numbers">
        {changes.map((change) => (
          <Change key={change.span.start} change={change} view={view} />
        ))}
      </ol>
      {view.repairable && <Copy view={view} explanation={explanation} />}
    </>
  )
}

/** How many characters of the text are shown before a change. */
const BEFORE = 56

function Change({ change, view }: { change: NumberChange; view: ReferencesView }) {
  const { text, blocks, language } = view.doc
  const words = before(text, change.span, blocks)
  return (
    <li lang={language}>
      <del>
        <Sign sign="−" heard="now" />
        <span className="diff-words">{words}</span>
        <b>{change.before}</b>
      </del>
      <ins>
        <Sign sign="+" heard="proposed" />
        <span className="diff-words">{words}</span>
        <b>{change.after ?? inWords(change)}</b>
      </ins>
    </li>
  )
}

const Sign = ({ sign, heard }: { sign: string; heard: string }) => (
  <>
    <span className="diff-sign" aria-hidden="true">
      {sign}
    </span>
    <span className="heard">{heard}: </span>
  </>
)

/** What stands before a change in its block, shortened at a space. */
function before(text: string, { start }: Span, blocks: ReferencesView['doc']['blocks']): string {
  const block = blocks.find(({ span }) => span.start <= start && start < span.end)
  const from = Math.max(block?.span.start ?? 0, start - BEFORE)
  const words = text.slice(from, start).replace(/\s+/gu, ' ')
  return from === block?.span.start ? words : `…${words.replace(/^\S*\s/u, ' ')}`
}

/** What to print where it cannot be written for one. */
const inWords = ({ to }: NumberChange): string =>
  to.map((number) => (number === null ? 'no entry is left' : `entry [${number}]`)).join(', ')

type Told =
  | { readonly state: 'idle' | 'busy' }
  | { readonly state: 'needs-file' | 'failed'; readonly message: string }
  | { readonly state: 'done'; readonly copy: RenumberedCopy }

function Copy({ view, explanation }: { view: ReferencesView; explanation: number }) {
  const [told, tell] = useState<Told>({ state: 'idle' })
  const picker = useRef<HTMLInputElement>(null)
  const numbers = new Map(view.markers.map((m) => [m.id, m.number]))
  const ask = async (file: File | null): Promise<void> => {
    tell({ state: 'busy' })
    try {
      const form = { explanation: String(explanation), ...(file === null ? {} : { file }) }
      const copy = await answer(server.api.documents[':id'].renumbered.$post({ param: { id: view.doc.id }, form }))
      save(copy)
      tell({ state: 'done', copy })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      tell({ state: error instanceof ApiError && error.code === 'file-needed' ? 'needs-file' : 'failed', message })
    }
  }
  return (
    <div className="copy">
      <button type="button" className="button strong" disabled={told.state === 'busy'} onClick={() => ask(null)}>
        Download a corrected copy
      </button>
      <p className="quiet">Only the figures of these markers change; the document itself stays as it is.</p>
      <div aria-live="polite">
        {told.state === 'needs-file' && (
          <>
            <p>The record keeps the text and not the file. {told.message}</p>
            <button type="button" className="button" onClick={() => picker.current?.click()}>
              Choose the file
            </button>
          </>
        )}
        {told.state === 'failed' && <p className="trouble">{told.message}</p>}
        {told.state === 'done' && (
          <>
            <p>
              {told.copy.name}: {counted(told.copy.changed, 'number')} changed.
            </p>
            <ul className="claims">
              {told.copy.left.map(({ marker, why }) => (
                <li key={marker}>
                  [{numbers.get(marker)}] stays as it is: {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="The file that was read"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) ask(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** Hands a copy to the browser as a download. */
function save({ name, mediaType, base64 }: RenumberedCopy): void {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
