import type { Span } from '../../../src/model/index.ts'

/** A stretch to be drawn over the text, with what it belongs to. */
export interface Mark<T> {
  readonly span: Span
  readonly of: T
}

/** A piece of text over which nothing changes; `marks` are all that cover it, the shortest first. */
export interface Segment<T> {
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark<T>[]
}

/** Cuts a stretch of text wherever a mark begins or ends, so that marks may overlap and nest in any way. */
export function segmentsOf<T>(within: Span, marks: readonly Mark<T>[]): Segment<T>[] {
  const inside = marks.filter(({ span }) => span.start < within.end && span.end > within.start && span.end > span.start)
  const cuts = new Set([within.start, within.end])
  for (const { span } of inside) {
    cuts.add(Math.max(span.start, within.start))
    cuts.add(Math.min(span.end, within.end))
  }
  const at = [...cuts].sort((a, b) => a - b)
  const opening = [...inside].sort((a, b) => a.span.start - b.span.start)
  const segments: Segment<T>[] = []
  let open: Mark<T>[] = []
  let next = 0
  for (let i = 0; i + 1 < at.length; i++) {
    const [start, end] = [at[i]!, at[i + 1]!]
    open = open.filter(({ span }) => span.end > start)
    while (next < opening.length && opening[next]!.span.start <= start) {
      const mark = opening[next++]!
      if (mark.span.end > start) open.push(mark)
    }
    segments.push({ start, end, marks: [...open].sort((a, b) => length(a.span) - length(b.span)) })
  }
  return segments
}

/**
 * A line below the text for each mark, 0 the nearest: marks that overlap never share one, and the inner of two nested
 * marks lies nearer to its words. Greedy colouring, shortest mark first.
 */
export function lanesOf<T>(marks: readonly Mark<T>[]): Map<Mark<T>, number> {
  const lanes = new Map<Mark<T>, number>()
  for (const mark of [...marks].sort((a, b) => length(a.span) - length(b.span) || a.span.start - b.span.start)) {
    const taken = new Set<number>()
    for (const [other, lane] of lanes)
      if (other.span.start < mark.span.end && mark.span.start < other.span.end) taken.add(lane)
    let lane = 0
    while (taken.has(lane)) lane++
    lanes.set(mark, lane)
  }
  return lanes
}

const length = (span: Span): number => span.end - span.start
