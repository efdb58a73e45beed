import { useEffect, useRef } from 'react'
import { dateInBrief } from '../words/dates.ts'
import { quadOf } from '../words/names.ts'
import type { Entry } from './entries.ts'

interface Props {
  readonly entries: readonly Entry[]
  readonly chosen: Entry | null
  /** The first and last entry that stand in the part of the text that is in view, as indices. */
  readonly inView: readonly [number, number] | null
  readonly onChoose: (entry: Entry) => void
}

/** The entries in the order of the text; it follows the text as that is scrolled, unless one is using it. */
export function EntryList({ entries, chosen, inView, onChoose }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const used = useRef(false)
  const first = inView?.[0] ?? null
  useEffect(() => {
    const box = list.current
    if (box === null || used.current || box.contains(document.activeElement)) return
    const at = chosen === null ? first : entries.indexOf(chosen)
    const item = at === null ? undefined : (box.children[at] as HTMLElement | undefined)
    if (item === undefined) return
    const top = item.offsetTop - box.offsetTop
    const seen = top >= box.scrollTop && top + item.offsetHeight <= box.scrollTop + box.clientHeight
    if (!seen || chosen === null) box.scrollTop = top - box.clientHeight / 4
  }, [first, chosen, entries])
  return (
    <ol
      className="entry-list"
      ref={list}
      onPointerEnter={() => {
        used.current = true
      }}
      onPointerLeave={() => {
        used.current = false
      }}
    >
      {entries.map((entry, i) => (
        <li key={entry.id} data-in-view={(inView !== null && i >= inView[0] && i <= inView[1]) || undefined}>
          <button
            type="button"
            className="entry-item"
            aria-current={entry === chosen ? 'true' : undefined}
            onClick={() => onChoose(entry)}
          >
            <EntryLine entry={entry} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function EntryLine({ entry }: { entry: Entry }) {
  if (entry.kind === 'statement') {
    const voice = entry.record.speakers.at(-1)
    return (
      <>
        <span className="dot statement" aria-hidden="true" />
        <span className="entry-what">
          <b className="type">said by</b> {voice?.text ?? 'somebody not named'}
        </span>
        <span className="entry-words">{entry.record.citation.exact}</span>
      </>
    )
  }
  const { record } = entry
  return (
    <>
      <span className="dot" data-quad={quadOf(record.type)} aria-hidden="true" />
      <span className="entry-what">
        <b className="type">{record.type}</b> <Sides record={record} />
      </span>
      <span className="entry-words">
        {record.when.value !== null && <time>{dateInBrief(record.when)}</time>} {record.citation.exact}
      </span>
    </>
  )
}

const short = (sides: readonly { actor: { name: string; code: string | null } }[]): string =>
  [...new Set(sides.map((side) => side.actor.code ?? side.actor.name))].join(', ')

function Sides({ record }: { record: Extract<Entry, { kind: 'event' }>['record'] }) {
  const actors = short(record.actors) || '?'
  const recipients = short(record.recipients)
  return (
    <>
      {actors}
      {recipients !== '' && <> → {recipients}</>}
    </>
  )
}

/** An entry in one line of words, for titles and for those who hear the page. */
export function entryInWords(entry: Entry): string {
  if (entry.kind === 'statement') return `statement of ${entry.record.speakers.at(-1)?.text ?? 'nobody named'}`
  const { record } = entry
  const recipients = short(record.recipients)
  return `${record.type}, ${short(record.actors) || 'actor not named'}${recipients === '' ? '' : ` to ${recipients}`}`
}
