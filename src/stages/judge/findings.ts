import type { Doc, ListFinding, Marker, Reference, Renumbering, Verdict } from '../../model/index.ts'
import type { Twins } from './works.ts'

/** How an entry is called in a message. */
export const called = (r: Reference): string =>
  r.number === null ? `“${(r.fields.title?.value ?? 'an entry without a title').slice(0, 60)}”` : `[${r.number}]`

const nothing = { entry: null, other: null, marker: null }

/** What findings are drawn from. `renumbering` is that of the likeliest explanation. */
interface Found {
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  readonly verdicts: readonly Verdict[]
  readonly renumbering: readonly Renumbering[]
  readonly twins: readonly Twins[]
}

/** What is wrong with the list besides single markers, in the order of the text. */
export function findingsOf(doc: Doc, found: Found): ListFinding[] {
  const { references, markers, verdicts, twins } = found
  return [
    ...doubled(references, twins),
    ...neverCited(found),
    ...older(references, verdicts, markers),
    ...outOfOrder(references),
    ...unreferenced(doc, references, markers),
  ].sort((a, b) => a.span.start - b.span.start)
}

const doubled = (references: readonly Reference[], twins: readonly Twins[]): ListFinding[] =>
  twins.map(({ first, second, why }) => ({
    ...nothing,
    code: 'entry-duplicate',
    span: references[second]!.span,
    entry: references[second]!.id,
    other: references[first]!.id,
    message: `entry ${called(references[second]!)} is entry ${called(references[first]!)} again (${why})`,
  }))

/** Entries without a marker, as the numbers are printed or once they are mended. The other copy of a work that is cited is told as a duplicate. */
function neverCited({ references, markers, verdicts, renumbering, twins }: Found): ListFinding[] {
  if (markers.length === 0) return []
  const printed = new Set(markers.map((m) => m.entry))
  const mended = mendedEntries({ references, markers, verdicts, renumbering })
  const copies = new Map(twins.flatMap(({ first, second }) => [[first, second] as const, [second, first] as const]))
  return references.flatMap((r, place) => {
    const [now, then] = [printed.has(r.id), mended.has(r.id)]
    const other = references[copies.get(place) ?? -1] ?? null
    if ((now && then) || (now && other !== null && mended.has(other.id))) return []
    const copy = other !== null && printed.has(other.id) ? `; its copy ${called(other)} is cited` : ''
    const message = now
      ? `no claim needs entry ${called(r)} once the numbers are mended`
      : `no marker points to entry ${called(r)}${then ? ', but one does once the numbers are mended' : copy}`
    const code = 'entry-never-cited' as const
    return [{ ...nothing, code, span: r.span, entry: r.id, other: other?.id ?? null, message }]
  })
}

/** The entries that markers mean when every number is mended as its verdict, else the likeliest explanation, says. */
function mendedEntries({ references, markers, verdicts, renumbering }: Omit<Found, 'twins'>): Set<string | null> {
  const numbers = new Map(references.map((r, place) => [r.number ?? place + 1, r.id]))
  const to = new Map(renumbering.map((r) => [r.marker, r.to === null ? null : (numbers.get(r.to) ?? null)]))
  const byMarker = new Map(verdicts.map((v) => [v.marker, v]))
  return new Set(
    markers.map((m) => {
      const verdict = byMarker.get(m.id)
      if (verdict !== undefined && 'better' in verdict && verdict.better !== null) return verdict.better.entry
      return to.has(m.id) ? to.get(m.id)! : verdict?.kind === 'does-not-fit' ? null : m.entry
    }),
  )
}

