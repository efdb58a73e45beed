import { isDate } from '../../text/index.ts'
import { calendar, type Match, type Meaning } from './meaning.ts'
import type { Words } from './words.ts'

interface Value {
  readonly value: number
  readonly end: number
}

const dated = (end: number, ...parts: Parameters<typeof calendar>): Match | null => {
  const [year, month = null, day = null] = parts
  if (month !== null && day !== null && !isDate(year ?? 2000, month, day)) return null
  return { end, meaning: calendar(...parts) }
}

/** A date of the calendar with as much as is written. */
export function date(w: Words, at: number): Match | null {
  return (
    figures(w, at) ??
    dayMonth(w, at) ??
    monthFirst(w, at) ??
    season(w, at) ??
    decade(w, at) ??
    century(w, at) ??
    quarter(w, at) ??
    fiscal(w, at) ??
    bareYear(w, at) ??
    holiday(w, at) ??
    weekday(w, at)
  )
}

/** A day of the month, "4" or "4th", that is not part of a longer number. */
export function day(w: Words, at: number): Value | null {
  const value = w.figure(at)
  if (value === null || value < 1 || value > 31 || w.text(at).length > 2 || w.runsOn(at)) return null
  if (w.joined(at) && /^[\p{L}.,:/$€£#+]/u.test(w.low(at - 1))) return null
  if (w.joined(at + 1) && w.in(at + 1, w.lexicon.ordinalEndings)) return { value, end: at + 2 }
  return w.joined(at + 1) && w.letters(at + 1) ? null : { value, end: at + 1 }
}

/** "first", "twentieth", "twenty-sixth"; −1 is the last. */
export function ordinal(w: Words, at: number): Value | null {
  const value = w.lexicon.ordinals.get(w.low(at))
  if (value !== undefined) return { value, end: at + 1 }
  const tens = w.lexicon.numbers.get(w.low(at)) ?? 0
  if (tens < 20 || tens > 90 || !w.dash(at + 1) || !w.joined(at + 1) || !w.joined(at + 2)) return null
  const ones = w.lexicon.ordinals.get(w.low(at + 2)) ?? 0
  return ones > 0 && ones < 10 ? { value: tens + ones, end: at + 3 } : null
}

const isOrdinal = (w: Words, day: Value): boolean => w.in(day.end - 1, w.lexicon.ordinalEndings)

/** A month by its name, capital first; an abbreviation takes its point. */
export function month(w: Words, at: number): Value | null {
  const value = w.lexicon.months.get(w.low(at))
  if (value === undefined || !w.capital(at)) return null
  const short = w.text(at).length <= 4 && w.low(at + 1) === '.' && w.joined(at + 1)
  return { value, end: at + (short && !/^(?:may|june|july)$/u.test(w.low(at)) ? 2 : 1) }
}

/** An era after a year ("BC", "B.C."), or before it ("AD"). */
function era(w: Words, at: number): { sign: 1 | -1; end: number } | null {
  const plain = w.lexicon.eras.get(w.text(at))
  if (plain !== undefined) return { sign: plain, end: at + 1 }
  if (w.low(at + 1) !== '.' || !w.joined(at + 2)) return null
  const pointed = w.lexicon.eras.get(w.text(at) + w.text(at + 2))
  if (pointed === undefined) return null
  const closes = w.low(at + 3) === '.' && w.joined(at + 3)
  return { sign: pointed, end: at + (closes ? 4 : 3) }
}

/** 1 BC is the year 0. */
const eraYear = (value: number, sign: 1 | -1): number => (sign === 1 ? value : 1 - value)

/** A year of four figures (1000 to 2199) that no sign beside it makes another number, or any year with its era. */
export function year(w: Words, at: number): Value | null {
  const value = w.figure(at)
  if (value === null || w.text(at).length > 4) return null
  const after = era(w, at + 1)
  if (after !== null && value > 0) return { value: eraYear(value, after.sign), end: after.end }
  if (w.text(at).length !== 4 || value < 1000 || value > 2199 || w.runsOn(at)) return null
  if (w.joined(at + 1) && w.letters(at + 1)) return null
  if (w.joined(at) && /^[\p{L}/.,:$€£¥#№+[@_]/u.test(w.low(at - 1))) return null
  return { value, end: at + 1 }
}

/** A year that stands alone. Counts, numbered things, sums, codes and telephone numbers are none: "1914 soldiers", "resolution 2231". */
function bareYear(w: Words, at: number): Match | null {
  const before = w.lexicon.eras.get(w.text(at))
  const late = before === 1 ? w.figure(at + 1) : null
  if (late !== null && late > 0) return dated(at + 2, late)
  const value = w.figure(at)
  if (value === null) return apostropheYear(w, at)
  const found = year(w, at)
  if (found === null) return doubleYear(w, at) ?? ancient(w, at)
  if (found.end > at + 1) return dated(found.end, found.value)
  return isNumbered(w, at) || isCode(w, at) || isCount(w, at) ? null : dated(found.end, found.value)
}

/** "in ’48", "and ’52": two figures from 31 up are a year of the twentieth century. */
function apostropheYear(w: Words, at: number): Match | null {
  const value = w.figure(at + 1)
  if (w.low(at) !== '’' || value === null || value < 31 || w.text(at + 1).length !== 2 || !w.joined(at + 1)) return null
  if (w.joined(at) || w.joined(at + 2) !== /^[,.;:)?!–-]?$/u.test(w.low(at + 2))) return null
  return w.lexicon.small.has(w.low(at - 1)) ? dated(at + 2, 1900 + value) : null
}

/** "2022/23": a season or a budget's year. "2022/15" is a number. */
function doubleYear(w: Words, at: number): Match | null {
  const first = w.figure(at)
  const second = w.figure(at + 2)
  if (first === null || second === null || w.low(at + 1) !== '/' || !w.joined(at + 1) || !w.joined(at + 2)) return null
  if (first < 1000 || first > 2199 || (w.text(at + 2).length === 2 ? (first + 1) % 100 : first + 1) !== second)
    return null
  if (w.runsOn(at + 2) || isNumbered(w, at) || (w.joined(at) && !/^[(“"]$/u.test(w.low(at - 1)))) return null
  return { end: at + 3, meaning: { kind: 'interval', first: calendar(first), last: calendar(first + 1) } }
}

/** "in 490": a year of three figures, if the text turns out to tell of such times. */
function ancient(w: Words, at: number): Match | null {
  const value = w.figure(at)
  if (value === null || w.text(at).length !== 3 || w.runsOn(at) || w.joined(at)) return null
  if (!w.in(at - 1, w.lexicon.timePrepositions) || (w.joined(at + 1) && !/^[,.;:)–-]$/u.test(w.low(at + 1))))
    return null
  return w.noun(at + 1) ? null : { end: at + 1, meaning: { kind: 'ancient', year: value } }
}

/** Whether a noun that numbers things stands before, with perhaps other numbers of a list between: "resolutions 1718, 1874 and 2094". */
function isNumbered(w: Words, at: number): boolean {
  let back = at - 1
  for (let steps = 0; steps < 12; steps++, back--) {
    const inList = w.figure(back) !== null || w.comma(back) || w.is(back, 'and') || w.dash(back)
    if (!inList && w.low(back) !== '.') break
  }
  return w.in(back, w.lexicon.numbered)
}

/** Whether signs beside a number make it a sum, a code or a telephone number. */
function isCode(w: Words, at: number): boolean {
  if (/^[$€£¥#№[]$/u.test(w.low(at - 1))) return true
  const certain = w.in(at - 1, w.lexicon.timePrepositions)
  const beside = (i: number): boolean => w.figure(i) !== null
  if (!certain && (beside(at - 1) || (beside(at + 1) && !w.joined(at + 1)))) return true
  if (!w.joined(at) || !w.dash(at - 1) || !w.joined(at - 1))
    return w.dash(at + 1) && w.joined(at + 2) && isLongNumber(w, at + 2)
  return w.figure(at - 2) !== null ? year(w, at - 2) === null : !isPrefix(w, at - 2)
}

/** Figures after a dash that are neither a later year nor its last two figures. */
function isLongNumber(w: Words, at: number): boolean {
  return w.figure(at) !== null && w.text(at).length !== 4 && w.text(at).length !== 2
}

/** "mid-1914", "post-1945", "April–1914" hold a year; "Mi-2000" does not. */
const isPrefix = (w: Words, at: number): boolean =>
  w.in(at, w.lexicon.vague) || w.in(at, w.lexicon.prefixes) || w.in(at, w.lexicon.months) || w.in(at, w.lexicon.seasons)

/** Where the list of years begins whose last member stands at a place: "in 1975 and 1976 clashes grew". */
function listStart(w: Words, at: number): number {
  let first = at
  for (let steps = 0; steps < 6; steps++) {
    const before =
      (w.is(first - 1, 'and') || w.comma(first - 1) || w.is(first - 1, 'to')) && year(w, first - 2) !== null
    if (!before) break
    first -= 2
  }
  return first
}

/** A preposition of time before one year, or "between" and "from" before the first of several. */
const inFrame = (w: Words, at: number): boolean =>
  w.in(at - 1, w.lexicon.timePrepositions) ||
  (w.is(at - 1, 'between') && w.is(at + 1, 'and')) ||
  (w.is(at - 1, 'from') && w.is(at + 1, 'to'))

/** Whether a number counts what comes after it, or words before it measure it. */
function isCount(w: Words, at: number): boolean {
  const certain = (w.dash(at - 1) && w.joined(at) && w.in(at - 2, w.lexicon.prefixes)) || inFrame(w, listStart(w, at))
  if (w.dash(at + 1) && w.joined(at + 1) && w.joined(at + 2) && w.in(at + 2, w.lexicon.counted)) return true
  if (w.in(at + 1, w.lexicon.counted)) return !certain
  if (!certain && w.in(at - 1, w.lexicon.estimates)) return w.letters(at + 1) && !w.lexicon.small.has(w.low(at + 1))
  if (w.in(at - 1, w.lexicon.measures)) return true
  const plural = w.letters(at + 1) && !w.capital(at + 1) && !w.joined(at + 1) && w.lexicon.plural(w.low(at + 1))
  if (!plural || certain || w.in(at + 1, w.lexicon.units)) return false
  return !w.in(at - 1, w.lexicon.determiners)
}

/** 2024-06-19, 2024-06, 26. 02. 2025, 19/06/2024. */
function figures(w: Words, at: number): Match | null {
  const [a, b, c] = [w.figure(at), w.figure(at + 2), w.figure(at + 4)]
  if (a === null || b === null || (w.joined(at) && /^[\p{L}\d.\-/:]/u.test(w.low(at - 1)))) return null
  const mark = w.low(at + 1)
  if (mark === '.' && w.text(at).length === 2 && w.text(at + 2).length === 4 && w.low(at + 3) !== '.') {
    const framed = w.in(at - 1, w.lexicon.timePrepositions) || w.in(at - 1, w.lexicon.loosePrepositions)
    const sure = framed && w.joined(at + 1) && w.joined(at + 2) && !w.runsOn(at + 2) && b > 1899 && b < 2100
    return sure && a > 0 && a <= 12 && !w.in(at + 3, w.lexicon.counted) ? dated(at + 3, b, a) : null
  }
  const whole = mark === w.low(at + 3) && c !== null && !(w.joined(at + 5) && /^[\d\-/]/u.test(w.low(at + 5)))
  if (mark === '-' && w.text(at).length === 4 && w.text(at + 2).length === 2 && w.joined(at + 2)) {
    if (a < 1000 || a > 2199) return null
    if (whole && w.joined(at + 4) && w.text(at + 4).length === 2) return dated(at + 5, a, b, c)
    const alone = !(w.joined(at + 3) && /^[-/]$/u.test(w.low(at + 3)))
    return alone && b >= 1 && b <= 12 && b <= a % 100 && !isNumbered(w, at) ? dated(at + 3, a, b) : null
  }
  if (!whole || w.text(at + 4).length !== 4 || w.text(at).length > 2 || w.text(at + 2).length > 2) return null
  if (mark === '.') return dated(at + 5, c, b, a)
  if ((mark !== '/' && mark !== '-') || !w.joined(at + 4) || a > 31 || b > 31 || (a > 12 && b > 12) || a * b === 0)
    return null
  return { end: at + 5, meaning: { kind: 'figures', year: c!, a, b } }
}

/** A year right after a month, day or season, past a comma or an "of". */
function yearAfter(w: Words, at: number, of: boolean): Value | null {
  return year(w, at) ?? (w.comma(at) || (of && w.is(at, 'of')) ? year(w, at + 1) : null)
}

/** "19 June 2024", "19th of June", "the 4th of October", "Sunday 25 June". */
export function dayMonth(w: Words, at: number): Match | null {
  const first = day(w, at) ?? ordinalDay(w, at)
  if (first === null) return null
  const name = month(w, w.is(first.end, 'of') ? first.end + 1 : first.end)
  if (name === null || (w.joined(name.end - 1) && w.figure(first.end - 1) === null && !isOrdinal(w, first))) return null
  const past = yearAfter(w, name.end, true)
  return dated(past?.end ?? name.end, past?.value ?? null, name.value, first.value)
}

/** "first of May". */
function ordinalDay(w: Words, at: number): Value | null {
  const found = ordinal(w, at)
  return found !== null && found.value > 0 && found.value < 32 && w.is(found.end, 'of') ? found : null
}

/** "June 19, 2024", "June 2024", "June 19", "June"; a doubtful month alone needs a preposition of time before it. */
export function monthFirst(w: Words, at: number): Match | null {
  const name = month(w, at)
  if (name === null) return null
  const number = day(w, name.end)
  if (number !== null && !w.in(number.end, w.lexicon.counted)) {
    const past = yearAfter(w, number.end, true)
    return dated(past?.end ?? number.end, past?.value ?? null, name.value, number.value)
  }
  const past = yearAfter(w, name.end, true)
  if (past !== null) return dated(past.end, past.value, name.value)
  const described = w.in(at - 1, w.lexicon.determiners) && w.noun(name.end) && !w.capital(name.end)
  if (w.in(at, w.lexicon.doubtful) && !frames(w, at) && !described) return null
  return isForename(w, at, name.end) || isNamed(w, at) ? null : dated(name.end, null, name.value)
}

/** "Black September": a month after a capital word that is no word of time and begins no sentence. */
const isNamed = (w: Words, at: number): boolean =>
  w.capital(at - 1) &&
  w.noun(at - 1) &&
  w.list[at - 2] !== undefined &&
  !/^[.:;?!]$/u.test(w.low(at - 2)) &&
  !w.in(at - 1, w.lexicon.vague) &&
  !w.in(at - 1, w.lexicon.weekdays) &&
  !w.in(at - 1, w.lexicon.months) &&
  !w.lexicon.fromDocument.has(w.low(at - 1)) &&
  !w.lexicon.fromNarrative.has(w.low(at - 1)) &&
  !w.in(at - 1, w.lexicon.timePrepositions)

/** "Mr. Friday", "Ms August". */
const titled = (w: Words, at: number): boolean => w.in(w.low(at - 1) === '.' ? at - 2 : at - 1, w.lexicon.titles)

/** "April Novak", "June Park said": a month before a name, with no word of time or article before it. */
const isForename = (w: Words, at: number, end: number): boolean =>
  titled(w, at) ||
  (w.capital(end) &&
    w.noun(end) &&
    !w.in(end, w.lexicon.weekdays) &&
    !frames(w, at) &&
    !w.in(at - 1, w.lexicon.determiners) &&
    !w.in(at - 1, w.lexicon.vague))

/** Whether a word of time stands before a doubtful one: "in May", "early March", "last fall". */
const frames = (w: Words, at: number): boolean =>
  w.in(at - 1, w.lexicon.timePrepositions) ||
  (w.in(at - 1, w.lexicon.loosePrepositions) && !w.is(at - 1, 'the')) ||
  w.in(at - 1, w.lexicon.fromDocument) ||
  w.in(at - 1, w.lexicon.fromNarrative) ||
  (w.dash(at - 1) && w.joined(at))

/** "summer 1943", "the summer of 1943", "1982 summer", "spring"; "the fall of Paris" is none. */
export function season(w: Words, at: number): Match | null {
  const early = splitYear(w, at) ?? year(w, at)
  if (early !== null && w.lexicon.seasons.has(w.low(early.end)))
    return dated(early.end + 1, early.value, null, null, w.lexicon.seasons.get(w.low(early.end))!)
  const part = w.lexicon.seasons.get(w.low(at))
  if (part === undefined) return null
  const past = splitYear(w, w.is(at + 1, 'of') ? at + 2 : at + 1) ?? yearAfter(w, at + 1, true)
  if (past !== null) return dated(past.end, past.value, null, null, part)
  const name = w.capital(at - 1) && w.letters(at - 1) && !w.lexicon.small.has(w.low(at - 1))
  const framed = !w.is(at - 1, 'to') && (frames(w, at) || (w.is(at - 1, 'the') && (frames(w, at - 1) || w.capital(at))))
  const doubtful = w.in(at, w.lexicon.doubtful) && (!framed || w.is(at + 1, 'of') || name)
  return doubtful || (name && w.capital(at) && !w.noun(at + 1)) ? null : dated(at + 1, null, null, null, part)
}

/** "1992-93", "2023/24" after or before a season: it has the first year's number. */
function splitYear(w: Words, at: number): Value | null {
  const [first, second] = [w.figure(at), w.figure(at + 2)]
  if (first === null || second === null || w.text(at).length !== 4 || !/^[-–/]$/u.test(w.low(at + 1))) return null
  if (first < 1000 || first > 2199 || !w.joined(at + 1) || !w.joined(at + 2)) return null
  return second === first + 1 || (w.text(at + 2).length === 2 && second === (first + 1) % 100)
    ? { value: first, end: at + 3 }
    : null
}

/** "the sixties", "the mid-seventies", "in the early nineties"; "in his sixties" is an age. */
function namedDecade(w: Words, at: number): Match | null {
  const tens = w.lexicon.decades.get(w.low(at))
  if (tens === undefined) return null
  let before = at - 1
  if (w.dash(before)) before--
  if (w.in(before, w.lexicon.vague)) before--
  return w.is(before, 'the') ? { end: at + 1, meaning: { kind: 'rough', value: `19${tens}X` } } : null
}

/** "1980s", "1980’s", "the 80s", "470s BC"; "the 2000s" are ten years, "the 1900s" a hundred. */
export function decade(w: Words, at: number): Match | null {
  const named = namedDecade(w, at)
  if (named !== null) return named
  const value = w.figure(at)
  const length = w.text(at).length
  if (value === null || value % 10 !== 0 || length < 2 || length > 4) return null
  const plain = w.low(at + 1) === 's' && w.joined(at + 1)
  const marked = w.low(at + 1) === '’' && w.joined(at + 1) && w.low(at + 2) === 's' && w.joined(at + 2)
  if (!plain && !marked) return null
  const end = at + (plain ? 2 : 3)
  const past = era(w, end)
  if (past?.sign === -1)
    return { end: past.end, meaning: { kind: 'interval', first: calendar(-(value + 8)), last: calendar(1 - value) } }
  if (length === 3) return null
  const first = length === 4 ? value : 1900 + value
  const rough = first % 100 === 0 && length === 4 && first !== 2000 ? `${first / 100}XX` : `${first / 10}X`
  return { end, meaning: { kind: 'rough', value: rough } }
}

/** "the 19th century", "nineteenth-century", "the 4th century BC". */
export function century(w: Words, at: number): Match | null {
  const figure = w.figure(at)
  const found =
    figure !== null && w.in(at + 1, w.lexicon.ordinalEndings) ? { value: figure, end: at + 2 } : ordinal(w, at)
  if (found === null || found.value < 1 || found.value > 21) return null
  const { value: number, end: next } = found
  const name = w.dash(next) && w.joined(next) ? next + 1 : next
  if (w.lexicon.units.get(w.low(name)) !== 'century') return null
  const past = era(w, name + 1)
  if (past?.sign === -1)
    return {
      end: past.end,
      meaning: { kind: 'interval', first: calendar(1 - number * 100), last: calendar(-(number - 1) * 100) },
    }
  return { end: past?.end ?? name + 1, meaning: { kind: 'rough', value: `${String(number - 1).padStart(2, '0')}XX` } }
}

/** "Q3 2024", "H1 2024", "4Q 2023". */
function quarter(w: Words, at: number): Match | null {
  const letter = w.figure(at) === null ? at : at + 1
  const number = w.figure(letter === at ? at + 1 : at)
  const base = { q: 32, h: 39 }[w.low(letter)]
  if (base === undefined || number === null || !w.joined(at + 1)) return null
  if (number < 1 || number > (base === 32 ? 4 : 2)) return null
  const past = yearAfter(w, at + 2, true)
  if (past !== null) return dated(past.end, past.value, null, null, base + number)
  const alone = letter === at && w.capital(at) && w.in(at - 1, w.lexicon.timePrepositions)
  const ends = !w.joined(at + 2) || /^[,.;:)]$/u.test(w.low(at + 2))
  return alone && ends && !w.runsOn(at + 1) ? dated(at + 2, null, null, null, base + number) : null
}

/** "FY2024", "fiscal year 2024", "FY2023-24", "fiscal 2023/24", "the 2023-24 fiscal year", "financial year 2023/24". */
export function fiscal(w: Words, at: number): Match | null {
  const split = splitYear(w, at)
  const early = split ?? year(w, at)
  if (early !== null) {
    if (!w.in(early.end, w.lexicon.fiscalYears) || !w.is(early.end + 1, 'year') || w.low(early.end + 1) !== 'year')
      return null
    const [first, last] = [calendar(early.value), calendar(early.value + 1)]
    return { end: early.end + 2, meaning: split === null ? first : { kind: 'interval', first, last } }
  }
  if (!w.in(at, w.lexicon.fiscal) && !(w.in(at, w.lexicon.fiscalYears) && w.is(at + 1, 'year'))) return null
  const next = w.is(at + 1, 'year') ? at + 2 : at + 1
  const value = w.figure(next)
  if (value === null || w.text(next).length !== 4 || value < 1000 || value > 2199) return null
  const double = /^[-–/]$/u.test(w.low(next + 1)) && w.joined(next + 2) && w.figure(next + 2) === (value + 1) % 100
  if (double) return { end: next + 3, meaning: { kind: 'interval', first: calendar(value), last: calendar(value + 1) } }
  return dated(next + 1, value)
}

/** "Christmas 1963", "New Year’s Eve", "Easter": those that move from year to year have no day of their own, and "the Good Friday Agreement" is none. */
function holiday(w: Words, at: number): Match | null {
  if (!w.capital(at)) return null
  for (let length = 6; length > 0; length--) {
    const name = nameOf(w, at, length)
    const fixed = w.lexicon.holidays.get(name)
    if (fixed === undefined) continue
    const past = year(w, at + length) ?? (w.comma(at + length) ? year(w, at + length + 1) : null)
    if (typeof fixed !== 'string') return dated(past?.end ?? at + length, past?.value ?? null, fixed.month, fixed.day)
    if (past !== null) return dated(past.end, past.value)
    const named = w.capital(at + length) && w.noun(at + length)
    return named ? null : { end: at + length, meaning: { kind: 'dateless', why: fixed } }
  }
  return null
}

function nameOf(w: Words, at: number, length: number): string {
  let name = w.low(at)
  for (let i = at + 1; i < at + length; i++) name += (w.joined(i) ? '' : ' ') + w.low(i)
  return name
}

/** "Monday", "Monday, 5 May 2025", "Sunday 25 June". */
export function weekday(w: Words, at: number): Match | null {
  const value = w.lexicon.weekdays.get(w.low(at))
  if (value === undefined || !w.capital(at)) return null
  const next = at + (w.comma(at + 1) ? 2 : 1)
  const after = dayMonth(w, w.is(next, 'the') ? next + 1 : next) ?? monthFirst(w, next)
  if (after !== null && hasDay(after.meaning)) return after
  if (w.in(at, w.lexicon.doubtful) || w.text(at).length < 6 || titled(w, at)) return null
  return { end: at + 1, meaning: { kind: 'weekday', weekday: value, offset: null } }
}

const hasDay = (meaning: Meaning): boolean => meaning.kind === 'calendar' && meaning.day !== null
