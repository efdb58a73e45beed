import type { Span } from '../../model/index.ts'
import type { TimeLexicon } from '../../pipeline/index.ts'
import { century, date, day, dayMonth, decade, fiscal as fiscalYear, month, ordinal, season, year } from './calendar.ts'
import { clock } from './clock.ts'
import { count, duration, recurring } from './lengths.ts'
import { calendar, type Found, type Leaning, type Match, type Meaning } from './meaning.ts'
import { dayAlone, near, relative, turn } from './relative.ts'
import { isStop, tense } from './tense.ts'
import { Words } from './words.ts'

/**
 * Every expression of time in a stretch of text, left to right, none inside another. A recursive-descent grammar: each rule looks
 * ahead a bounded number of words, so that the whole is linear in the text's length.
 */
export function findTimes(text: string, within: Span, lexicon: TimeLexicon): Found[] {
  const w = new Words(text, within, lexicon)
  const matches: (Match & { at: number })[] = []
  for (let at = 0; at < w.list.length; ) {
    const match = expression(w, at)
    if (match !== null) matches.push({ ...match, at })
    at = match?.end ?? at + 1
  }
  const depth = brackets(w)
  return matches.map((match, i) => ({
    span: { start: w.list[match.at]!.start, end: w.list[match.end - 1]!.end },
    meaning: match.meaning,
    vague: match.vague ?? false,
    leans: leaning(w, match, matches[i + 1]),
    tense: tense(w, match.at, match.end),
    aside: depth[match.at]! > 0 || w.in(match.at - 1, w.lexicon.limits),
    bounds: w.lexicon.bounding.get(w.low(match.at - 1)) ?? null,
    opens: opens(w, match.at),
    describes: describes(w, match),
  }))
}

/** "the 1991 treaty": a bare year that tells which, not when. */
const describes = (w: Words, { at, end, meaning }: Match & { at: number }): boolean =>
  meaning.kind === 'calendar' &&
  meaning.month === null &&
  w.in(at - 1, w.lexicon.determiners) &&
  w.noun(end) &&
  !w.joined(end)

const RULES = [
  clock,
  nthWeekday,
  unitEnd,
  partOf,
  narrowed,
  withArticle,
  listed,
  within,
  dated,
  relative,
  duration,
  recurring,
  ordinalUnit,
]

function expression(w: Words, at: number): Match | null {
  if (w.low(at) === '') return null
  for (const rule of RULES) {
    const match = rule(w, at)
    if (match !== null) return match
  }
  return null
}

/** A date, with a part of the day after it ("Monday morning", "Sunday dawn of 25 June"), or the year that it lies in ("April 2 this year"). */
function dated(w: Words, at: number): Match | null {
  const found = date(w, at)
  return found === null ? null : (inYear(w, found) ?? inWeek(w, found) ?? withDaypart(w, found))
}

/** "Thursday next week", "Tuesday of last week". */
function inWeek(w: Words, { meaning, end }: Match): Match | null {
  if (meaning.kind !== 'weekday' || meaning.offset !== null) return null
  const of = near(w, w.is(end, 'of') ? end + 1 : end)
  if (of?.meaning.kind !== 'near' || of.meaning.unit !== 'week') return null
  return { end: of.end, meaning: { kind: 'weekdayIn', weekday: meaning.weekday, of: of.meaning } }
}

/** "the first Sunday of October 2017", "the last Friday in November". */
function nthWeekday(w: Words, at: number): Match | null {
  const which = w.is(at, 'the') ? ordinal(w, at + 1) : null
  const weekday = which === null ? undefined : w.lexicon.weekdays.get(w.low(which.end))
  if (which === null || weekday === undefined || which.value > 5) return null
  if (!w.is(which.end + 1, 'of') && !w.is(which.end + 1, 'in')) return null
  const of = contained(w, which.end + 2)
  return of === null || isDay(of.meaning)
    ? null
    : { end: of.end, meaning: { kind: 'nth', weekday, ordinal: which.value, of: of.meaning } }
}

