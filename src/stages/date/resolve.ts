import type { Doc, TimeAnchor, TimeExpression } from '../../model/index.ts'
import type { TimeUnit } from '../../pipeline/index.ts'
import { bounds, edtf, findingId, type Shift, shifted, weekdayOf, yearOf } from '../../text/index.ts'
import type { Found, Meaning } from './grammar.ts'

/** Days before months where a document gives evidence of it (a first figure over 12), months before days where it gives that; else unknown. */
export type FigureOrder = 'day-first' | 'month-first' | 'unknown'

/** Order of day and month in dates of bare figures, by the document's own dates. */
export function figureOrder(found: readonly Found[]): FigureOrder {
  const figures = found.flatMap((f) => (f.meaning.kind === 'figures' ? [f.meaning] : []))
  const dayFirst = figures.some((f) => f.a > 12)
  const monthFirst = figures.some((f) => f.b > 12)
  return dayFirst === monthFirst ? 'unknown' : dayFirst ? 'day-first' : 'month-first'
}

interface Context {
  readonly doc: Doc
  readonly order: FigureOrder
  /** The last date of the narrative, as EDTF, with the words it comes from. */
  frame: { value: string; words: string } | null
}

/** Values for expressions in the order of the text: each by its own words, the document's date, or the narrative before it. */
export function resolveTimes(doc: Doc, found: readonly Found[]): TimeExpression[] {
  const context: Context = { doc, order: figureOrder(found), frame: null }
  return found.map((f): TimeExpression => {
    const words = doc.text.slice(f.span.start, f.span.end)
    const resolved = anchor(f.meaning, context)
    const value =
      resolved.value === null || !f.vague || resolved.value.includes('/') ? resolved.value : `${resolved.value}~`
    const from = resolved.from
    const made: TimeAnchor =
      value === null
        ? { kind: 'unknown', value, span: f.span, from }
        : from === ''
          ? { kind: 'stated', value, span: f.span }
          : { kind: 'derived', value, span: f.span, from }
    const framed = resolved.value
    if (framed !== null && resolved.frames) context.frame = { value: framed.split('/')[0]!, words }
    return { id: findingId(doc.id, 'time', f.span), span: f.span, type: TYPES[f.meaning.kind] ?? 'date', anchor: made }
  })
}

const TYPES: Partial<Record<Meaning['kind'], TimeExpression['type']>> = {
  duration: 'duration',
  set: 'set',
  clock: 'time',
}

/** `from` is empty when the words say it all; `frames` when later expressions may lean on it. */
interface Resolved {
  readonly value: string | null
  readonly from: string
  readonly frames: boolean
}

const known = (value: string | null, from: string, frames = true): Resolved => ({ value, from, frames })
const NO_DATE = 'the document’s date is not known'

function anchor(meaning: Meaning, context: Context): Resolved {
  const dct = context.doc.date.kind === 'known' ? context.doc.date.value : null
  const byDocument = (make: (date: string) => string | null): Resolved =>
    dct === null ? known(null, NO_DATE, false) : known(make(dct), `the document’s date ${dct}`, false)
  switch (meaning.kind) {
    case 'calendar':
      return calendar(meaning, context, dct)
    case 'figures':
      return figures(meaning, context)
    case 'rough':
      return known(meaning.value, '', false)
    case 'day':
      return byDocument((date) => shifted(date, meaning.offset, 'day'))
    case 'now':
      return byDocument((date) => date)
    case 'weekday':
      return byDocument((date) => weekday(date, meaning.weekday, meaning.offset))
    case 'near': {
      if (meaning.from === 'document') return byDocument((date) => near(date, meaning))
      if (context.frame === null) return known(null, 'nothing before it says when', false)
      return known(near(context.frame.value, meaning), `“${context.frame.words}” before it`)
    }
    case 'span':
      return byDocument((date) => reach(date, meaning.unit, meaning.count, meaning.direction))
    case 'distance': {
      if (meaning.count === null) return known(null, 'the words give no number', false)
      if (meaning.from === 'document')
        return byDocument((date) => moved(date, meaning.unit, meaning.count! * meaning.direction))
      if (context.frame === null) return known(null, 'nothing before it says when', false)
      return known(
        moved(context.frame.value, meaning.unit, meaning.count * meaning.direction),
        `“${context.frame.words}” before it`,
      )
    }
    case 'interval': {
      const last = anchor(meaning.last, context)
      const first =
        meaning.first.kind === 'calendar' &&
        meaning.first.year === null &&
        last.value !== null &&
        meaning.last.kind === 'calendar'
          ? anchor({ ...meaning.first, year: Number(last.value.slice(0, 4)) }, context)
          : anchor(meaning.first, context)
      return first.value === null || last.value === null
        ? known(null, first.from || last.from, false)
        : known(`${first.value}/${last.value}`, last.from)
    }
    case 'duration':
      return known(
        meaning.count === null ? null : period(meaning.unit, meaning.count),
        meaning.count === null ? 'the words give no number' : '',
        false,
      )
    case 'set':
      return known(period(meaning.unit, 1), '', false)
    case 'clock':
      return meaning.date === null
        ? known(
            context.frame?.value ?? null,
            context.frame === null ? 'nothing before it says on which day' : `“${context.frame.words}” before it`,
            false,
          )
        : anchor(meaning.date, context)
  }
}

