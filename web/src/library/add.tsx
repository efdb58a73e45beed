import { type FormEvent, useRef, useState } from 'react'
import type { Given } from '../../../src/server/wire.ts'

const ACCEPT = '.txt,.md,.html,.htm,.pdf,.docx,text/plain,text/markdown,text/html,application/pdf'
const FIELDS: readonly (readonly [name: keyof Given & string, label: string, hint: string])[] = [
  ['title', 'Title', 'as printed'],
  ['author', 'Author', 'who speaks in it'],
  ['publisher', 'Publisher', 'agency, ministry, journal'],
  ['date', 'Date', '2024-06-19'],
]

interface Props {
  /** Whether the library is empty: then the panel says what the program is for. */
  readonly first: boolean
  readonly onFiles: (files: readonly File[], given: Given) => Promise<void>
  readonly onText: (text: string, given: Given) => Promise<boolean>
}

/** Adds documents: files by drop or by button, text by paste, with what one knows of them. */
export function AddPanel({ first, onFiles, onText }: Props) {
  const [pasting, setPasting] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section
      className="add"
      data-first={first || undefined}
      aria-label="Add documents"
      onPaste={(event) => {
        if (pasting !== null) return
        const files = [...event.clipboardData.files]
        const text = event.clipboardData.getData('text/plain')
        if (files.length > 0) void onFiles(files, {})
        else if (text.trim() !== '') setPasting(text)
      }}
    >
      {first && (
        <>
          <h2>Add a first document</h2>
          <p>
            An article, a ministry’s statement, an agency report, minutes. Dragoman reads who did what to whom, and
            according to whom, and keeps every entry beside the words it comes from. Nothing leaves this machine.
          </p>
        </>
      )}
      <div className="add-ways">
        <button type="button" className="button strong" onClick={() => picker.current?.click()}>
          Add files
        </button>
        <button
          type="button"
          className="button"
          aria-expanded={pasting !== null}
          onClick={() => setPasting(pasting === null ? '' : null)}
        >
          Paste text
        </button>
        <span className="quiet">or drop files anywhere here: text, Markdown, HTML, PDF, Word</span>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ACCEPT}
          aria-label="Files to add"
          onChange={(event) => {
            void onFiles([...(event.target.files ?? [])], {})
            event.target.value = ''
          }}
        />
      </div>
      {pasting !== null && <PasteForm start={pasting} onText={onText} onClose={() => setPasting(null)} />}
    </section>
  )
}

function PasteForm({ start, onText, onClose }: { start: string; onText: Props['onText']; onClose: () => void }) {
  const [text, setText] = useState(start)
  const [given, setGiven] = useState<Given>({})
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const taken = await onText(text, given)
    setBusy(false)
    if (taken) onClose()
  }
  return (
    <form className="paste" onSubmit={send}>
      <label>
        <span>Text</span>
        <textarea
          className="field"
          rows={9}
          required
          // biome-ignore lint/a11y/noAutofocus: opened by the person to write here
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder="Paste the whole text, with its headings and its list of references."
        />
      </label>
      <div className="paste-facts">
        {FIELDS.map(([name, label, hint]) => (
          <label key={name}>
            <span>{label}</span>
            <input
              className="field"
              name={name}
              placeholder={hint}
              value={given[name] ?? ''}
              {...(name === 'date'
                ? { pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?', title: 'Write 2024, 2024-06 or 2024-06-19' }
                : {})}
              onChange={(event) => setGiven({ ...given, [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <p className="quiet">What you leave empty is looked for in the text; what is not found stays unknown.</p>
      <div className="add-ways">
        <button type="submit" className="button strong" disabled={busy || text.trim() === ''}>
          Read it
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  )
}