/** "year’s end", "the month’s end", "year-end". */
function unitEnd(w: Words, at: number): Match | null {
  const first = w.is(at, 'the') ? at + 1 : at
  const unit = w.lexicon.units.get(w.low(first))
  if (unit === undefined || !/^(?:week|month|quarter|year|decade|century)$/u.test(unit)) return null
  const hyphen = w.dash(first + 1) && w.joined(first + 1) && w.joined(first + 2)
  const owned = w.low(first + 1) === '’' && w.joined(first + 1) && w.low(first + 2) === 's'
  const noun = hyphen ? first + 2 : owned ? first + 3 : null
  if (noun === null || !w.in(noun, w.lexicon.parts) || w.noun(noun + 1)) return null
  if (w.in(first, w.lexicon.plurals)) return null
  return {
    end: noun + 1,
    vague: true,
    meaning: { kind: 'near', from: 'either', unit, offset: 0, part: null, month: null },
  }
}

/** "October of that year", "April 2 this year", "spring next year". */
function inYear(w: Words, found: Match): Match | null {
  const { meaning, end } = found
  if (meaning.kind !== 'calendar' || meaning.year !== null) return null
  const of = near(w, w.is(end, 'of') || (w.comma(end) && w.is(end + 1, 'this')) ? end + 1 : end)
  if (of === null || of.meaning.kind !== 'near' || of.meaning.unit !== 'year') return null
  return { end: of.end, meaning: { kind: 'inYear', date: meaning, of: of.meaning } }
}

function withDaypart(w: Words, found: Match): Match {
  const { kind } = found.meaning
  const hasDay = kind === 'weekday' || (kind === 'calendar' && found.meaning.day !== null)
  if (!hasDay || !w.in(found.end, w.lexicon.dayparts) || w.joined(found.end)) return found
  const of = w.is(found.end + 1, 'of') ? dayMonth(w, found.end + 2) : null
  return { end: of?.end ?? found.end + 1, meaning: { kind: 'clock', of: of?.meaning ?? found.meaning } }
}

/** "early October", "mid-July 1944", "the late 1980s", "later that month", "early in the morning of 6 June", "about 1910". */
function narrowed(w: Words, at: number): Match | null {
  const first = w.is(at, 'the') ? at + 1 : at
  if (first === at && w.in(at, w.lexicon.estimates)) return estimated(w, at)
  if (w.in(first, w.lexicon.parts) && w.dash(first + 1) && w.joined(first + 1) && w.joined(first + 2)) {
    const inner = rough(w, first + 2, false)
    return inner === null || isDay(inner.meaning) ? null : { ...inner, vague: true }
  }
  const approximate = w.lexicon.vague.get(w.low(first))
  if (approximate === undefined) return null
  const next = first + (w.dash(first + 1) && w.joined(first + 1) ? 2 : 1)
  const inside = w.is(next, 'in') || w.is(next, 'on') ? next + 1 : next
  const inner = rough(w, next, first > at) ?? (inside > next ? (rough(w, inside, false) ?? theUnit(w, inside)) : null)
  if (inner === null) return null
  const compound =
    first > at &&
    inner.meaning.kind === 'rough' &&
    inner.end - 2 > next &&
    w.dash(inner.end - 2) &&
    w.letters(inner.end - 1)
  const adjective = compound || (first > at && inner.meaning.kind === 'calendar' && w.noun(inner.end))
  if (adjective || (first > at && inner.meaning.kind === 'near') || !(approximate || canHold(inner.meaning)))
    return null
  return { ...inner, vague: approximate && !isDay(inner.meaning) }
}

/** "about 1910", "circa 466 BC". */
function estimated(w: Words, at: number): Match | null {
  const next = w.low(at + 1) === '.' && w.joined(at + 1) ? at + 2 : at + 1
  const inner = date(w, next)
  return inner?.meaning.kind === 'calendar' ? { ...inner, vague: true } : null
}

/** What "early" and "late" can stand before. */
function rough(w: Words, at: number, articled: boolean): Match | null {
  const the = !articled && w.is(at, 'the') ? at + 1 : at
  const today = w.lexicon.days.has(w.low(at)) ? relative(w, at) : null
  return today ?? near(w, at) ?? clock(w, at) ?? dated(w, the) ?? roughSeason(w, the)
}