/** Entries that a marker fits but for their date: published before what they are to prove. */
function older(
  references: readonly Reference[],
  verdicts: readonly Verdict[],
  markers: readonly Marker[],
): ListFinding[] {
  const entries = new Map(references.map((r) => [r.id, r]))
  const places = new Map(markers.map((m) => [m.id, m]))
  return verdicts.flatMap((v) => {
    if (v.kind !== 'fits' && v.kind !== 'undecided') return []
    const against = v.evidence.find((e) => e.kind === 'date' && e.side === 'against' && e.claim !== null)
    if (against === undefined) return []
    const marker = places.get(v.marker)!
    return [
      {
        code: 'entry-older-than-claim' as const,
        span: marker.span,
        entry: v.entry,
        other: null,
        marker: v.marker,
        message: `entry ${called(entries.get(v.entry)!)} was ${against.why}`,
      },
    ]
  })
}

/** The least share of neighbours in order by which a list counts as one in order, and the least length for which that says something. */
const IN_ORDER = 0.9
const LEAST = 10

/** Printed numbers that go down; in a list by the alphabet the entries that break it. */
function outOfOrder(references: readonly Reference[]): ListFinding[] {
  const numbered = references.every((r) => r.number !== null)
  const keys = references.map((r) =>
    (r.fields.author[0]?.value ?? r.fields.title?.value ?? '')
      .toLocaleLowerCase('en')
      .replace(/^[^\p{L}\p{N}]+|^(?:the|a|an)\s/gu, ''),
  )
  const down = references.flatMap((_, i) => (i > 0 && breaks(references, keys, numbered, i) ? [i] : []))
  if (!numbered && (references.length < LEAST || down.length > (1 - IN_ORDER) * references.length)) return []
  return down.map((i) => ({
    ...nothing,
    code: 'entry-out-of-order' as const,
    span: references[i]!.span,
    entry: references[i]!.id,
    other: references[i - 1]!.id,
    message: `entry ${called(references[i]!)} comes after ${called(references[i - 1]!)}, against the order of the list`,
  }))
}

const breaks = (references: readonly Reference[], keys: readonly string[], numbered: boolean, i: number): boolean =>
  numbered
    ? references[i]!.number! < references[i - 1]!.number!
    : keys[i] !== '' && keys[i - 1] !== '' && keys[i]!.localeCompare(keys[i - 1]!, 'en') < 0

/** A quotation of this many words, or a measured figure, asks for a reference where the document gives them. */
const QUOTATION = /[“"«]((?:[^“”"«»]|“[^”]*”){30,600})[”"»]/gu
const FIGURE =
  /\b\d[\d,.]*\s?(?:per cent|percent|%|million|billion|tonnes|tons|dollars|euros|people|troops|soldiers|casualties)/giu
/** How many claims of a kind must carry a reference before one without is told. */
const USUAL = 0.7
const FEWEST = 4

/** Quotations and figures without a marker in their paragraph, where most others of their kind have one. */
function unreferenced(doc: Doc, references: readonly Reference[], markers: readonly Marker[]): ListFinding[] {
  if (markers.length === 0) return []
  const listed = (start: number): boolean => references.some((r) => r.span.start <= start && start < r.span.end)
  const blocks = doc.blocks.filter((b) => b.kind !== 'heading' && b.kind !== 'reference-list' && !listed(b.span.start))
  return [
    { pattern: QUOTATION, what: 'a quotation' },
    { pattern: FIGURE, what: 'a figure' },
  ].flatMap(({ pattern, what }) => {
    const found = blocks.flatMap((b, i) => {
      const [text, next] = [doc.text.slice(b.span.start, b.span.end), blocks[i + 1]]
      const borne =
        markers.some((m) => m.span.start >= b.span.start && m.span.start <= (next?.span.start ?? b.span.end) + 3) ||
        markers.some((m) => m.claim.start < b.span.end && b.span.start < m.claim.end)
      return [...text.matchAll(pattern)].map((m) => ({
        span: { start: b.span.start + m.index, end: b.span.start + m.index + m[0].length },
        borne,
      }))
    })
    const bare = found.filter((f) => !f.borne)
    if (found.length - bare.length < FEWEST || bare.length > (1 - USUAL) * found.length) return []
    return bare.map(({ span }) => ({
      ...nothing,
      code: 'claim-without-reference' as const,
      span,
      message: `${what} without a reference, where most others here have one`,
    }))
  })
}
