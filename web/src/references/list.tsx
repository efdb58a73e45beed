import { type Ref, useMemo } from 'react'
import type { Evidence, Span } from '../../../src/model/index.ts'
import { type Mark, segmentsOf } from '../reading/segments.ts'
import { VERDICTS } from '../words/verdicts.ts'
import {
  type CheckedEntry,
  type CheckedMarker,
  type Checking,
  type Link,
  labelLength,
  markerInWords,
} from './checking.ts'

interface Props {
  readonly text: string
  readonly checking: Checking
  readonly chosen: CheckedMarker | CheckedEntry | null
  /** What leads to the entries at the moment. */
  readonly links: readonly Link[]
  readonly box: Ref<HTMLOListElement>
  readonly onChoose: (chosen: CheckedMarker | CheckedEntry) => void
  readonly onLook: (entry: CheckedEntry | null) => void
}

/** The document's list, each entry with the markers that print its number and those that need it. */
export function EntryColumn({ text, checking, chosen, links, box, onChoose, onLook }: Props) {
  const marked = chosen?.as === 'marker' ? chosen : null
  return (
    <ol className="entry-list checked-list" ref={box}>
      {checking.entries.map((entry) => (
        <li
          key={entry.id}
          className="checked-entry"
          data-entry={entry.id}
          data-linked={links.find((link) => link.entry === entry.id)?.as}
          data-chosen={chosen === entry || undefined}
          onPointerEnter={() => onLook(entry)}
          onPointerLeave={() => onLook(null)}
        >
          <button
            type="button"
            className="checked-words"
            aria-current={chosen === entry ? 'true' : undefined}
            onClick={() => onChoose(entry)}
            onFocus={() => onLook(entry)}
            onBlur={() => onLook(null)}
          >
            <b className="checked-number">{entry.call}</b>{' '}
            <span lang={entry.reference.language} dir="auto">
              <EntryWords text={text} entry={entry} evidence={evidenceOf(marked, entry)} />
            </span>
          </button>
          <LinkName links={links} entry={entry} />
          <Uses entry={entry} checking={checking} onChoose={onChoose} />
        </li>
      ))}
    </ol>
  )
}

const LINKS = { printed: 'printed here', better: 'fits better' } as const

/** In words how the looked-at marker and an entry hang together. */
function LinkName({ links, entry }: { links: readonly Link[]; entry: CheckedEntry }) {
  const link = links.find((l) => l.entry === entry.id)
  if (link === undefined || new Set(links.map((l) => l.marker)).size > 1) return null
  return (
    <p className="link-name" data-as={link.as}>
      {LINKS[link.as]}: {link.marker.call}
    </p>
  )
}

const none: readonly Evidence[] = []

/** What speaks for and against an entry with the chosen marker. */
function evidenceOf(marker: CheckedMarker | null, entry: CheckedEntry): readonly Evidence[] {
  if (marker?.better?.entry === entry.id) return marker.better.evidence
  return marker?.marker.entry === entry.id ? marker.evidence : none
}

/** An entry's words with the stretches of evidence marked in them. */
export function EntryWords(props: { text: string; entry: CheckedEntry; evidence: readonly Evidence[] }) {
  const { text, entry, evidence } = props
  const { span, number } = entry.reference
  return useMemo(() => {
    const within: Span = { start: span.start + labelLength(text.slice(span.start, span.end), number), end: span.end }
    const marks = evidence.flatMap((e): Mark<Evidence['side']>[] =>
      e.entry === null ? [] : [{ span: e.entry, of: e.side }],
    )
    return segmentsOf(within, marks).map(({ start, end, marks: over }) => {
      const words = text.slice(start, end)
      const side = over[0]?.of
      return side === undefined ? (
        words
      ) : (
        <span key={start} className={`evidence-${side}`}>
          {words}
        </span>
      )
    })
  }, [text, span, number, evidence])
}

interface UsesProps {
  readonly entry: CheckedEntry
  readonly checking: Checking
  readonly onChoose: (marker: CheckedMarker) => void
}

function Uses({ entry, checking, onChoose }: UsesProps) {
  const told = new Set(entry.findings.map((f) => f.code))
  return (
    <div className="uses">
      {entry.cited.length > 0 && (
        <p>
          cited at <MarkerChips markers={entry.cited} checking={checking} onChoose={onChoose} />
        </p>
      )}
      {entry.needed.length > 0 && (
        <p>
          needed at <MarkerChips markers={entry.needed} checking={checking} onChoose={onChoose} />
        </p>
      )}
      {told.has('entry-duplicate') && <p className="told">stands here twice</p>}
      {told.has('entry-out-of-order') && <p className="told">out of order</p>}
      {entry.cited.length === 0 && <p className={entry.needed.length === 0 ? 'told' : 'quiet'}>never cited</p>}
    </div>
  )
}

/** Markers as small buttons with their verdicts. */
export function MarkerChips(props: {
  markers: readonly CheckedMarker[]
  checking: Checking
  onChoose: (marker: CheckedMarker) => void
}) {
  return props.markers.map((marker) => {
    const name = markerInWords(marker, props.checking)
    return (
      <button
        key={marker.id}
        type="button"
        className="check chip"
        data-verdict={marker.verdict ?? undefined}
        aria-label={name}
        title={name}
        onClick={() => props.onChoose(marker)}
      >
        {marker.call}
        {marker.verdict !== null && (
          <span className="check-sign" aria-hidden="true">
            {VERDICTS[marker.verdict][0]}
          </span>
        )}
      </button>
    )
  })
}
