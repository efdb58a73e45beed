import type { TimeUnit } from '../../pipeline/index.ts'
import { bounds, edtf, type Shift, shifted, weekdayOf, yearOf } from '../../text/index.ts'
import type { Calendar, Found, Meaning } from './meaning.ts'

/** A calendar date whose year is known, as EDTF. */
export const write = ({ year, month, day, part }: Calendar): string =>
  part === null ? edtf(year!, month, day) : `${yearOf(year!)}-${part}`

/** The year that a value begins with. */
export function yearIn(value: string): number | null {
  const found = /^-?\d{4}/u.exec(value)
  return found === null ? null : Number(found[0])
}

/** The month (1 to 12) of a value that has one. */
export function monthOf(value: string): number | null {
  const month = Number(/^-?\d{4}-(\d{2})/u.exec(value)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? month : null
}

/** ISO 8601 durations, which EDTF leaves to it: [designator, how many]. */
const PERIODS: Readonly<Record<TimeUnit, readonly [string, number]>> = {
  minute: ['M', 1],
  hour: ['H', 1],
  day: ['D', 1],
  weekend: ['D', 2],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  season: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
}

/** A length of time in ISO 8601: (week, 3) → 'P3W'. */
export function period(unit: TimeUnit, count: number): string {
  const [letter, factor] = PERIODS[unit]
  return `P${unit === 'minute' || unit === 'hour' ? 'T' : ''}${count * factor}${letter}`
}

/** Units as those that a date can be moved by. */
const SHIFTS: Readonly<Partial<Record<TimeUnit, readonly [Shift, number]>>> = {
  day: ['day', 1],
  week: ['week', 1],
  weekend: ['week', 1],
  month: ['month', 1],
  quarter: ['month', 3],
  season: ['month', 3],
  year: ['year', 1],
  decade: ['year', 10],
  century: ['year', 100],
}

/** A date moved by units, at the unit's precision; null when it is too rough for it: ('1940-05', 2, 'day'). */
export function movedBy(date: string, count: number, unit: TimeUnit): string | null {
  if (unit === 'hour' && Math.abs(count) >= 24) return hoursBy(date, count)
  const [step, factor] = SHIFTS[unit] ?? ['day', 0]
  const whole = count * factor
  if (Number.isInteger(whole)) return factor === 0 ? date : shifted(date, whole, step)
  return step === 'year' && Number.isInteger(whole * 12) ? shifted(date, whole * 12, 'month') : null
}

/** The week, Monday to Sunday, or its weekend, `count` weeks from the one that a day is in. */
function weekBy(date: string, count: number, weekend: boolean): string | null {
  const day = weekdayOf(date)
  if (day === null) return null
  const monday = shifted(date, count * 7 - (day - 1), 'day')!
  return `${shifted(monday, weekend ? 5 : 0, 'day')}/${shifted(monday, 6, 'day')}`
}

const SEASON_STARTS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 }

/** "last month", "this spring", "the following May", seen from a date. */
export function nearTo(date: string, meaning: Extract<Meaning, { kind: 'near' }>): string | null {
  const { unit, offset, part, month } = meaning
  if (month !== null || part !== null) return namedNear(date, offset, month ?? SEASON_STARTS[part!] ?? 1, month, part)
  if (unit === 'week' || unit === 'weekend') return weekBy(date, offset, unit === 'weekend')
  if (unit === 'quarter') return quarterBy(date, offset)
  if (unit === 'decade' || unit === 'century') {
    const year = yearIn(date)
    if (year === null || year < 0) return null
    const size = unit === 'decade' ? 10 : 100
    return `${String(Math.floor(year / size) + offset).padStart(unit === 'decade' ? 3 : 2, '0')}${unit === 'decade' ? 'X' : 'XX'}`
  }
  return movedBy(date, offset, unit)
}

/** The month or season of that name nearest on the side that is asked for. */
function namedNear(
  date: string,
  offset: number,
  start: number,
  month: number | null,
  part: number | null,
): string | null {
  const year = yearIn(date)
  if (year === null) return null
  const now = monthOf(date) ?? 12
  const shift = offset < 0 ? (start < now ? 0 : -1) : offset > 0 ? (start > now ? 0 : 1) : 0
  return month === null ? `${yearOf(year + shift)}-${part}` : edtf(year + shift, month)
}

function quarterBy(date: string, offset: number): string | null {
  const [year, month] = [yearIn(date), monthOf(date)]
  if (year === null || month === null) return null
  const quarter = year * 4 + Math.floor((month - 1) / 3) + offset
  return `${yearOf(Math.floor(quarter / 4))}-${33 + (((quarter % 4) + 4) % 4)}`
}

