import type { Doc, TimeAnchor, TimeExpression } from '../../model/index.ts'
import { compareInTime, findingId } from '../../text/index.ts'
import { completed } from './complete.ts'
import { type Dating, datings, type Pair } from './datings.ts'
import type { Calendar, Found, Meaning, Origin } from './meaning.ts'
import { EMPTY, type Frame, moved } from './scene.ts'
import { figureOrder, type Style, styleOf } from './style.ts'
import {
  agoOf,
  monthOf,
  movedBy,
  nearOf,
  nearTo,
  newYear,
  nthOf,
  partOf,
  period,
  reachOf,
  turnOf,
  weekdayBy,
  withinOf,
  write,
  yearIn,
} from './values.ts'

interface Context {
  /** The document's date, or null. */
  readonly dct: string | null
  readonly style: Style
  readonly order: ReturnType<typeof figureOrder>
  readonly frame: Frame | null
  /** The last day told, and the last year that described something. */
  readonly day: Frame | null
  readonly described: Frame | null
  readonly block: number
}

/** A value and where it comes from: '' when the words say it all. Null with the reason. */
interface Resolved {
  readonly value: string | null
  readonly from: string
}

const NO_DATE = 'the document’s date is not known'
const NO_FRAME = 'nothing before it says when'

/** The expressions of a document, and what the rest of the stage needs of them. */
export interface Resolution {
  readonly times: readonly TimeExpression[]
  /** Dates for what the text tells: expressions with ranges joined and bounds open ("since 2020" → `2020/..`). */
  readonly dates: readonly Dating[]
  /** The date that the text has come to after each place, in order. */
  readonly scenes: readonly { readonly at: number; readonly frame: Frame }[]
  readonly style: Style
}

/** What each expression means, in the order of the text: by its own words, the document's date, or the dates told before it. */
export function resolveTimes(doc: Doc, found: readonly Found[]): Resolution {
  const dct = doc.date.kind === 'known' ? doc.date.value : null
  const style = styleOf(found, dct)
  const order = figureOrder(found, dct)
  let scene = EMPTY
  let block = 0
  const out: Pair[] = []
  const scenes: { at: number; frame: Frame }[] = []
  for (const f of completed(found)) {
    while (block + 1 < doc.blocks.length && doc.blocks[block + 1]!.span.start <= f.span.start) block++
    const resolved = resolve(f.meaning, f, { dct, style, order, ...scene, block })
    if (resolved === null) continue
    const value = f.vague && resolved.value !== null ? approximate(resolved.value) : resolved.value
    const time: TimeExpression = {
      id: findingId(doc.id, 'time', f.span),
      span: f.span,
      type: TYPES[f.meaning.kind] ?? 'date',
      anchor: anchorOf(f, { value, from: resolved.from }),
    }
    out.push({ found: f, time })
    const before = scene.frame
    const words = doc.text.slice(f.span.start, f.span.end)
    scene = moved(scene, f, { value: resolved.value, words, block, style })
    if (scene.frame !== null && scene.frame !== before) scenes.push({ at: f.span.start, frame: scene.frame })
  }
  return { times: out.map((o) => o.time), dates: datings(out), scenes, style }
}

const TYPES: Partial<Record<Meaning['kind'], TimeExpression['type']>> = {
  duration: 'duration',
  set: 'set',
  clock: 'time',
}

const approximate = (value: string): string => (value.includes('/') ? value : `${value}~`)

function anchorOf({ span }: Found, { value, from }: Resolved): TimeAnchor {
  if (value === null) return { kind: 'unknown', value, span, from }
  return from === '' ? { kind: 'stated', value, span } : { kind: 'derived', value, span, from }
}

