import type { BetterEntry, Doc, Evidence, ListFinding, Marker, Reference, Verdict } from '../../../src/model/index.ts'
import type { ReferencesView } from '../../../src/server/wire.ts'
import { referencesAddress } from '../address.ts'
import { isAlarm, VERDICTS, type VerdictKind } from '../words/verdicts.ts'

/** A marker with what is said of it. `call` is how it is called in words; `verdict` is null where the marker was not judged. */
export interface CheckedMarker {
  readonly as: 'marker'
  readonly id: string
  readonly call: string
  readonly marker: Marker
  readonly verdict: VerdictKind | null
  readonly probability: number | null
  readonly evidence: readonly Evidence[]
  readonly better: BetterEntry | null
}

/** An entry of the list with what is said of it: the markers that print its number, those that need it, and findings, a copy of it among them. `words` leave out the label. */
export interface CheckedEntry {
  readonly as: 'entry'
  readonly id: string
  readonly call: string
  readonly words: string
  readonly reference: Reference
  readonly cited: readonly CheckedMarker[]
  readonly needed: readonly CheckedMarker[]
  readonly findings: readonly ListFinding[]
}

/** A document's references as this room shows them; markers and entries in the order of the text. */
export interface Checking {
  readonly markers: readonly CheckedMarker[]
  readonly entries: readonly CheckedEntry[]
  /** The address of a marker or an entry in this room. */
  readonly address: (id: string) => string
  readonly find: (id: string | null) => CheckedMarker | CheckedEntry | null
  readonly entry: (id: string | null) => CheckedEntry | null
}

/** Puts markers, entries, verdicts and findings together. */
export function checkingOf({ doc, references, markers, judgement }: ReferencesView): Checking {
  const verdicts = new Map(judgement.verdicts.map((v) => [v.marker, v]))
  const numbered = references.every((r) => r.number !== null)
  const checked = [...markers]
    .sort((a, b) => a.span.start - b.span.start)
    .map((marker) => checkedMarker(doc, marker, verdicts.get(marker.id) ?? null, numbered))
  const cited = Map.groupBy(checked, (c) => c.marker.entry)
  const needed = Map.groupBy(checked, (c) => c.better?.entry ?? null)
  const findings = Map.groupBy(judgement.findings, (f) => f.entry)
  const copied = Map.groupBy(
    judgement.findings.filter((f) => f.code === 'entry-duplicate'),
    (f) => f.other,
  )
  const entries = references.map(
    (reference, place): CheckedEntry => ({
      as: 'entry',
      id: reference.id,
      call: `[${reference.number ?? place + 1}]`,
      words: withoutLabel(doc.text.slice(reference.span.start, reference.span.end), reference.number),
      reference,
      cited: cited.get(reference.id) ?? [],
      needed: needed.get(reference.id) ?? [],
      findings: [...(findings.get(reference.id) ?? []), ...(copied.get(reference.id) ?? [])],
    }),
  )
  const byEntry = new Map(entries.map((e) => [e.id, e]))
  const byId = new Map<string, CheckedMarker | CheckedEntry>([...byEntry, ...checked.map((c) => [c.id, c] as const)])
  return {
    markers: checked,
    entries,
    address: (id) => referencesAddress(doc.id, id),
    find: (id) => (id === null ? null : (byId.get(id) ?? null)),
    entry: (id) => (id === null ? null : (byEntry.get(id) ?? null)),
  }
}

function checkedMarker(doc: Doc, marker: Marker, verdict: Verdict | null, numbered: boolean): CheckedMarker {
  const own = verdict !== null && 'evidence' in verdict ? verdict : null
  const words = doc.text.slice(marker.span.start, marker.span.end).replace(/\s+/gu, ' ')
  return {
    as: 'marker',
    id: marker.id,
    call:
      numbered || marker.entry === null
        ? `[${marker.number}]`
        : `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`,
    marker,
    verdict: verdict?.kind ?? null,
    probability: own?.probability ?? null,
    evidence: own?.evidence ?? [],
    better: verdict !== null && 'better' in verdict ? verdict.better : null,
  }
}

const LABEL = /^\s*[[(]?[\d⁰¹²³⁴-⁹]+[\])}.:]*\s*/u

/** How many characters of an entry's words are its label, as "[3] ". */
export const labelLength = (words: string, number: number | null): number =>
  number === null ? 0 : (LABEL.exec(words)?.[0].length ?? 0)

const withoutLabel = (words: string, number: number | null): string =>
  words.slice(labelLength(words, number)).replace(/\s+/gu, ' ').trim()

/** A marker in one line of words, for titles and for those who hear the page. */
export function markerInWords({ call, verdict, better }: CheckedMarker, { entry }: Pick<Checking, 'entry'>): string {
  if (verdict === null) return `marker ${call}, not judged`
  const other = entry(better?.entry ?? null)
  return `marker ${call}, ${VERDICTS[verdict][1]}${other === null ? '' : `; entry ${other.call} fits better`}`
}

/** The markers that a person should look at. */
export const alarmsOf = ({ markers }: Checking): CheckedMarker[] => markers.filter((m) => isAlarm(m.verdict))

/** What leads from one thing to the other: a printed number, or the entry that is needed. */
export interface Link {
  readonly marker: CheckedMarker
  readonly entry: string
  readonly as: 'printed' | 'better'
}

/** The links of a marker to its entries, or of an entry to its markers. */
export function linksOf(shown: CheckedMarker | CheckedEntry | null): Link[] {
  if (shown === null) return []
  const printed = (marker: CheckedMarker): Link[] =>
    marker.marker.entry === null ? [] : [{ marker, entry: marker.marker.entry, as: 'printed' }]
  const better = (marker: CheckedMarker): Link[] =>
    marker.better === null ? [] : [{ marker, entry: marker.better.entry, as: 'better' }]
  return shown.as === 'marker'
    ? [...printed(shown), ...better(shown)]
    : [...shown.cited.flatMap(printed), ...shown.needed.flatMap(better)]
}