/** "the past two years": an interval that ends (or begins) at the date; without a number its far end is unknown (EDTF leaves it empty). */
export function reachOf(date: string, { unit, count, direction }: Extract<Meaning, { kind: 'reach' }>): string | null {
  const far =
    count === null ? '' : unit === 'hour' ? hoursBy(date, count * direction) : movedBy(date, count * direction, unit)
  if (far === null) return null
  return direction < 0 ? `${far}/${date}` : `${date}/${far}`
}

/** The day that lies so many hours away, counted in whole days. */
const hoursBy = (date: string, count: number): string | null => movedBy(date, Math.trunc(count / 24), 'day')

/** The named day of the week: "last" before the date, "next" after it, "this" in its week; else before or after it by the tense, the past where none shows. */
export function weekdayBy(
  date: string,
  wanted: number,
  offset: -1 | 0 | 1 | null,
  tense: Found['tense'],
): string | null {
  const today = weekdayOf(date)
  if (today === null) return null
  if (offset === 0) return shifted(date, wanted - today, 'day')
  const ahead = (wanted - today + 7) % 7
  const forward = offset === 1 || (offset === null && tense === 'future')
  if (forward) return shifted(date, offset === 1 ? ahead || 7 : ahead, 'day')
  const back = (today - wanted + 7) % 7
  return shifted(date, -(offset === -1 ? back || 7 : back), 'day')
}

/** A quarter or half of a year in EDTF's numbers; of anything else only about that time. */
export function partOf(date: string, part: number): string | null {
  if (/^-?\d{4}$/u.test(date)) return `${date}-${part}`
  return date.includes('/') ? null : `${date.replace('~', '')}~`
}

/** "the first week of August", "the last two days of 1944", inside the time that they are part of. */
export function withinOf(date: string, meaning: Extract<Meaning, { kind: 'within' }>): string | null {
  const { ordinal, count, unit } = meaning
  const edges = bounds(date)
  if (edges?.first == null || edges.last == null) return null
  const size = { day: 1, week: 7 }[unit as string]
  if (size !== undefined) {
    const length = count * size
    const start =
      ordinal > 0 ? shifted(edges.first, (ordinal - 1) * size, 'day')! : shifted(edges.last, 1 - length, 'day')!
    return length === 1 ? start : `${start}/${shifted(start, length - 1, 'day')}`
  }
  const step = SHIFTS[unit]
  if (step === undefined || step[0] === 'day' || step[0] === 'week') return null
  const begin = ordinal > 0 ? edges.first : edges.last
  const from = shifted(begin, (ordinal > 0 ? ordinal - 1 : 1 - count) * step[1], step[0])!
  return count * step[1] === 1 ? from : `${from}/${shifted(from, count * step[1] - 1, step[0])}`
}

/** A unit as it lies around a date. */
export const nearOf = (unit: TimeUnit): Extract<Meaning, { kind: 'near' }> => ({
  kind: 'near',
  from: 'narrative',
  unit,
  offset: 0,
  part: null,
  month: null,
})

/** "four years ago today", "a decade ago this month": the same day or month so long before; null where the calendar has no such day. */
export function agoOf(date: string, { unit, count, exact }: Extract<Meaning, { kind: 'ago' }>): string | null {
  const [step, factor] = SHIFTS[unit] ?? ['day', 0]
  const whole = (count ?? 0) * factor
  if (count === null || factor === 0 || !Number.isInteger(whole)) return null
  if (step === 'day' || step === 'week') return exact === 'day' ? shifted(date, -whole, step) : null
  const month = shifted(date, step === 'year' ? -12 * whole : -whole, 'month')
  if (month === null || exact === 'month') return month
  if (exact === 'year') return month.slice(0, -3)
  const day = /-(\d{2})$/u.exec(date.slice(month.length))?.[1]
  if (day === undefined || bounds(`${month}-${day}`) === null) return null
  return exact === 'day' ? `${month}-${day}` : weekBy(`${month}-${day}`, 0, false)
}

/** The weekday of that number in a month or other stretch: the first, the second …, or the last (−1). */
export function nthOf(date: string, weekday: number, ordinal: number): string | null {
  const edges = bounds(date)
  if (edges?.first == null || edges.last == null) return null
  if (ordinal < 0) return weekdayBy(edges.last, weekday, null, 'past')
  const found = shifted(weekdayBy(edges.first, weekday, null, 'future')!, (ordinal - 1) * 7, 'day')!
  return found <= edges.last ? found : null
}

/** The new year that is nearest: the coming one in the year's second half, else the year itself. */
export function newYear(date: string): string | null {
  const [year, month] = [yearIn(date), monthOf(date)]
  return year === null ? null : yearOf(month === null || month > 6 ? year + 1 : year)
}

/** The first year of the century nearest. */
export function turnOf(date: string): string | null {
  const year = yearIn(date)
  return year === null || year < 0 ? null : yearOf(Math.round(year / 100) * 100)
}