/** The value of a meaning; null when it is no expression of time after all. */
function resolve(meaning: Meaning, f: Found, context: Context): Resolved | null {
  switch (meaning.kind) {
    case 'calendar':
      return calendarDate(meaning, f, context)
    case 'figures':
      return figures(meaning, context)
    case 'ancient':
      return ancient(meaning.year, context)
    case 'rough':
      return { value: meaning.value, from: '' }
    case 'day':
      return by('document', context, (date) => movedBy(date, meaning.offset, 'day'))
    case 'now':
      return context.style === 'narrative'
        ? { value: null, from: 'the “now” of a narrative is not told' }
        : by('document', context, (date) => date)
    case 'then':
      return by('narrative', context, (date) => date)
    case 'weekday':
      return by('either', context, (date) =>
        weekdayBy(date, meaning.weekday, meaning.offset, context.style === 'narrative' ? 'future' : f.tense),
      )
    case 'near':
      return by(meaning.from, context, (date) => nearTo(date, meaning))
    case 'reach':
      return by(meaning.from, context, (date) => reachOf(date, meaning))
    case 'distance':
      return distance(meaning, f, context)
    case 'part':
      return on(resolve(meaning.of, f, context), (date) => partOf(date, meaning.part))
    case 'within':
      return on(resolve(meaning.of, f, context), (date) => withinOf(date, meaning))
    case 'weekdayIn':
      return on(resolve(meaning.of, f, context), (date) => weekdayBy(date.split('/')[0]!, meaning.weekday, 0, null))
    case 'nth':
      return on(dated(resolve(meaning.of, f, context)), (date) => nthOf(date, meaning.weekday, meaning.ordinal))
    case 'ago':
      return by('document', context, (date) => agoOf(date, meaning))
    case 'unitOf':
      return on(dated(resolve(meaning.of, f, context)), (date) => nearTo(date, nearOf(meaning.unit)))
    case 'newYear':
      return by('either', context, (date) => newYear(date))
    case 'turn':
      return by('either', context, (date) => turnOf(date))
    case 'inYear':
      return on(resolve(meaning.of, f, context), (date) => {
        const year = yearIn(date)
        return year === null ? null : write({ ...meaning.date, year })
      })
    case 'dayOf':
      return on(resolve(meaning.of, f, context), (date) =>
        /^-?\d{4}-\d{2}$/u.test(date) ? `${date}-${String(meaning.day).padStart(2, '0')}` : null,
      )
    case 'interval':
      return interval(resolve(meaning.first, f, context), resolve(meaning.last, f, context))
    case 'duration':
      return meaning.count === null
        ? { value: null, from: 'the words give no number' }
        : { value: period(meaning.unit, meaning.count), from: '' }
    case 'set':
      return { value: period(meaning.unit, meaning.count), from: '' }
    case 'clock':
      return meaning.of === null ? timeOfDay(context) : resolve(meaning.of, f, context)
    case 'dateless':
      return { value: null, from: meaning.why }
  }
}

/** A value worked out from the document's date or from the frame. */
function by(origin: Origin, context: Context, make: (date: string) => string | null): Resolved {
  const { dct, frame, style } = context
  const narrative = origin === 'narrative' || (origin === 'either' && style === 'narrative' && frame !== null)
  if (narrative) {
    const told = frame ?? context.described
    if (told === null) return { value: null, from: NO_FRAME }
    return made(make(told.value), `“${told.words}” before it`)
  }
  return dct === null ? { value: null, from: NO_DATE } : made(make(dct), `the document’s date ${dct}`)
}

/** A time of day alone: in a report of the last day told, in a narrative of where it stands. */
function timeOfDay(context: Context): Resolved {
  const { day, style } = context
  return style !== 'narrative' && day !== null
    ? { value: day.value, from: `“${day.words}” before it` }
    : by('narrative', context, (date) => date)
}

const made = (value: string | null, from: string): Resolved =>
  value === null ? { value, from: `${from} is not exact enough to tell` } : { value, from }

const on = (resolved: Resolved | null, make: (date: string) => string | null): Resolved | null =>
  resolved === null || resolved.value === null ? resolved : made2(make(resolved.value), resolved.from)

/** Worked out from the date that it names, where that is written whole. */
const dated = (resolved: Resolved | null): Resolved | null =>
  resolved === null || resolved.value === null || resolved.from !== ''
    ? resolved
    : { value: resolved.value, from: 'the date that it names' }

const made2 = (value: string | null, from: string): Resolved =>
  value === null ? { value, from: 'the time that it is a part of is not exact enough to tell' } : { value, from }

function interval(first: Resolved | null, last: Resolved | null): Resolved | null {
  if (first === null || last === null) return null
  if (first.value === null || last.value === null) return first.value === null ? first : last
  return { value: `${first.value}/${last.value}`, from: last.from || first.from }
}

function distance(meaning: Extract<Meaning, { kind: 'distance' }>, f: Found, context: Context): Resolved | null {
  const { count, unit, direction } = meaning
  if (count === null) return { value: null, from: 'the words give no number' }
  const move = (date: string): string | null => movedBy(date, count * direction, unit)
  if (meaning.of === null) return by(meaning.from, context, move)
  const of = resolve(meaning.of, f, context)
  return of === null || of.value === null ? of : made(move(of.value), of.from || 'the date that it names')
}

/** "in 490" is a year where the text tells of years before 1000, of the same era. */
function ancient(year: number, { frame }: Context): Resolved | null {
  const told = frame === null ? null : yearIn(frame.value)
  if (told === null || told >= 1000) return null
  return {
    value: write({ kind: 'calendar', year: told <= 0 ? 1 - year : year, month: null, day: null, part: null }),
    from: `the era of “${frame!.words}” before it`,
  }
}