/** A season after "early" with no more to it. */
function roughSeason(w: Words, the: number): Match | null {
  return w.lexicon.seasons.has(w.low(the)) ? plainSeason(w, the) : null
}

const plainSeason = (w: Words, at: number): Match => ({
  end: at + 1,
  meaning: calendar(null, null, null, w.lexicon.seasons.get(w.low(at))!),
})

const isDay = (meaning: Meaning): boolean =>
  meaning.kind === 'clock' ||
  meaning.kind === 'day' ||
  meaning.kind === 'weekdayIn' ||
  meaning.kind === 'weekday' ||
  (meaning.kind === 'calendar' && meaning.day !== null)

/** "later" and "earlier" need a time that they lie in: "later that month", not "later Monday". */
const canHold = (meaning: Meaning): boolean =>
  meaning.kind === 'near' || meaning.kind === 'day' || (meaning.kind === 'calendar' && !isDay(meaning))

/** "the year", "the month" with nothing that says which: the one that the text lives in. */
function theUnit(w: Words, at: number): Match | null {
  const unit = w.is(at, 'the') ? w.lexicon.units.get(w.low(at + 1)) : undefined
  if (unit === undefined || w.in(at + 1, w.lexicon.plurals) || /^(?:minute|hour)$/u.test(unit)) return null
  return { end: at + 2, meaning: { kind: 'near', from: 'either', unit, offset: 0, part: null, month: null } }
}

/** "the end of 1943", "the middle of the month", "the first half of 2024", "the latter part of the year", "month’s end". */
function partOf(w: Words, at: number): Match | null {
  const first = w.is(at, 'the') ? at + 1 : at
  const ordinal = w.lexicon.ordinals.get(w.low(first)) ?? { latter: 2, early: 1, later: 2 }[w.low(first)]
  const noun = ordinal === undefined ? first : first + 1
  const base = w.is(noun, 'half') ? 39 : w.lexicon.units.get(w.low(noun)) === 'quarter' ? 32 : null
  const plain = ordinal === undefined ? w.in(noun, w.lexicon.parts) : w.low(noun) === 'part'
  if (!(base !== null && ordinal !== undefined) && !plain) return null
  if (base === 32 && first > at && !w.is(noun + 1, 'of')) return bareQuarter(w, at, noun, ordinal!)
  if (!w.is(noun + 1, 'of')) return null
  const inner = contained(w, noun + 2)
  if (inner === null || (isDay(inner.meaning) && inner.meaning.kind !== 'clock')) return null
  if (base === null) return { ...inner, vague: true }
  const number = ordinal! < 0 ? (base === 39 ? 2 : 4) : ordinal!
  return number > (base === 39 ? 2 : 4)
    ? null
    : { end: inner.end, meaning: { kind: 'part', part: base + number, of: inner.meaning } }
}

/** "in the fourth quarter", "the first quarter 2024"; "the fourth quarter results" and "the last quarter" are read elsewhere. */
function bareQuarter(w: Words, at: number, noun: number, ordinal: number): Match | null {
  if (ordinal < 1 || ordinal > 4) return null
  const past = year(w, noun + 1)
  if (past !== null) return { end: past.end, meaning: calendar(past.value, null, null, 32 + ordinal) }
  return (w.is(at - 1, 'by') || w.is(at - 1, 'of')) && !w.noun(noun + 1)
    ? { end: noun + 1, meaning: calendar(null, null, null, 32 + ordinal) }
    : null
}

/** "the end of the first quarter". */
function ordinalQuarter(w: Words, at: number): Match | null {
  const which = w.is(at, 'the') ? ordinal(w, at + 1) : null
  if (which === null || w.lexicon.units.get(w.low(which.end)) !== 'quarter' || w.is(which.end + 1, 'of')) return null
  return bareQuarter(w, at, which.end, which.value)
}

