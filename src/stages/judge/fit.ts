import type { Evidence, EvidenceKind, Span } from '../../model/index.ts'
import { compareInTime, precisionOf } from '../../text/index.ts'
import type { EntryTrait, EntryTraits } from './entries.ts'
import type { Near, Setting } from './settings.ts'
import { CLOSE, DATES, SUM } from './weights.ts'

/** How often traits stand around the markers of each printed number: what is common tells little. */
export interface Background {
  readonly numbers: number
  /** Sum over the numbers of how close the trait comes to one of their markers. */
  readonly total: ReadonlyMap<string, number>
  /** The same for one number: what its markers themselves add to the sum. */
  readonly own: ReadonlyMap<number, ReadonlyMap<string, number>>
}

export function backgroundOf(settings: readonly Setting[]): Background {
  const own = new Map<number, Map<string, number>>()
  for (const { marker, near } of settings) {
    const map = own.get(marker.number) ?? new Map<string, number>()
    own.set(marker.number, map)
    for (const [key, { close }] of near) map.set(key, Math.max(map.get(key) ?? 0, close))
  }
  const total = new Map<string, number>()
  for (const map of own.values()) for (const [key, close] of map) total.set(key, (total.get(key) ?? 0) + close)
  return { numbers: own.size, total, own }
}

/** An entry with those of its traits alone that the text has anywhere: the others tell nothing, and are most. */
export const seen = (entry: EntryTraits, { total }: Background): EntryTraits => ({
  ...entry,
  traits: entry.traits.filter((t) => total.has(t.key)),
})

/** A piece of evidence before it is told: the trait and where the setting shows it (null: nowhere, though the text has it elsewhere). */
interface Piece {
  readonly trait: EntryTrait
  readonly near: Near | null
  readonly weight: number
}

/**
 * The natural logarithm of how much likelier the setting is if the entry is the one meant than if it is any other: by each group of traits the
 * strongest that both share, and against it names and days of the entry that the text has elsewhere but not here.
 */
export function fitOf(setting: Setting, entry: EntryTraits, background: Background): number {
  return summed(piecesOf(setting, entry, background).map((p) => p.weight)) + (datesAgainst(setting, entry)?.weight ?? 0)
}

/** The evidence behind `fitOf`, the strongest first. Words of the entry that stand together ("Anna Maria Keller") are told together. */
export function evidenceOf(text: string, setting: Setting, entry: EntryTraits, background: Background): Evidence[] {
  const told = joined(text, piecesOf(setting, entry, background)).map((p) => tell(text, p))
  const dates = datesAgainst(setting, entry)
  return [...told, ...(dates === null ? [] : [dates])]
    .filter((e) => Math.abs(e.weight) >= LEAST)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST)
}

/** The most pieces of evidence that one verdict shows, and the least that one must weigh. */
const MOST = 8
const LEAST = 0.15

/** A piece as it is told: where it stands in the entry and, if it does, at the claim. */
interface Telling {
  readonly kind: EvidenceKind
  readonly weight: number
  readonly entry: Span
  readonly near: Near | null
}

/** Pieces of one sort that touch in the entry, and at the claim where they stand there, as one. */
function joined(text: string, pieces: readonly Piece[]): Telling[] {
  const out: Telling[] = []
  const sorted = [...pieces].sort(
    (a, b) => a.trait.span.start - b.trait.span.start || b.trait.span.end - a.trait.span.end,
  )
  for (const { trait, near, weight } of sorted) {
    const before = out.at(-1)
    const next: Telling = { kind: trait.kind, weight, entry: trait.span, near }
    if (before !== undefined && touches(text, before, next)) out[out.length - 1] = together(before, next)
    else out.push(next)
  }
  return out
}

const gap = (text: string, a: Span, b: Span): boolean =>
  b.start <= a.end || /^[\s,.]{0,2}$/u.test(text.slice(a.end, b.start))

function touches(text: string, a: Telling, b: Telling): boolean {
  if (a.weight > 0 !== b.weight > 0 || !gap(text, a.entry, b.entry)) return false
  if (a.near === null || b.near === null) return a.near === b.near
  return a.near.close === b.near.close && a.near.span.start <= b.near.span.start && gap(text, a.near.span, b.near.span)
}

