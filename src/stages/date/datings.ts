import type { Span, TimeAnchor, TimeExpression } from '../../model/index.ts'
import type { Found } from './meaning.ts'

export interface Pair {
  readonly found: Found
  readonly time: TimeExpression
}

/** A date that can be the `when` of something: one expression, or the two ends of a range. */
export interface Dating {
  readonly span: Span
  readonly anchor: TimeAnchor
  /** Not "now" and the like, which may stand in a sentence about another time. */
  readonly firm: boolean
}

const LOOSE = new Set<Found['meaning']['kind']>(['now', 'then', 'reach'])

/** Dates from expressions: lengths and repeated times are none, ranges are one, "since" and "until" open an end. */
export function datings(pairs: readonly Pair[]): Dating[] {
  const out: Dating[] = []
  for (let i = 0; i < pairs.length; i++) {
    const { found, time } = pairs[i]!
    if (time.type === 'duration' || time.type === 'set') continue
    const next = pairs[i + 1]
    const range = found.leans === 'range' && next !== undefined ? joined(time, next.time) : null
    if (range !== null) i++
    else if (found.leans === 'day' && next !== undefined && time.anchor.value === next.time.anchor.value) continue
    out.push(
      range ?? { span: time.span, anchor: opened(time.anchor, found.bounds), firm: !LOOSE.has(found.meaning.kind) },
    )
  }
  return out
}

/** The interval of a range, where both its ends are dates in this order. */
function joined(first: TimeExpression, last: TimeExpression): Dating | null {
  const [a, b] = [first.anchor, last.anchor]
  if (last.type !== 'date' || a.value === null || b.value === null || /\//u.test(a.value + b.value)) return null
  const span = { start: first.span.start, end: last.span.end }
  const value = `${a.value}/${b.value}`
  const from = [a, b].find((anchor) => anchor.kind === 'derived')?.from
  const anchor: TimeAnchor =
    from === undefined ? { kind: 'stated', value, span } : { kind: 'derived', value, span, from }
  return { span, anchor, firm: true }
}

/** EDTF's open interval for what is dated by a bound only. */
function opened(anchor: TimeAnchor, bounds: Found['bounds']): TimeAnchor {
  if (bounds === null || anchor.value === null || anchor.value.includes('/')) return anchor
  const value = bounds === 'from' ? `${anchor.value}/..` : `../${anchor.value}`
  return anchor.kind === 'stated' ? { ...anchor, value } : { ...anchor, value }
}