/** A date with its year, or with the year that the narrative or the document gives it. */
function calendarDate(meaning: Calendar, f: Found, context: Context): Resolved {
  if (meaning.year !== null) return { value: write(meaning), from: f.from ?? '' }
  const { frame, dct } = context
  if (meaning.month === null && meaning.part === null) {
    const month = frame === null ? null : monthOf(frame.value)
    if (month === null) return { value: null, from: 'no month before it says which' }
    return {
      value: write({ ...meaning, year: yearIn(frame!.value)!, month }),
      from: `the month of “${frame!.words}” before it`,
    }
  }
  if (frame !== null && goesOn(meaning, frame, f, context))
    return {
      value: write({ ...meaning, year: narrativeYear(meaning, frame) }),
      from: `the year of “${frame.words}” before it`,
    }
  if (dct === null) return { value: null, from: `the year is not written, and ${NO_DATE}` }
  return { value: write({ ...meaning, year: documentYear(meaning, dct, f.tense) }), from: `the document’s date ${dct}` }
}

/** Whether a yearless date goes on from the one before it. In a report only within a paragraph, or where its month is near; what is to come is seen from the document. */
function goesOn(meaning: Calendar, frame: Frame, f: Found, { dct, style, block }: Context): boolean {
  const year = yearIn(frame.value)
  if (year === null) return false
  if (style === 'narrative' || dct === null) return true
  const told = write({ ...meaning, year: narrativeYear(meaning, frame) })
  const order = compareInTime(told, dct)
  if ((f.tense === 'future' && order < 0) || (f.tense === 'past' && order > 0)) return false
  const ahead = startMonth(meaning) - (monthOf(frame.value) ?? 12)
  if (f.tense === 'future' && ahead > MONTHS_BACK && compareInTime(frame.value, dct) > 0) return false
  if (f.tense === 'future' ? year < yearIn(dct)! : style === 'report' && year > yearIn(dct)!) return false
  if (style === 'analysis') return true
  const month = monthOf(frame.value)
  const away = month === null ? null : startMonth(meaning) - month
  return frame.block === block || (away !== null && away >= -2 && away <= 6)
}

/** First month of EDTF's seasons, quarters and halves. */
const FIRST_MONTH: Readonly<Record<number, number>> = {
  21: 3,
  22: 6,
  23: 9,
  24: 12,
  33: 1,
  34: 4,
  35: 7,
  36: 10,
  40: 1,
  41: 7,
}

const startMonth = ({ month, part }: Calendar): number => month ?? FIRST_MONTH[part!] ?? 1

const BOTH_YEARS = /\d[-–/]\d+$/u

/** The year of the date before it; the next one after a winter named by both its years, and where the months run past December. */
function narrativeYear(meaning: Calendar, { value, words }: Frame): number {
  const year = yearIn(value)!
  const from = monthOf(value)
  if (BOTH_YEARS.test(words) && value.endsWith('-24') && startMonth(meaning) < 9 && meaning.part !== 24) return year + 1
  if (from === null || meaning.part === 24) return year
  return startMonth(meaning) - from < -MONTHS_BACK ? year + 1 : year
}

/** A narrative looks back by up to this many months without naming the year. */
const MONTHS_BACK = 7

/** The document's year, moved so that what is told as past is not after it and what is told as to come is not before it. */
function documentYear(meaning: Calendar, dct: string, tense: Found['tense']): number {
  const year = yearIn(dct)!
  const now = monthOf(dct)
  if (now === null) return year
  const ahead = startMonth(meaning) - now
  if (tense === 'future') return ahead < 0 ? year + 1 : year
  if (tense === 'past') return ahead > 0 ? year - 1 : year
  return ahead > 6 ? year - 1 : ahead < -9 ? year + 1 : year
}

/** A date in figures, in the order that the document's other dates show. */
function figures({ a, b, year }: Extract<Meaning, { kind: 'figures' }>, { order }: Context): Resolved {
  const date = (month: number | null, day: number | null): string =>
    write({ kind: 'calendar', year, month, day, part: null })
  if (a > 12 || a === b) return { value: date(b, a), from: '' }
  if (b > 12) return { value: date(a, b), from: '' }
  if (order === 'unknown')
    return {
      value: date(null, null),
      from: 'day and month cannot be told apart, and no other date in the document shows their order',
    }
  return {
    value: order === 'day-first' ? date(b, a) : date(a, b),
    from: `other dates of the document, which put the ${order === 'day-first' ? 'day' : 'month'} first`,
  }
}
