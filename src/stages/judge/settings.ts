import type { Marker, Span } from '../../model/index.ts'
import type { Prose } from './prose.ts'
import { CLOSE } from './weights.ts'

/** A trait where it stands closest to a marker; `close` is 1 in the claim and falls off with the distance. */
export interface Near {
  readonly close: number
  readonly span: Span
}

/** What stands around one marker: every trait by its key. */
export interface Setting {
  readonly marker: Marker
  readonly near: ReadonlyMap<string, Near>
  /** The dates in the claim itself, each as fine as it is known. */
  readonly dates: readonly { readonly value: string; readonly span: Span }[]
}

/** A stretch around a marker and how close it counts. */
interface Zone {
  readonly span: Span
  readonly close: number
}

/** The furthest that the setting of a marker reaches back over blocks without a marker, in code units. */
const FURTHEST = 5000

/** The settings of all markers, in their order. `speakers` gives the stretches that name who says what stands in a claim, `isFuture` tells words of what is to come. */
export function settingsOf(
  prose: Prose,
  markers: readonly Marker[],
  speakers: (claim: Span) => readonly Span[] = () => [],
  isFuture: (word: string) => boolean = () => false,
): Setting[] {
  const blockOf = (at: number): number => prose.blocks.findIndex((b) => b.span.start <= at && at < b.span.end)
  const places = markers.map((m) => blockOf(m.span.start))
  return markers.map((marker, i) => {
    const before = markers
      .slice(0, i)
      .findLastIndex((m) => m.claim.start !== marker.claim.start || m.claim.end !== marker.claim.end)
    const after = markers.find((m) => m.span.start >= marker.span.end)
    const zones = zonesOf(prose, marker, places[i]!, before < 0 ? null : markers[before]!, after ?? null)
    const said = speakers(marker.claim).map((span): Zone => ({ span, close: CLOSE.speaker }))
    return { marker, near: nearest(prose, [...zones, ...said]), dates: pastDates(prose, marker.claim, isFuture) }
  })
}

function zonesOf(prose: Prose, marker: Marker, place: number, before: Marker | null, after: Marker | null): Zone[] {
  const block = prose.blocks[place]
  const zones: Zone[] = [{ span: marker.claim, close: CLOSE.claim }]
  if (block === undefined) return zones
  zones.push({
    span: {
      start: marker.span.end,
      end: sentenceEnd(prose.text, marker.span.end, Math.min(block.span.end, after?.span.start ?? block.span.end)),
    },
    close: CLOSE.sentence,
  })
  if (before !== null && before.span.start >= block.span.start) {
    zones.push({ span: { start: before.span.end, end: marker.span.start }, close: CLOSE.sentence })
    zones.push({ span: { start: block.span.start, end: before.span.end }, close: CLOSE.behind })
    return zones
  }
  zones.push({ span: { start: block.span.start, end: marker.span.start }, close: CLOSE.sentence })
  return [...zones, ...earlier(prose, place, before)]
}

/** Blocks before, back to the marker before, a heading, or too far. */
function earlier(prose: Prose, place: number, before: Marker | null): Zone[] {
  const zones: Zone[] = []
  const from = prose.blocks[place]!.span.start
  for (let i = place - 1; i >= 0; i--) {
    const { kind, span } = prose.blocks[i]!
    const distance = from - span.end
    if (distance > FURTHEST) break
    if (kind === 'heading') {
      zones.push({ span, close: CLOSE.heading })
      break
    }
    const close = Math.max(CLOSE.far, CLOSE.earlier * (1 - distance / CLOSE.reach))
    const start = before === null ? span.start : Math.max(span.start, Math.min(span.end, before.span.end))
    zones.push({ span: { start, end: span.end }, close })
    if (before !== null && before.span.start >= span.start) {
      if (distance < 200) zones.push({ span: { start: span.start, end: before.span.end }, close: CLOSE.far })
      break
    }
  }
  return zones
}

function sentenceEnd(text: string, from: number, limit: number): number {
  const rest = text.slice(from, limit)
  if (
    /^\s*(?:[.!?]|$)/u.test(rest) ||
    /[.!?…][”"’»)\s]*$/u.test(text.slice(Math.max(0, from - 12), from).replace(/\[[^\]]*\]|[\d⁰¹²³⁴-⁹]+/gu, ''))
  )
    return from
  const stop = /[.!?][”"’»)]?(?:\s|$)/u.exec(rest)
  return stop === null ? limit : from + stop.index + 1
}

/** The dates of a claim that it does not look ahead to: "will open on 9 January" proves nothing of when its source was written. */
function pastDates(prose: Prose, claim: Span, isFuture: (word: string) => boolean): Setting['dates'] {
  return datesWithin(prose, claim).filter(({ span }) => {
    const before =
      prose.text
        .slice(claim.start, span.start)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? []
    return !before.some(isFuture)
  })
}

/** The finest value of each date in a stretch; a day without its year is none. */
function datesWithin(prose: Prose, within: Span): { value: string; span: Span }[] {
  const finest = new Map<number, { value: string; span: Span }>()
  for (const block of prose.blocks)
    for (const { key, span } of block.span.end <= within.start || within.end <= block.span.start ? [] : block.traits) {
      if (span.start < within.start || span.end > within.end || !/^[dmy]:/u.test(key)) continue
      if (key.length - 2 > (finest.get(span.start)?.value.length ?? 0))
        finest.set(span.start, { value: key.slice(2), span })
    }
  return [...finest.values()]
}

/** Every trait in the zones where it counts closest. */
function nearest(prose: Prose, zones: readonly Zone[]): Map<string, Near> {
  const near = new Map<string, Near>()
  for (const { span, close } of zones)
    for (const block of prose.blocks) {
      if (block.span.end <= span.start || span.end <= block.span.start) continue
      for (const trait of block.traits) {
        if (trait.span.start < span.start || trait.span.end > span.end) continue
        if ((near.get(trait.key)?.close ?? 0) < close) near.set(trait.key, { close, span: trait.span })
      }
    }
  return near
}