const together = (a: Telling, b: Telling): Telling => ({
  kind: Math.abs(a.weight) >= Math.abs(b.weight) ? a.kind : b.kind,
  weight: Math.abs(a.weight) >= Math.abs(b.weight) ? a.weight : b.weight,
  entry: { start: a.entry.start, end: Math.max(a.entry.end, b.entry.end) },
  near:
    a.near === null || b.near === null
      ? null
      : { close: a.near.close, span: { start: a.near.span.start, end: Math.max(a.near.span.end, b.near.span.end) } },
})

/** What is for and what is against, each further piece less. */
function summed(weights: readonly number[]): number {
  const sum = (part: readonly number[]): number =>
    [...part].sort((a, b) => Math.abs(b) - Math.abs(a)).reduce((total, w, i) => total + w * SUM.further ** i, 0)
  return SUM.scale * (sum(weights.filter((w) => w > 0)) + sum(weights.filter((w) => w < 0)))
}

/** By groups of traits that say the same the piece that tells most: what is shared, unless that is little beside what is absent. */
function piecesOf(setting: Setting, entry: EntryTraits, background: Background): Piece[] {
  const best = new Map<string, Piece>()
  for (const trait of entry.traits) {
    const piece = pieceOf(setting, trait, background)
    if (piece !== null && telling(piece) > telling(best.get(trait.group) ?? null)) best.set(trait.group, piece)
  }
  return [...best.values()]
}

/** How much a piece tells; what is shared three times as much as what is absent. */
const telling = (piece: Piece | null): number =>
  piece === null ? 0 : piece.weight > 0 ? 3 * piece.weight : -piece.weight

/** How much of a trait must stand at other numbers before its absence here tells. */
const ELSEWHERE = 0.7

function pieceOf({ marker, near }: Setting, trait: EntryTrait, { numbers, total, own }: Background): Piece | null {
  const here = near.get(trait.key)
  const elsewhere = (total.get(trait.key) ?? 0) - (own.get(marker.number)?.get(trait.key) ?? 0)
  const base = Math.min(0.95, (elsewhere + 0.5) / (numbers + 0.5))
  if (here !== undefined) {
    const ratio = (trait.shown + (1 - trait.shown) * base) / base
    return { trait, near: here, weight: here.close * Math.log(ratio) }
  }
  if (elsewhere < ELSEWHERE || own.get(marker.number)?.has(trait.key) || !ABSENT.has(trait.key[0]!)) return null
  const absent = PLAIN.has(trait.kind) ? SUM.absentWord : SUM.absentName
  return { trait, near: null, weight: absent * Math.log(1 - trait.shown) }
}

/** Kinds of traits that are common words. */
const PLAIN = new Set<EvidenceKind>(['title-words', 'outlet', 'address', 'body'])

/** Kinds of keys whose absence tells: words, actors and days. */
const ABSENT = new Set(['w', 'c', 'a', 'd'])

/** How long before something happens it is reported, in milliseconds: what is announced on Friday for Monday. */
const AHEAD = 7 * 86_400_000

/** The claim's own dates against the entry's: a work cannot prove what happened after it was published. */
function datesAgainst(setting: Setting, { issued, issuedSpan }: EntryTraits): Evidence | null {
  if (issued === null) return null
  const dates = setting.dates.filter((d) => compareInTime(issued, d.value) < 0)
  if (dates.length === 0 || dates.length < setting.dates.length) return null
  const [first] = dates
  const days = [issued, first!.value].every((value) => precisionOf(value) === 'day')
  if (days && Date.parse(first!.value) - Date.parse(issued) <= AHEAD) return null
  const weight = days ? DATES.olderDay : precisionOf(issued) === 'year' ? DATES.olderYear : DATES.older
  return {
    kind: 'date',
    side: 'against',
    weight,
    claim: first!.span,
    entry: issuedSpan,
    why: `published ${issued}, before ${first!.value}, which the claim tells of`,
  }
}

function tell(text: string, { kind, near, weight, entry }: Telling): Evidence {
  const words = flat(text.slice(entry.start, entry.end))
  if (near === null)
    return { kind, weight, entry, side: 'against', claim: null, why: `the text has “${words}” elsewhere, and not here` }
  const here = flat(text.slice(near.span.start, near.span.end))
  const where = near.close === 1 ? 'in the claim' : near.close === CLOSE.speaker ? 'as the speaker' : 'near the claim'
  const why = here === words ? `“${words}” stands ${where}` : `“${words}” of the entry and “${here}” ${where}`
  return { kind, weight, entry, side: weight > 0 ? 'for' : 'against', claim: near.span, why }
}

const flat = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ')
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`
}