/** What parts are parts of: a date, "that year", "the year". */
function contained(w: Words, at: number): Match | null {
  return (
    narrowed(w, at) ??
    ordinalQuarter(w, at) ??
    turn(w, at) ??
    near(w, at) ??
    theUnit(w, at) ??
    withArticle(w, at) ??
    date(w, at)
  )
}

/** A season with "of last year" after it, which `inYear` reads on. */
const seasonOf = (w: Words, at: number): Match | null =>
  w.lexicon.seasons.has(w.low(at)) && w.is(at + 1, 'of') && inYear(w, plainSeason(w, at)) !== null
    ? plainSeason(w, at)
    : null

/** Expressions that take the article: "the 1980s", "the 19th century", "the summer of 1943", "the 4th of May", "the year 1939". */
function withArticle(w: Words, at: number): Match | null {
  if (!w.is(at, 'the')) return null
  if (w.is(at + 1, 'year')) {
    const found = year(w, at + 2)
    return found === null ? null : { end: found.end, meaning: calendar(found.value) }
  }
  if (w.low(at + 1) === '’' && w.joined(at + 2)) {
    const short = decade(w, at + 2)
    if (short !== null) return short
  }
  const fiscal = fiscalYear(w, at + 1)
  if (fiscal !== null) return fiscal
  const whole = decade(w, at + 1) ?? century(w, at + 1)
  if (whole !== null) return w.dash(whole.end - 2) && w.letters(whole.end - 1) && w.noun(whole.end) ? null : whole
  const found = season(w, at + 1) ?? seasonOf(w, at + 1) ?? dayMonth(w, at + 1)
  if (found !== null) {
    const whole = inYear(w, found)
    if (whole !== null) return whole
    const yearless = found.meaning.kind === 'calendar' && found.meaning.year === null
    return yearless && w.noun(found.end) && !w.in(found.end, w.lexicon.dayparts) ? null : found
  }
  return dayAlone(w, at)
}

/** The first of several days, years or months that share what follows: "3" in "3–5 May", "17" in "1915–17", "9" in "March 5–9, 1918". */
function listed(w: Words, at: number): Match | null {
  return shortYear(w, at) ?? leadingDay(w, at) ?? trailingDay(w, at)
}

function shortYear(w: Words, at: number): Match | null {
  const value = w.figure(at)
  if (
    value === null ||
    w.text(at).length !== 2 ||
    w.runsOn(at) ||
    !w.joined(at) ||
    !w.dash(at - 1) ||
    !w.joined(at - 1)
  )
    return null
  const first = year(w, at - 2)
  if (first === null || date(w, at - 2)?.end !== at - 1) return null
  const whole = Math.floor(first.value / 100) * 100 + value
  return whole > first.value && !(w.joined(at + 1) && w.dash(at + 1)) ? { end: at + 1, meaning: calendar(whole) } : null
}

/** A day whose month comes with a later day: up to eight days stand in one list. */
function leadingDay(w: Words, at: number): Match | null {
  const first = w.is(at, 'the') ? at + 1 : at
  const own = day(w, first)
  if (own === null) return null
  let next = own.end
  for (let steps = 0; steps < 8; steps++) {
    const link = linkEnd(w, next)
    if (link === null) return null
    const start = w.is(link, 'the') ? link + 1 : link
    const whole = dayMonth(w, start)
    if (whole !== null) return { end: own.end, meaning: calendar(null, null, own.value) }
    const another = day(w, start)
    if (another === null) return null
    next = another.end
  }
  return null
}

/** The end of what joins two members of a range or list. */
function linkEnd(w: Words, at: number): number | null {
  if (w.comma(at)) return w.is(at + 1, 'and') ? at + 2 : at + 1
  return w.dash(at) || w.is(at, 'and') || w.is(at, 'to') ? at + 1 : null
}

