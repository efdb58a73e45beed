import { edtf, isDate, writtenDate } from '../../text/index.ts'

/** A date as an entry prints it: EDTF with its place in the text that was searched. */
export interface EntryDate {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Month names by their first letters, for languages that lists are often written in besides English. */
const MONTHS: readonly (readonly string[])[] = [
  ['янв', 'січ', 'jan', 'ene', 'oca', 'gen'],
  ['фев', 'лют', 'feb', 'fév', 'şub'],
  ['мар', 'бер', 'mär', 'mar'],
  ['апр', 'кві', 'avr', 'abr', 'nis', 'apr'],
  ['мая', 'май', 'тра', 'mai', 'may', 'mag'],
  ['июн', 'чер', 'juin', 'jun', 'haz', 'giu'],
  ['июл', 'лип', 'juil', 'jul', 'tem', 'lug'],
  ['авг', 'сер', 'aug', 'aoû', 'ago', 'ağu'],
  ['сен', 'вер', 'sep', 'eyl', 'set'],
  ['окт', 'жов', 'okt', 'oct', 'eki', 'ott'],
  ['ноя', 'лис', 'nov', 'kas'],
  ['дек', 'гру', 'dez', 'déc', 'dic', 'ara', 'dec'],
]

function monthOf(word: string): number | null {
  const lower = word.toLowerCase()
  const at = MONTHS.findIndex((starts) => starts.some((s) => lower.startsWith(s)))
  return at < 0 ? null : at + 1
}

type Shape = readonly [RegExp, (groups: readonly string[]) => string | null]

const day = (year: string, month: number | null, date: string | null): string | null =>
  month === null || !isDate(Number(year), month, date === null ? 1 : Number(date))
    ? null
    : edtf(Number(year), month, date === null ? null : Number(date))

/** Shapes beyond those of `writtenDate` that begin with the year, and would be cut short by it: "2003, October 9", "2015 Oct 2", "1956. — 20 окт". */
const YEAR_FIRST: readonly Shape[] = [
  [
    /(?<![\d\p{L}])(\d{4}),?\s(\p{L}{3,12})\.?\s(\d{1,2})(?![\d\p{L}]|\s\d{4})/gu,
    ([y, n, d]) => day(y!, monthOf(n!), d!),
  ],
  [
    /(?<![\d\p{L}])(\d{4})\.\s(?:—\s)?(\d{1,2})\s(\p{L}{3,12})(?!\p{L}|\.?\s\d{4})/gu,
    ([y, d, n]) => day(y!, monthOf(n!), d!),
  ],
  [/(?<![\d./])(\d{4})\.\s(\d{1,2})\.\s(\d{1,2})\.?(?![\d/])/gu, ([y, m, d]) => day(y!, Number(m), d!)],
]

/** The other shapes, the fullest first. */
const SHAPES: readonly Shape[] = [
  [/(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]\s?(\d{1,2})\s?[일日号]/gu, ([y, m, d]) => day(y!, Number(m), d!)],
  [/(\d{4})\s?[년年]\s?(\d{1,2})\s?[월月]/gu, ([y, m]) => day(y!, Number(m), null)],
  [/((?:1[5-9]|20)\d\d)\s?[년年]/gu, ([y]) => y!],
  [
    /(?<!\d)(\d{1,2})\.?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?[\s-]+(?:de\s+)?(\d{4})(?!\d)(?:\s(?:года?|г\.))?/gu,
    ([d, n, y]) => day(y!, monthOf(n!), d!),
  ],
  [/(?<![\d./])(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?![\d/])/gu, ([y, m, d]) => day(y!, Number(m), d!)],
  [/(?<![\d./])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu, ([d, m, y]) => day(y!, Number(m), d!)],
  [/(?<![\p{L}\d])(\p{L}{3,12})\s+(?:de\s+)?(\d{4})(?!\d)/gu, ([n, y]) => day(y!, monthOf(n!), null)],
  [/(?<![\d\p{L}])(\d{4}),?\s(\p{L}{3,12})(?![\p{L}])/gu, ([y, n]) => (isYear(y!) ? day(y!, monthOf(n!), null) : null)],
  [/(?<![\d\p{L}/–-])((?:1[5-9]|20)\d{2})(?=[a-z]?(?![\d\p{L}/]))/gu, ([y]) => y!],
]

const isYear = (figures: string): boolean => /^(?:1[5-9]|20)\d\d$/u.test(figures)
const MOST = 20

/**
 * Every date of an entry in the order of the text: "27.01.2023", "23 February 2023", "October 4, 2022", "2003, October 9", "12 июля 2022",
 * "2022년 7월 13일", "May 2021", "2022". Day before month where only figures stand. "68/262" and "pp. 1991–2000" hold none.
 */
export function entryDates(text: string): EntryDate[] {
  const found: EntryDate[] = []
  const taken = (start: number, end: number): boolean => found.some((f) => start < f.end && f.start < end)
  const take = (shapes: readonly Shape[]): void => {
    for (const [shape, read] of shapes)
      for (const m of text.matchAll(shape)) {
        const value = read(m.slice(1))
        const end = m.index + m[0].length
        if (value !== null && found.length < MOST && !taken(m.index, end)) found.push({ value, start: m.index, end })
      }
  }
  take(YEAR_FIRST)
  for (let from = 0; found.length < MOST; ) {
    const date = writtenDate(text.slice(from))
    if (date === null) break
    const [start, end] = [from + date.start, from + date.end]
    if (!taken(start, end)) found.push({ value: date.value, start, end })
    from = end
  }
  take(SHAPES)
  const [first] = found
  const day = first !== undefined && found.every((f) => f.value.length === 4) ? dayOf(text, first.value) : null
  return (day === null ? found : [...found, day]).sort((a, b) => a.start - b.start)
}

const DAY_AND_MONTH = /(?<=[,.—–(]\s)(?:(\d{1,2})\s(\p{L}{3,12})|(\p{L}{3,12})\.?\s(\d{1,2}))(?=\s*(?:[,.;:)]|$))/gu
const ENGLISH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/iu

/** A day and month between marks, apart from their year: "(1977) ‘Title’, Faxi, 4 February". Not "Marta 4", nor "the May 5 movement". */
function dayOf(text: string, year: string): EntryDate | null {
  for (const m of text.matchAll(DAY_AND_MONTH)) {
    const name = m[2] ?? m[3]!
    const value = /^\p{ASCII}+$/u.test(name) && !ENGLISH.test(name) ? null : day(year, monthOf(name), m[1] ?? m[4]!)
    if (value !== null) return { value, start: m.index, end: m.index + m[0].length }
  }
  return null
}
