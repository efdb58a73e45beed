import { date } from './calendar.ts'
import type { Match } from './meaning.ts'
import { near } from './relative.ts'
import type { Words } from './words.ts'

/** "5:30 a.m.", "11 pm", "05:30hrs", "0530 hours", "5 o’clock", "at midnight", "the morning of 6 June", "that night". */
export function clock(w: Words, at: number): Match | null {
  const end = reading(w, at) ?? moment(w, at)
  return end === null ? daypart(w, at) : { end, meaning: { kind: 'clock', of: null } }
}

/** The end of a time in figures. */
function reading(w: Words, at: number): number | null {
  const hour = w.figure(at)
  if (hour === null || (w.joined(at) && /^[\p{L}\d.,:/$€£]/u.test(w.low(at - 1)))) return null
  const minute = w.figure(at + 2)
  const half = halfDay(w, at + 1)
  if (half !== null && hour > 0 && hour < 13) return zone(w, half)
  const of = w.is(at + 1, 'in') && w.is(at + 2, 'the') ? at + 3 : null
  if (of !== null && hour > 0 && hour < 13 && /^(?:morning|afternoon|evening)$/u.test(w.low(of)) && w.is(at - 1, 'by'))
    return of + 1
  if (w.low(at + 1) === 'o' && w.low(at + 2) === '’' && w.low(at + 3) === 'clock') return at + 4
  if (w.text(at).length === 4 && hour < 2400 && hour % 100 < 60)
    return w.in(at + 1, w.lexicon.hours) ||
      (w.in(at + 1, w.lexicon.zones) && w.text(at + 1) === w.text(at + 1).toUpperCase())
      ? zone(w, at + 1)
      : null
  if (
    hour > 23 + (minute === 0 ? 1 : 0) ||
    minute === null ||
    minute > 59 ||
    !/^[:.]$/u.test(w.low(at + 1)) ||
    !w.joined(at + 2)
  )
    return null
  if (w.text(at + 2).length !== 2 || (w.low(at + 3) === ':' && w.joined(at + 3))) return null
  const after = halfDay(w, at + 3)
  if (w.low(at + 1) === '.') return after === null ? null : zone(w, after)
  return zone(w, after ?? at + 3)
}

/** The end of "am", "p.m.". */
function halfDay(w: Words, at: number): number | null {
  if (/^[ap]m$/u.test(w.low(at))) return at + 1
  if (!/^[ap]$/u.test(w.low(at)) || w.low(at + 1) !== '.' || w.low(at + 2) !== 'm' || !w.joined(at + 2)) return null
  return w.low(at + 3) === '.' && w.joined(at + 3) ? at + 4 : at + 3
}

/** Past "hours", "local time", "GMT". */
function zone(w: Words, at: number): number {
  let end = at
  while (end < at + 3 && (w.in(end, w.lexicon.hours) || w.in(end, w.lexicon.zones))) end++
  return end
}

/** "at midnight", "before dawn". */
function moment(w: Words, at: number): number | null {
  return w.in(at, w.lexicon.moments) && (w.is(at - 1, 'by') || w.in(at - 1, w.lexicon.vague)) && !w.is(at + 1, 'of')
    ? zone(w, at + 1)
    : null
}

/** "the night of 18 April", "the morning", "one afternoon", "at night". */
function daypart(w: Words, at: number): Match | null {
  const article = w.is(at, 'the') || w.is(at, 'a')
  let next = article ? at + 1 : at
  if (article && (w.lexicon.vague.has(w.low(next)) || w.low(next) === 'small')) next++
  const early = article && next === at + 2 && w.is(next, 'hours')
  if (!early && !w.in(next, w.lexicon.dayparts)) return null
  const after = w.in(next + 1, w.lexicon.hours) ? next + 2 : next + 1
  if (w.is(after, 'of')) {
    const from = w.is(after + 1, 'the') ? after + 2 : after + 1
    const of = near(w, after + 1) ?? date(w, from)
    if (of !== null) return { end: of.end, meaning: { kind: 'clock', of: of.meaning } }
  }
  const set = w.is(at - 1, 'by') && !w.is(next + 1, 'of')
  return set && (w.is(at, 'the') || !article || w.is(at, 'a'))
    ? { end: after, meaning: { kind: 'clock', of: null } }
    : null
}