/** "9, 1918" after "March 5–"; "5" after "May 3 and" only where a year or the clause's end follows. */
function trailingDay(w: Words, at: number): Match | null {
  const number = day(w, at)
  if (number === null || dayMonth(w, at) !== null) return null
  const dash = w.dash(at - 1) && w.joined(at)
  const to = w.is(at - 1, 'to') || w.low(at - 1) === 'through'
  if (!dash && !to && !w.is(at - 1, 'and')) return null
  const before = day(w, at - 2) ?? day(w, at - 3)
  const name = monthBefore(w, at - 2) ?? monthBefore(w, at - 3)
  if (before === null || name === null || before.end !== at - 1 || before.value >= number.value) return null
  const past = year(w, number.end) ?? (w.comma(number.end) ? year(w, number.end + 1) : null)
  if (!dash && past === null && !/^[,.;)]?$/u.test(w.low(number.end))) return null
  return {
    end: past?.end ?? number.end,
    meaning: calendar(past?.value ?? null, past === null ? null : name, number.value),
  }
}

const monthBefore = (w: Words, at: number): number | null => {
  const found = month(w, at - 1) ?? (w.low(at - 1) === '.' ? month(w, at - 2) : null)
  return found !== null && found.end === at ? found.value : null
}

/** "the first week of August", "the last two days of 1944"; without a date after "of" it is a length: "the first three years". */
function within(w: Words, at: number): Match | null {
  const ordinal = w.is(at, 'the') ? w.lexicon.ordinals.get(w.low(at + 1)) : undefined
  if (ordinal === undefined || ordinal > 12) return null
  const number = w.is(at + 2, 'a') ? null : count(w, at + 2)
  const noun = number?.end ?? at + 2
  const unit = w.lexicon.units.get(w.low(noun))
  if (unit === undefined || unit === 'century' || !w.is(noun + 1, 'of')) return null
  const of = contained(w, noun + 2)
  const plural = w.in(noun, w.lexicon.plurals)
  if (of !== null && !isDay(of.meaning) && !(plural && number === null))
    return { end: of.end, meaning: { kind: 'within', ordinal, count: number?.value ?? 1, unit, of: of.meaning } }
  if (of !== null && !isDay(of.meaning)) return { ...of, vague: true }
  return plural ? { end: noun + 1, meaning: { kind: 'duration', unit, count: number?.value ?? null } } : null
}

/** "the second day", "the last month of the talks": counted in something that is no date. */
function ordinalUnit(w: Words, at: number): Match | null {
  const ordinal = w.is(at, 'the') ? w.lexicon.ordinals.get(w.low(at + 1)) : undefined
  const unit = w.lexicon.units.get(w.low(at + 2))
  if (ordinal === undefined || unit === undefined || /^(?:minute|quarter|century)$/u.test(unit)) return null
  if (w.in(at + 2, w.lexicon.plurals) || (w.dash(at + 3) && w.joined(at + 3))) return null
  return { end: at + 3, meaning: { kind: 'dateless', why: 'it is counted in something whose date is not told' } }
}

/** How an expression leans on the next one, by the few words between them. */
function leaning(w: Words, match: Match & { at: number }, next: (Match & { at: number }) | undefined): Leaning | null {
  if (next === undefined || next.at - match.end > 2) return null
  const between = next.at - match.end
  const link = match.end
  if (match.meaning.kind === 'clock')
    return match.meaning.of === null && (between === 0 || w.is(link, 'on') || w.comma(link) || w.is(link, 'of'))
      ? 'day'
      : null
  if (between === 0) return /^\p{P}/u.test(w.text(next.at)) ? 'range' : null
  if (w.dash(link) && between === 1) return 'range'
  if (w.is(link, 'to') && between <= 2) return 'range'
  if (w.is(link, 'and')) return w.is(match.at - 1, 'between') ? 'range' : 'list'
  return w.comma(link) ? 'list' : null
}

/** How many round brackets are open at each word. */
function brackets(w: Words): number[] {
  let open = 0
  return w.list.map(({ text }) => {
    if (text === '(') open++
    else if (text === ')') open = Math.max(0, open - 1)
    return open
  })
}

/** Whether nothing but small words stands between a sentence's beginning and an expression. */
function opens(w: Words, at: number): boolean {
  for (let back = at - 1; back >= at - 3; back--) {
    if (isStop(w, back) || w.low(back) === ':') return true
    if (!w.lexicon.small.has(w.low(back))) return false
  }
  return false
}
