import type { TimeUnit } from '../../pipeline/index.ts'
import type { Match } from './meaning.ts'
import type { Words } from './words.ts'

/** A number of units: "two and a half years", "a few more weeks", "ten-day"; `from` is its first word with what bounds it ("nearly"). */
export interface Length {
  readonly from: number
  readonly count: number | null
  readonly unit: TimeUnit
  readonly end: number
  readonly plural: boolean
}

interface Count {
  readonly value: number | null
  readonly end: number
}

/** A cardinal in figures or words; null where the words give none ("several"). */
export function count(w: Words, at: number): Count | null {
  const first = cardinal(w, at)
  if (first === null) return null
  if (w.is(first.end, 'and') && w.is(first.end + 1, 'a') && w.is(first.end + 2, 'half') && first.value !== null)
    return { value: first.value + 0.5, end: first.end + 3 }
  const other = w.is(first.end, 'to') || w.is(first.end, 'and') ? cardinal(w, first.end + 1) : null
  return other === null || w.is(first.end + 1, 'a') ? first : { value: null, end: other.end }
}

function cardinal(w: Words, at: number): Count | null {
  const figure = inFigures(w, at)
  if (figure !== null) return figure
  const value = w.lexicon.numbers.get(w.low(at))
  if (value === undefined) return null
  const next = w.lexicon.numbers.get(w.low(at + 1))
  if (w.is(at, 'a') && next !== undefined && w.in(at + 1, w.lexicon.collectives))
    return { value: next, end: w.is(at + 2, 'of') ? at + 3 : at + 2 }
  const joint = w.dash(at + 1) && w.joined(at + 1) ? w.lexicon.numbers.get(w.low(at + 2)) : undefined
  if (joint !== undefined && joint !== null && value !== null && value >= 20 && joint < 10)
    return { value: value + joint, end: at + 3 }
  if (next !== undefined && next !== null && value !== null && next >= 100) return { value: value * next, end: at + 2 }
  return { value, end: w.is(at + 1, 'of') && value === null ? at + 2 : at + 1 }
}