/** ISO 8601 durations. */
function period(unit: TimeUnit, count: number): string {
  const [letter, factor] = {
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
  }[unit] as [string, number]
  return `P${unit === 'minute' || unit === 'hour' ? 'T' : ''}${count * factor}${letter}`
}

type Calendar = Extract<Meaning, { kind: 'calendar' }>

/** A date with its year; without one it takes the narrative's, moved on when its month has passed long before, else the document's. */
function calendar(meaning: Calendar, context: Context, dct: string | null): Resolved {
  const write = (year: number): string =>
    meaning.season !== null ? `${yearOf(year)}-${meaning.season}` : edtf(year, meaning.month, meaning.day)
  if (meaning.year !== null) return known(write(meaning.year), '')
  if (context.frame !== null && /^-?\d{4}/u.test(context.frame.value)) {
    const frameYear = Number(/^-?\d{4}/u.exec(context.frame.value)![0])
    return known(write(frameYear), `the year of “${context.frame.words}” before it`)
  }
  if (dct === null) return known(null, `the year is not written, and ${NO_DATE}`, false)
  const year = Number(dct.slice(0, 4))
  const value = write(year)
  const limit = bounds(dct)?.last ?? dct
  const late = (bounds(value)?.first ?? value) > limit && monthsBetween(limit, bounds(value)?.first ?? value) > 6
  return known(late ? write(year - 1) : value, `the document’s date ${dct}`, false)
}

const monthsBetween = (a: string, b: string): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))

function figures(meaning: Extract<Meaning, { kind: 'figures' }>, context: Context): Resolved {
  const { a, b, year } = meaning
  if (a > 12) return known(edtf(year, b, a), '')
  if (b > 12) return known(edtf(year, a, b), '')
  if (a === b) return known(edtf(year, a, b), '')
  if (context.order === 'unknown')
    return known(edtf(year), 'day and month cannot be told apart, and no other date in the document shows their order')
  return known(
    context.order === 'day-first' ? edtf(year, b, a) : edtf(year, a, b),
    `other dates in the document write ${context.order === 'day-first' ? 'the day' : 'the month'} first`,
  )
}

/** The weekday nearest before the date (or on it); "last" and "next" say which side. */
function weekday(date: string, wanted: number, offset: number | null): string | null {
  const today = weekdayOf(date)
  if (today === null) return null
  const back = (today - wanted + 7) % 7
  if (offset === 1) return shifted(date, (wanted - today + 7) % 7 || 7, 'day')
  return shifted(date, offset === -1 && back === 0 ? -7 : -back, 'day')
}

function near(date: string, meaning: Extract<Meaning, { kind: 'near' }>): string | null {
  if (meaning.month !== null || meaning.season !== null) {
    const year = Number(/^-?\d{4}/u.exec(date)?.[0] ?? Number.NaN)
    const month = Number(date.slice(5, 7)) || 12
    const start = meaning.month ?? { 21: 3, 22: 6, 23: 9, 24: 12 }[meaning.season!]!
    const shift = meaning.offset < 0 ? (start < month ? 0 : -1) : meaning.offset > 0 ? (start > month ? 0 : 1) : 0
    return meaning.month !== null ? edtf(year + shift, meaning.month) : `${yearOf(year + shift)}-${meaning.season}`
  }
  return moved(date, meaning.unit, meaning.offset)
}

/** A date moved by units, at the unit's precision: a week is the interval of its days. */
function moved(date: string, unit: TimeUnit, count: number): string | null {
  if (unit === 'week' || unit === 'weekend') {
    const day = weekdayOf(date)
    const there = shifted(date, count, 'week')
    if (day === null || there === null) return null
    return unit === 'week' ? there : shifted(there, 6 - day, 'day')
  }
  if (unit === 'decade' || unit === 'century') return shifted(date, count * (unit === 'decade' ? 10 : 100), 'year')
  if (unit === 'quarter' || unit === 'season') return shifted(date, count * 3, 'month')
  if (unit === 'minute' || unit === 'hour') return date
  return Number.isInteger(count) ? shifted(date, count, unit as Shift) : null
}

/** "the past two years": from then to the date; without a number the beginning is open. */
function reach(date: string, unit: TimeUnit, count: number | null, direction: -1 | 1): string | null {
  const there = count === null ? '' : moved(date, unit, count * direction)
  if (there === null) return null
  return direction < 0 ? `${there}/${date}` : `${date}/${there}`
}
