/** EDTF (ISO 8601-2) values as far as Dragoman writes them: years to days, decades and centuries (198X, 19XX), seasons, quarters and halves, `~`, intervals, and sets of all their members `{2023-11,2024-11}`. */

import { isDate } from './writtendate.ts'

const DAYS = 86_400_000
const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** A year as EDTF writes it: four digits, and before the common era by ISO 8601, where 0000 is 1 BC: 43 BC is `-0042`. */
export const yearOf = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4))

/** A date as EDTF from its parts; what is null is left out. */
export const edtf = (year: number, month: number | null = null, day: number | null = null): string =>
  [yearOf(year), ...(month === null ? [] : [pad(month)]), ...(month === null || day === null ? [] : [pad(day)])].join(
    '-',
  )

const utc = (year: number, month: number, day: number): Date => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return date
}

const iso = (date: Date): string => edtf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())

/** First and last day of a value as plain dates; null for an open or unknown end. Null when it is no EDTF that is written here. */
export function bounds(value: string): { readonly first: string | null; readonly last: string | null } | null {
  const members = membersOf(value)
  if (members !== null) {
    const ends = members.map(bounds)
    return ends.every((end) => end !== null) ? { first: ends[0]!.first, last: ends.at(-1)!.last } : null
  }
  if (value.includes('/')) {
    const [a, b, more] = value.split('/') as [string, string, string?]
    const [from, to] = [isOpen(a) ? null : bounds(a), isOpen(b) ? null : bounds(b)]
    if (more !== undefined || (from === null && !isOpen(a)) || (to === null && !isOpen(b))) return null
    return { first: from?.first ?? null, last: to?.last ?? null }
  }
  const clean = value.replace(/[~?%]/gu, '')
  const whole = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(clean)
  if (whole === null) {
    const rough = /^(\d{2,3})(X{1,2})$/u.exec(clean)
    if (rough === null || rough[0].length !== 4) return null
    return { first: `${rough[1]!.padEnd(4, '0')}-01-01`, last: `${rough[1]!.padEnd(4, '9')}-12-31` }
  }
  const [year, part, day] = [
    Number(whole[1]),
    whole[2] === undefined ? null : Number(whole[2]),
    whole[3] === undefined ? null : Number(whole[3]),
  ]
  if (part === null) return { first: edtf(year, 1, 1), last: edtf(year, 12, 31) }
  if (part > 12) return season(year, part)
  if (!isDate(year, part, day ?? 1)) return null
  if (day !== null) return { first: clean, last: clean }
  return { first: edtf(year, part, 1), last: iso(utc(year, part + 1, 0)) }
}

/** The members of a set, in their order; null for any other value. */
export function membersOf(value: string): string[] | null {
  return /^\{[^{}]+\}$/u.test(value) ? value.slice(1, -1).split(',') : null
}

const isOpen = (end: string): boolean => end === '' || end === '..'

/** Months of seasons (21–24, northern), quarters (33–36) and halves (40, 41); winter runs into the next year. */
function season(year: number, part: number): { first: string; last: string } | null {
  const start = { 21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7 }[part]
  if (start === undefined) return null
  return { first: edtf(year, start, 1), last: iso(utc(year, start + (part >= 40 ? 6 : 3), 0)) }
}

export type Shift = 'day' | 'week' | 'month' | 'year'

/** A value moved by whole units, kept at the coarser of its own precision and the unit's: ('2024-03-31', 1, 'month') → '2024-04'. */
export function shifted(value: string, count: number, unit: Shift): string | null {
  const m = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value.replace(/[~?%]/gu, ''))
  if (m === null) return null
  const [year, month, day] = [
    Number(m[1]),
    m[2] === undefined ? null : Number(m[2]),
    m[3] === undefined ? null : Number(m[3]),
  ]
  if (unit === 'year') return edtf(year + count)
  if (month === null || month > 12) return null
  if (unit === 'month') {
    const date = utc(year, month + count, 1)
    return edtf(date.getUTCFullYear(), date.getUTCMonth() + 1)
  }
  if (day === null) return null
  return iso(new Date(utc(year, month, day).getTime() + count * (unit === 'week' ? 7 : 1) * DAYS))
}

/** Day of the week, Monday 1 … Sunday 7, of a full date. */
export function weekdayOf(value: string): number | null {
  const m = /^(-?\d{4})-(\d{2})-(\d{2})$/u.exec(value)
  return m === null ? null : ((utc(Number(m[1]), Number(m[2]), Number(m[3])).getUTCDay() + 6) % 7) + 1
}

/** Whether `inner` can be within `outer`, both EDTF; unknown ends hold everything. */
export function overlapsInTime(a: string, b: string): boolean {
  const [x, y] = [bounds(a), bounds(b)]
  if (x === null || y === null) return false
  return !isAfter(x.first, y.last) && !isAfter(y.first, x.last)
}

/** Which of two values comes first: negative when `a` ends before `b` begins, positive the other way round, 0 when they may meet or one is no EDTF. */
export function compareInTime(a: string, b: string): -1 | 0 | 1 {
  const [x, y] = [bounds(a), bounds(b)]
  if (x === null || y === null) return 0
  return isAfter(y.first, x.last) ? -1 : isAfter(x.first, y.last) ? 1 : 0
}

/** Whether a plain date is later than another; an open or unknown end is not. */
function isAfter(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false
  const [early, late] = [dayNumber(b), dayNumber(a)]
  return late > early
}

/** Days since 1970 of a plain date, also before the common era, where text does not sort as time does. */
function dayNumber(date: string): number {
  const [, year, month, day] = /^(-?\d{4})-(\d{2})-(\d{2})$/u.exec(date)!
  return utc(Number(year), Number(month), Number(day)).getTime() / DAYS
}

/** How exactly a value says when. */
export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'interval'

/** The precision of a value; null when it is no EDTF that is written here. */
export function precisionOf(value: string): Precision | null {
  if (bounds(value) === null) return null
  if (value.includes('/') || membersOf(value) !== null) return 'interval'
  const clean = value.replace(/[~?%]/gu, '')
  if (clean.endsWith('XX')) return 'century'
  if (clean.endsWith('X')) return 'decade'
  const [month, day] = clean.replace(/^-/u, '').split('-').slice(1)
  return day !== undefined ? 'day' : month === undefined ? 'year' : Number(month) > 12 ? 'season' : 'month'
}