/** "40", "1,460", "2.5". */
function inFigures(w: Words, at: number): Count | null {
  const value = w.figure(at)
  if (value === null || (w.joined(at) && /^[\p{L}.,:/$€£¥#+]/u.test(w.low(at - 1)))) return null
  if (!w.runsOn(at)) return { value, end: at + 1 }
  const text = w.text(at + 2)
  if (w.runsOn(at + 2)) return null
  if (w.low(at + 1) === ',') return text.length === 3 ? { value: value * 1000 + Number(text), end: at + 3 } : null
  return w.low(at + 1) === '.' && text.length < 3 ? { value: Number(`${value}.${text}`), end: at + 3 } : null
}

/** Where a bound before a length ends ("more than", "nearly"), or `at` itself. */
export function afterBound(w: Words, at: number): number {
  const runs = w.lexicon.bounds.filter((run) => run.every((word, i) => w.low(at + i) === word))
  return at + runs.reduce((longest, run) => Math.max(longest, run.length), 0)
}

/** "the Six-Day War", "the Thirty Years’ War": number, unit and noun all begin with a capital. */
function isName(w: Words, at: number, unit: number): boolean {
  const after = w.low(unit + 1) === '’' ? unit + 2 : unit + 1
  return w.capital(at) && w.capital(unit) && w.capital(after) && w.noun(after)
}

/** A length of time without what may follow it. */
export function length(w: Words, at: number): Length | null {
  const bounded = afterBound(w, at)
  const half = w.is(bounded, 'half') && w.is(bounded + 1, 'a')
  const one = bounded > at && w.in(bounded - 1, w.lexicon.oneMore) ? { value: 1, end: bounded } : null
  const number = half ? { value: 0.5, end: bounded + 2 } : (count(w, bounded) ?? one)
  if (number === null) return null
  let next = number.end
  if (w.dash(next) && w.joined(next)) next++
  for (let steps = 0; steps < 2 && w.in(next, w.lexicon.lengths); steps++) next++
  const unit = w.lexicon.units.get(w.low(next))
  if (unit === undefined) return null
  const plural = w.in(next, w.lexicon.plurals)
  const share = unit === 'quarter' && next === number.end
  const compound = w.is(bounded, 'a') && w.dash(next + 1) && w.joined(next + 1)
  if (number === one && plural) return null
  if (share || compound || isName(w, bounded, next)) return null
  if (number.value === null && !plural) return null
  const extra = w.is(next + 1, 'and') && w.is(next + 2, 'a') && w.is(next + 3, 'half')
  const whole = extra && number.value !== null ? number.value + 0.5 : number.value
  return {
    from: at,
    count: whole !== null && w.in(next, w.lexicon.doubled) ? 2 * whole : whole,
    unit,
    end: next + (extra ? 4 : 1),
    plural,
  }
}

/** "three weeks", "nearly four years", "a ten-day period", "month-long", "18 years old", and bare "years" and "weeks". */
export function duration(w: Words, at: number): Match | null {
  const long = adjective(w, at)
  if (long !== null) return long
  const found = length(w, at)
  if (found !== null) {
    const rate = w.is(at, 'a') && found.end === at + 2 && isRate(w, at)
    if (rate) return { end: found.end, meaning: { kind: 'set', unit: found.unit, count: 1 } }
    return {
      end: afterLength(w, found.end),
      meaning: { kind: 'duration', unit: found.unit, count: found.count },
    }
  }
  const unit = w.in(at, w.lexicon.plurals) ? w.lexicon.units.get(w.low(at)) : undefined
  if (unit === undefined || !isLong(unit) || w.capital(at) || w.noun(at - 1)) return null
  return { end: at + 1, meaning: { kind: 'duration', unit, count: null } }
}

/** Minutes (of a meeting), quarters and weekends are other things as often as lengths. */
const isLong = (unit: TimeUnit): boolean => !/^(?:minute|quarter|weekend|season)$/u.test(unit)

/** "2,000 barrels a day", "twice a year". */
const isRate = (w: Words, at: number): boolean => w.in(at - 1, w.lexicon.counted) || w.in(at - 1, w.lexicon.times)

/** "long", "period", "old", "of age" after a length. */
function afterLength(w: Words, end: number): number {
  const next = w.dash(end) && w.joined(end) ? end + 1 : end
  if (w.in(next, w.lexicon.lengthNouns) || w.is(next, 'old')) return next + 1
  return w.is(end, 'of') && w.is(end + 1, 'old') ? end + 2 : end
}

/** "month-long", "years-long". */
function adjective(w: Words, at: number): Match | null {
  const unit = w.lexicon.units.get(w.low(at))
  if (unit === undefined || !w.dash(at + 1) || !w.joined(at + 1) || !w.in(at + 2, w.lexicon.lengthNouns)) return null
  return { end: at + 3, meaning: { kind: 'duration', unit, count: w.in(at, w.lexicon.plurals) ? null : 1 } }
}

/** "every other year", "every second week", "every third day". */
function skipped(w: Words, at: number): Count | null {
  if (w.in(at, w.lexicon.other)) return { value: 2, end: at + 1 }
  const value = w.lexicon.ordinals.get(w.low(at)) ?? 0
  return value > 1 ? { value, end: at + 1 } : null
}

/** "Mondays", "on Sundays and Wednesdays". */
const onWeekdays = (w: Words, at: number): boolean =>
  w.capital(at) &&
  w.low(at).endsWith('s') &&
  (w.lexicon.weekdays.get(w.low(at).slice(0, -1)) ?? 0) > 0 &&
  w.text(at).length > 6

/** "every year", "each day", "every two weeks", "per month", "daily", "every Monday". */
export function recurring(w: Words, at: number): Match | null {
  const adverb = w.lexicon.recurring.get(w.low(at))
  if (adverb !== undefined) return { end: at + 1, meaning: { kind: 'set', unit: adverb[0], count: adverb[1] } }
  if (onWeekdays(w, at)) return { end: at + 1, meaning: { kind: 'set', unit: 'week', count: 1 } }
  if (!w.in(at, w.lexicon.every)) return null
  const number = w.is(at + 1, 'a') ? null : (skipped(w, at + 1) ?? count(w, at + 1))
  const next = number?.end ?? at + 1
  const unit =
    w.lexicon.units.get(w.low(next)) ??
    (w.in(next, w.lexicon.weekdays) && w.capital(next) ? 'week' : undefined) ??
    (w.in(next, w.lexicon.seasons) || (w.in(next, w.lexicon.months) && w.capital(next)) ? 'year' : undefined)
  if (unit === undefined)
    return w.in(next, w.lexicon.dayparts) ? { end: next + 1, meaning: { kind: 'set', unit: 'day', count: 1 } } : null
  return { end: next + 1, meaning: { kind: 'set', unit, count: number?.value ?? 1 } }
}
