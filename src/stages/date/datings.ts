import type { Span, TimeAnchor, TimeExpression } from '../../model/index.ts'
import { compareInTime, precisionOf } from '../../text/index.ts'
import type { Found } from './meaning.ts'

export interface Pair {
  readonly found: Found
  readonly time: TimeExpression
}

/** A date that can be the `when` of something: one expression, the two ends of a range, or the members of a list. */
export interface Dating {
  readonly span: Span
  readonly anchor: TimeAnchor
  /** Not "now" and the like, which may stand in a sentence about another time. */
  readonly firm: boolean
}

const LOOSE = new Set<Found['meaning']['kind']>(['now', 'then', 'reach'])

/** Dates from expressions: lengths and repeated times are none, ranges and lists are one, "since" and "until" open an end. */
export function datings(pairs: readonly Pair[]): Dating[] {
  const out: Dating[] = []
  for (let i = 0; i < pairs.length; i++) {
    const { found, time } = pairs[i]!
    if (time.type === 'duration' || time.type === 'set') continue
    const list = listFrom(pairs, i)
    if (list.length > 1) {
      out.push(each(list))
      i += list.length - 1
      continue
    }
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
  return whole([first, last], `${a.value}/${b.value}`)
}

/** One date of several expressions, stated where all of them are. */
function whole(times: readonly TimeExpression[], value: string): Dating {
  const span = { start: times[0]!.span.start, end: times.at(-1)!.span.end }
  const from = times.find(({ anchor }) => anchor.kind === 'derived')?.anchor
  const anchor: TimeAnchor =
    from?.kind === 'derived' ? { kind: 'derived', value, span, from: from.from } : { kind: 'stated', value, span }
  return { span, anchor, firm: true }
}

/** EDTF's set of all its members: "in May 2019 and 2021", "on 3, 5 and 9 June". */
const each = (times: readonly TimeExpression[]): Dating =>
  whole(times, `{${times.map(({ anchor }) => anchor.value).join(',')}}`)

/** The members of the list that begins here: dates of one precision, each after the one before. "On Monday, 5 May" names one day twice and is none. */
function listFrom(pairs: readonly Pair[], first: number): TimeExpression[] {
  const out = [pairs[first]!.time]
  for (let i = first; pairs[i]?.found.leans === 'list'; i++) {
    const next = pairs[i + 1]?.time
    if (next === undefined || !follows(out.at(-1)!, next)) break
    out.push(next)
  }
  return out
}

function follows(before: TimeExpression, next: TimeExpression): boolean {
  const [a, b] = [before.anchor.value, next.anchor.value]
  if (before.type !== 'date' || next.type !== 'date' || a === null || b === null || /[/~]/u.test(a + b)) return false
  return precisionOf(a) === precisionOf(b) && compareInTime(a, b) < 0
}

/** EDTF's open interval for what is dated by a bound only. */
function opened(anchor: TimeAnchor, bounds: Found['bounds']): TimeAnchor {
  if (bounds === null || anchor.value === null || /[/{]/u.test(anchor.value)) return anchor
  const value = bounds === 'from' ? `${anchor.value}/..` : `../${anchor.value}`
  return anchor.kind === 'stated' ? { ...anchor, value } : { ...anchor, value }
}
