import type { Span } from '../../model/index.ts'
import type { TimeLexicon, TimeUnit } from '../../pipeline/index.ts'
import { isDate } from '../../text/index.ts'

/** What an expression of time says by itself, before anything is known of the document. */
export type Meaning =
  | {
      readonly kind: 'calendar'
      readonly year: number | null
      readonly month: number | null
      readonly day: number | null
      readonly season: number | null
    }
  | { readonly kind: 'figures'; readonly year: number; readonly a: number; readonly b: number }
  | { readonly kind: 'rough'; readonly value: string }
  | { readonly kind: 'day'; readonly offset: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly offset: number | null }
  | {
      readonly kind: 'near'
      readonly from: 'document' | 'narrative'
      readonly unit: TimeUnit
      readonly offset: number
      readonly season: number | null
      readonly month: number | null
    }
  | {
      readonly kind: 'span'
      readonly from: 'document'
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  | {
      readonly kind: 'distance'
      readonly from: 'document' | 'narrative'
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  | { readonly kind: 'now' }
  | { readonly kind: 'interval'; readonly first: Meaning; readonly last: Meaning }
  | { readonly kind: 'duration'; readonly unit: TimeUnit; readonly count: number | null }
  | { readonly kind: 'set'; readonly unit: TimeUnit }
  | { readonly kind: 'clock'; readonly date: Meaning | null }

export interface Found {
  readonly span: Span
  readonly meaning: Meaning
  /** "early", "about": the date is approximate. */
  readonly vague: boolean
}

interface Word {
  readonly text: string
  readonly low: string
  readonly start: number
  readonly end: number
}

const LEX = /\p{L}+(?:[-’']\p{Ll}+)?|\d+|\S/gu

/** Every expression of time in a stretch of text, left to right, none inside another. Linear in the text's length. */
export function findTimes(text: string, within: Span, lexicon: TimeLexicon): Found[] {
  const words: Word[] = []
  for (const m of text.slice(within.start, within.end).matchAll(LEX)) {
    const start = within.start + m.index
    const parts = /^(mid|early|late)-(\p{L}+)$/iu.exec(m[0])
    if (parts === null) words.push({ text: m[0], low: m[0].toLowerCase(), start, end: start + m[0].length })
    else {
      const cut = start + parts[1]!.length
      words.push(
        { text: parts[1]!, low: parts[1]!.toLowerCase(), start, end: cut },
        { text: '-', low: '-', start: cut, end: cut + 1 },
        { text: parts[2]!, low: parts[2]!.toLowerCase(), start: cut + 1, end: start + m[0].length },
      )
    }
  }
  const grammar = new Grammar(words, lexicon)
  const out: Found[] = []
  for (let at = 0; at < words.length; ) {
    const found = grammar.expression(at)
    if (found === null) {
      at++
      continue
    }
    out.push({
      span: { start: words[at]!.start, end: words[found.end - 1]!.end },
      meaning: found.meaning,
      vague: found.vague ?? false,
    })
    at = found.end
  }
  return out
}

/** `end`: the word after the match. */
interface Match {
  readonly end: number
  readonly meaning: Meaning
  readonly vague?: boolean
}

/** A recursive-descent grammar; each rule looks ahead a bounded number of words. */
class Grammar {
  readonly #words: readonly Word[]
  readonly #lexicon: TimeLexicon

  constructor(words: readonly Word[], lexicon: TimeLexicon) {
    this.#words = words
    this.#lexicon = lexicon
  }

  expression(at: number): Match | null {
    const rules = [
      this.#interval,
      this.#vagueDate,
      this.#articled,
      this.#clock,
      this.#date,
      this.#relative,
      this.#duration,
      this.#recurring,
    ]
    for (const rule of rules) {
      const match = rule.call(this, at)
      if (match !== null) return match
    }
    return null
  }

  #low(at: number): string {
    return this.#words[at]?.low ?? ''
  }

  /** Whether a word follows the one before it without white space. */
  #joined(at: number): boolean {
    return at > 0 && this.#words[at] !== undefined && this.#words[at]!.start === this.#words[at - 1]!.end
  }

  #figure(at: number): number | null {
    const word = this.#words[at]
    return word !== undefined && /^\d{1,9}$/u.test(word.text) ? Number(word.text) : null
  }

  /** A day of the month: "4", "4th", not part of a longer number. */
  #day(at: number): { value: number; end: number } | null {
    const value = this.#figure(at)
    if (value === null || value < 1 || value > 31 || this.#words[at]!.text.length > 2) return null
    if (/^(?:st|nd|rd|th)$/u.test(this.#low(at + 1)) && this.#joined(at + 1)) return { value, end: at + 2 }
    if (this.#joined(at + 1) && /^[\p{L}%:/]/u.test(this.#low(at + 1))) return null
    if (
      this.#joined(at + 1) &&
      /^[.,]$/u.test(this.#low(at + 1)) &&
      this.#joined(at + 2) &&
      this.#figure(at + 2) !== null
    )
      return null
    return { value, end: at + 1 }
  }

  /** A year of four figures that nothing marks as another number. `bare` stands without a month. */
  #year(at: number, bare: boolean): { value: number; end: number } | null {
    const word = this.#words[at]
    const value = this.#figure(at)
    if (word === undefined || value === null) return null
    const era = this.#era(at + 1)
    if (era !== null) return { value: era.sign * value, end: era.end }
    if (word.text.length !== 4 || value < 1000 || value > 2199) return null
    if (
      this.#joined(at + 1) &&
      (/^[\p{L}%:/]/u.test(this.#low(at + 1)) ||
        (/^[.,]$/u.test(this.#low(at + 1)) && this.#joined(at + 2) && this.#figure(at + 2) !== null))
    )
      return null
    if (this.#joined(at) && /^[/.,:$€£#№+]$|^\p{L}/u.test(this.#low(at - 1))) return null
    if (!bare) return { value, end: at + 1 }
    if (
      NUMBERED.test(this.#low(at - 1)) ||
      (this.#low(at - 1) === '.' && NUMBERED.test(this.#low(at - 2))) ||
      /^[$€£[#№]$/u.test(this.#low(at - 1))
    )
      return null
    if (this.#low(at - 1) === 'article' || (COUNTED.test(this.#low(at + 1)) && !/^(?:s)$/u.test(this.#low(at + 1))))
      return null
    return YEAR_BEFORE.test(this.#low(at - 1)) ||
      !/^\p{Ll}+s$/u.test(this.#low(at + 1)) ||
      this.#lexicon.units.has(this.#low(at + 1))
      ? { value, end: at + 1 }
      : null
  }

  #era(at: number): { sign: 1 | -1; end: number } | null {
    const plain = this.#words[at]?.text ?? ''
    if (/^(?:BC|BCE)$/u.test(plain)) return { sign: -1, end: at + 1 }
    if (/^(?:AD|CE)$/u.test(plain)) return { sign: 1, end: at + 1 }
    return null
  }

  #month(at: number): { value: number; end: number } | null {
    const word = this.#words[at]
    const value = this.#lexicon.months.get(this.#low(at))
    if (word === undefined || value === undefined || !/^\p{Lu}/u.test(word.text)) return null
    const point = this.#low(at + 1) === '.' && this.#joined(at + 1) && word.text.length <= 4
    return { value, end: at + (point ? 2 : 1) }
  }

  /** A date of the calendar with as much as is written. */
  #date(at: number): Match | null {
    return (
      this.#isoDate(at) ??
      this.#dayMonth(at) ??
      this.#monthFirst(at) ??
      this.#season(at) ??
      this.#decade(at) ??
      this.#century(at) ??
      this.#quarter(at) ??
      this.#bareYear(at) ??
      this.#dayName(at)
    )
  }

  #calendar(
    end: number,
    year: number | null,
    month: number | null = null,
    day: number | null = null,
    season: number | null = null,
  ): Match | null {
    if (month !== null && day !== null && !isDate(year ?? 2000, month, day)) return null
    return { end, meaning: { kind: 'calendar', year, month, day, season } }
  }

  /** 2024-06-19, 26. 02. 2025, 19/06/2024. */
  #isoDate(at: number): Match | null {
    const [a, b, c] = [this.#figure(at), this.#figure(at + 2), this.#figure(at + 4)]
    if (a === null || b === null || c === null || (this.#joined(at) && /[\p{L}\d.\-/]/u.test(this.#low(at - 1))))
      return null
    const mark = this.#low(at + 1)
    if (mark !== this.#low(at + 3) || (this.#joined(at + 5) && /[\d\-/]/u.test(this.#low(at + 5)))) return null
    if (mark === '-' && this.#words[at]!.text.length === 4 && this.#joined(at + 4))
      return this.#calendar(at + 5, a, b, c)
    if (this.#words[at + 4]!.text.length !== 4) return null
    if (mark === '.') return this.#calendar(at + 5, c, b, a)
    if (mark !== '/' || !this.#joined(at + 4) || a > 31 || b > 31 || (a > 12 && b > 12)) return null
    return { end: at + 5, meaning: { kind: 'figures', year: c, a, b } }
  }

  /** "19 June 2024", "19th of June", "4 October". */
  #dayMonth(at: number): Match | null {
    const day = this.#day(at) ?? this.#ordinalDay(at)
    if (day === null) return null
    const of = this.#low(day.end) === 'of' ? day.end + 1 : day.end
    const month = this.#month(of)
    if (month === null) return null
    const comma = this.#low(month.end) === ',' ? month.end + 1 : month.end
    const year = this.#year(comma, false)
    return this.#calendar(year?.end ?? month.end, year?.value ?? null, month.value, day.value)
  }

  #ordinalDay(at: number): { value: number; end: number } | null {
    const value = this.#lexicon.ordinals.get(this.#low(at))
    return value !== undefined && this.#low(at + 1) === 'of' ? { value, end: at + 1 } : null
  }

  /** "June 19, 2024", "June 2024", "June 19", "June"; a doubtful month needs a number or a preposition of time beside it. */
  #monthFirst(at: number): Match | null {
    const month = this.#month(at)
    if (month === null) return null
    const day = this.#day(month.end)
    if (day !== null && this.#low(day.end) !== 'percent') {
      const comma = this.#low(day.end) === ',' ? day.end + 1 : day.end
      const year = this.#year(comma, false)
      return this.#calendar(year?.end ?? day.end, year?.value ?? null, month.value, day.value)
    }
    const comma = /^(?:,|of)$/u.test(this.#low(month.end)) ? month.end + 1 : month.end
    const year = this.#year(comma, false)
    if (year !== null) return this.#calendar(year.end, year.value, month.value)
    if (this.#lexicon.doubtful.has(this.#low(at)) && !BEFORE_MONTH.test(this.#low(at - 1))) return null
    return this.#calendar(month.end, null, month.value)
  }

  /** "summer 1943", "the summer of 1943", "spring". */
  #season(at: number): Match | null {
    const season = this.#lexicon.seasons.get(this.#low(at))
    if (season === undefined) return null
    const of = /^(?:of|,)$/u.test(this.#low(at + 1)) ? at + 2 : at + 1
    const year = this.#year(of, false)
    if (year !== null) return this.#calendar(year.end, year.value, null, null, season)
    return BEFORE_SEASON.test(this.#low(at - 1)) ? this.#calendar(at + 1, null, null, null, season) : null
  }

  /** "1980s", "1980’s", "the 80s". */
  #decade(at: number): Match | null {
    const word = this.#words[at]
    const value = this.#figure(at)
    if (word === undefined || value === null || value % 10 !== 0 || !/^(?:4|2)$/u.test(String(word.text.length)))
      return null
    const plain = this.#low(at + 1) === 's' && this.#joined(at + 1)
    const apostrophe = /^[’']$/u.test(this.#low(at + 1)) && this.#joined(at + 1) && this.#low(at + 2) === 's'
    if (!plain && !apostrophe) return null
    const year = word.text.length === 4 ? value : 1900 + value
    return {
      end: at + (plain ? 2 : 3),
      meaning: {
        kind: 'rough',
        value: year % 100 === 0 && word.text.length === 4 ? `${year / 100}XX` : `${Math.floor(year / 10)}X`,
      },
    }
  }

  /** "the 19th century", "the nineteenth century". */
  #century(at: number): Match | null {
    const figure = this.#figure(at)
    const number =
      figure !== null && /^(?:st|nd|rd|th)$/u.test(this.#low(at + 1))
        ? { value: figure, end: at + 2 }
        : this.#lexicon.ordinals.has(this.#low(at))
          ? { value: this.#lexicon.ordinals.get(this.#low(at))!, end: at + 1 }
          : null
    if (
      number === null ||
      number.value > 21 ||
      !/^centur(?:y|ies)$/u.test(this.#low(this.#low(number.end) === '-' ? number.end + 1 : number.end))
    )
      return null
    const end = (this.#low(number.end) === '-' ? number.end + 1 : number.end) + 1
    return { end, meaning: { kind: 'rough', value: `${String(number.value - 1).padStart(2, '0')}XX` } }
  }

  /** "Q3 2024", "the third quarter of 2024", "the first half of 2024". */
  #quarter(at: number): Match | null {
    const short = /^q([1-4])$/u.exec(this.#low(at) + this.#low(at + 1))
    if (short !== null && this.#low(at) === 'q') {
      const year = this.#year(at + 2, false)
      return year === null ? null : this.#calendar(year.end, year.value, null, null, 32 + Number(short[1]))
    }
    const ordinal = this.#lexicon.ordinals.get(this.#low(at)) ?? (this.#low(at) === 'second' ? 2 : undefined)
    const base = this.#low(at + 1) === 'quarter' ? 32 : this.#low(at + 1) === 'half' ? 39 : null
    if (ordinal === undefined || base === null || ordinal > (base === 32 ? 4 : 2) || this.#low(at + 2) !== 'of')
      return null
    const year = this.#year(at + 3, false)
    return year === null ? null : this.#calendar(year.end, year.value, null, null, base + ordinal)
  }

  #bareYear(at: number): Match | null {
    const year = this.#year(at, true)
    if (year !== null) return this.#calendar(year.end, year.value)
    const word = this.#words[at]
    if (/^(?:AD)$/u.test(word?.text ?? '') && this.#figure(at + 1) !== null)
      return this.#calendar(at + 2, this.#figure(at + 1))
    return null
  }

  /** "Monday", "last Monday", "Monday, 5 May 2025". */
  #dayName(at: number): Match | null {
    const word = this.#words[at]
    const weekday = this.#lexicon.weekdays.get(this.#low(at))
    if (word === undefined || weekday === undefined || !/^\p{Lu}/u.test(word.text)) return null
    const comma = this.#low(at + 1) === ',' ? at + 2 : at + 1
    const dated = this.#dayMonth(comma) ?? this.#monthFirst(comma)
    if (dated !== null && dated.meaning.kind === 'calendar' && dated.meaning.day !== null) return dated
    if (this.#lexicon.doubtful.has(this.#low(at))) return null
    return { end: at + 1, meaning: { kind: 'weekday', weekday, offset: null } }
  }

  /** "1939–1945", "from 3 to 5 May 1940", "between March and June 1941", "3–5 May". */
  #interval(at: number): Match | null {
    const opened = /^(?:from|between)$/u.test(this.#low(at))
    const first = opened ? null : this.#date(at)
    if (opened) return null
    const years =
      first?.meaning.kind === 'calendar' &&
      first.meaning.month === null &&
      first.meaning.season === null &&
      first.meaning.day === null
    if (first !== null && years && /^[-–—]$/u.test(this.#low(first.end)) && this.#joined(first.end)) {
      const second = this.#year(first.end + 1, false) ?? this.#shortYear(first.end + 1, first.meaning)
      if (second !== null && first.meaning.kind === 'calendar' && second.value >= (first.meaning.year ?? 0))
        return {
          end: second.end,
          meaning: {
            kind: 'interval',
            first: first.meaning,
            last: { kind: 'calendar', year: second.value, month: null, day: null, season: null },
          },
        }
    }
    return this.#dayRange(at)
  }

  /** "1939–45". */
  #shortYear(at: number, first: Meaning): { value: number; end: number } | null {
    const value = this.#figure(at)
    if (value === null || this.#words[at]!.text.length !== 2 || first.kind !== 'calendar' || first.year === null)
      return null
    const whole = Math.floor(first.year / 100) * 100 + value
    return whole > first.year ? { value: whole, end: at + 1 } : null
  }

  /** "3–5 May 1940", "May 3–5, 1940". */
  #dayRange(at: number): Match | null {
    const a = this.#day(at)
    if (a !== null && /^[-–—]$/u.test(this.#low(a.end))) {
      const rest = this.#dayMonth(a.end + 1)
      if (rest?.meaning.kind === 'calendar' && rest.meaning.day !== null && rest.meaning.day > a.value)
        return {
          end: rest.end,
          meaning: { kind: 'interval', first: { ...rest.meaning, day: a.value }, last: rest.meaning },
        }
    }
    const month = this.#month(at)
    const from = month === null ? null : this.#day(month.end)
    if (month === null || from === null || !/^[-–—]$/u.test(this.#low(from.end))) return null
    const to = this.#day(from.end + 1)
    if (to === null || to.value <= from.value) return null
    const comma = this.#low(to.end) === ',' ? to.end + 1 : to.end
    const year = this.#year(comma, false)
    const base = { kind: 'calendar' as const, year: year?.value ?? null, month: month.value, season: null }
    return {
      end: year?.end ?? to.end,
      meaning: { kind: 'interval', first: { ...base, day: from.value }, last: { ...base, day: to.value } },
    }
  }

  /** "early October", "late 1942", "mid-July 1944", "the end of 1943", "about 1300". */
  #vagueDate(at: number): Match | null {
    const article = this.#low(at) === 'the' ? at + 1 : at
    const word = this.#low(article)
    if (!this.#lexicon.vague.has(word) || /^(?:about|around|approximately|over|nearly|almost|roughly)$/u.test(word))
      return null
    const next = article + 1
    const of = /^(?:of|in|to|-|part)$/u.test(this.#low(next))
      ? this.#low(next) === 'part' && this.#low(next + 1) === 'of'
        ? next + 2
        : next + 1
      : next
    if (/^(?:end|beginning|start|middle)$/u.test(word) && of === next) return null
    const the = this.#low(of) === 'the' ? of + 1 : of
    const inner = this.#date(the) ?? this.#near(the)
    if (inner === null || (inner.meaning.kind === 'calendar' && inner.meaning.day !== null)) return null
    if (
      article !== at &&
      /^(?:early|late|mid)$/u.test(word) &&
      inner.meaning.kind !== 'rough' &&
      of === next &&
      inner.meaning.kind !== 'calendar'
    )
      return null
    return { ...inner, vague: true }
  }

  /** "the 1980s", "the 19th century", "the summer of 1943", "the following day", "the year 1939", "that same day". */
  #articled(at: number): Match | null {
    if (!/^(?:the|that)$/u.test(this.#low(at))) return null
    if (this.#low(at + 1) === 'year' && this.#figure(at + 2) !== null)
      return this.#year(at + 2, false) === null ? null : this.#calendar(at + 3, this.#figure(at + 2))
    return (
      this.#decade(at + 1) ??
      this.#century(at + 1) ??
      this.#season(at + 1) ??
      this.#quarter(at + 1) ??
      this.#near(at + 1, true) ??
      (this.#low(at) === 'that' ? this.#thatUnit(at) : null)
    )
  }

  #thatUnit(at: number): Match | null {
    const unit = this.#lexicon.units.get(this.#low(at + 1))
    return unit === undefined || this.#low(at + 1).endsWith('s')
      ? null
      : { end: at + 2, meaning: { kind: 'near', from: 'narrative', unit, offset: 0, season: null, month: null } }
  }

  /** "last month", "this year", "next week", "the following day", "the same year", "last June". */
  #near(at: number, articled = false): Match | null {
    const word = this.#low(at)
    const narrative = this.#lexicon.fromNarrative.get(word)
    const document = this.#lexicon.fromDocument.get(word)
    const from =
      articled && narrative !== undefined
        ? 'narrative'
        : document !== undefined && !(articled && document === 0)
          ? 'document'
          : null
    if (from === null) return null
    const offset = from === 'narrative' ? narrative! : document!
    const unit = this.#lexicon.units.get(this.#low(at + 1))
    if (unit !== undefined && !/s$/u.test(this.#low(at + 1)))
      return { end: at + 2, meaning: { kind: 'near', from, unit, offset, season: null, month: null } }
    const season = this.#lexicon.seasons.get(this.#low(at + 1))
    if (season !== undefined)
      return { end: at + 2, meaning: { kind: 'near', from, unit: 'season', offset, season, month: null } }
    const month = this.#month(at + 1)
    if (month !== null)
      return {
        end: month.end,
        meaning: { kind: 'near', from, unit: 'month', offset, season: null, month: month.value },
      }
    const weekday = this.#lexicon.weekdays.get(this.#low(at + 1))
    if (weekday !== undefined) return { end: at + 2, meaning: { kind: 'weekday', weekday, offset } }
    return null
  }

  /** "yesterday", "last month", "in recent days", "over the past two years", "two weeks ago", "a week later". */
  #relative(at: number): Match | null {
    const day = this.#lexicon.days.get(this.#low(at))
    if (day !== undefined) return { end: at + 1, meaning: { kind: 'day', offset: day } }
    if (this.#low(at) === 'now' || this.#low(at) === 'currently' || this.#low(at) === 'nowadays')
      return { end: at + 1, meaning: { kind: 'now' } }
    return this.#near(at) ?? this.#pastUnits(at) ?? this.#distance(at)
  }

  /** "the past two years", "recent days", "the last few months", "the next five years". */
  #pastUnits(at: number): Match | null {
    const article = /^(?:the|these)$/u.test(this.#low(at)) ? at + 1 : at
    const word = this.#low(article)
    const direction = word === 'recent' ? -1 : this.#lexicon.fromDocument.get(word)
    if (direction === undefined || direction === 0) return null
    const count = this.#count(article + 1)
    const end = count?.end ?? article + 1
    const unit = this.#lexicon.units.get(this.#low(end))
    if (unit === undefined || !this.#low(end).endsWith('s')) return null
    return {
      end: end + 1,
      meaning: { kind: 'span', from: 'document', unit, count: count?.value ?? null, direction: direction < 0 ? -1 : 1 },
    }
  }

  #count(at: number): { value: number | null; end: number } | null {
    const figure = this.#figure(at)
    if (figure !== null) return { value: figure, end: at + 1 }
    const word = this.#lexicon.numbers.get(this.#low(at))
    if (word === undefined) return null
    if (this.#low(at) === 'a' && /^(?:few|couple|dozen)$/u.test(this.#low(at + 1)))
      return {
        value: this.#low(at + 1) === 'few' ? null : this.#lexicon.numbers.get(this.#low(at + 1))!,
        end: this.#low(at + 2) === 'of' ? at + 3 : at + 2,
      }
    if (this.#low(at + 1) === '-' && this.#lexicon.numbers.has(this.#low(at + 2)))
      return { value: (word ?? 0) + (this.#lexicon.numbers.get(this.#low(at + 2)) ?? 0), end: at + 3 }
    return { value: word, end: at + 1 }
  }

  /** "two weeks ago", "three days later", "a month earlier", "two years before": measured from the document only by "ago". */
  #distance(at: number): Match | null {
    const count = this.#count(at)
    if (count === null) return null
    const unit = this.#lexicon.units.get(this.#low(count.end))
    if (unit === undefined) return null
    const how = this.#low(count.end + 1)
    if (how === 'ago')
      return {
        end: count.end + 2,
        meaning: { kind: 'distance', from: 'document', unit, count: count.value, direction: -1 },
      }
    const direction = this.#lexicon.before.has(how) ? -1 : this.#lexicon.after.has(how) ? 1 : null
    if (direction === null || /^(?:before|after|prior|back)$/u.test(how)) return null
    return { end: count.end + 2, meaning: { kind: 'distance', from: 'narrative', unit, count: count.value, direction } }
  }

  /** "three weeks", "several months", "a year", "two-month". */
  #duration(at: number): Match | null {
    const vague = /^(?:about|around|approximately|over|nearly|almost|roughly)$/u.test(this.#low(at)) ? at + 1 : at
    const count = this.#count(vague)
    if (count === null || this.#low(vague) === 'half') return null
    const hyphen = this.#low(count.end) === '-' ? count.end + 1 : count.end
    const word = this.#low(hyphen)
    const unit = this.#lexicon.units.get(word)
    if (unit === undefined || unit === 'quarter' || (count.value === null && !word.endsWith('s'))) return null
    if (/^an?$/u.test(this.#low(vague)) && /^(?:minute|quarter|century)$/u.test(unit)) return null
    const old =
      /^old$/u.test(this.#low(hyphen + 1)) || (this.#low(hyphen + 1) === '-' && this.#low(hyphen + 2) === 'old')
    return old
      ? null
      : { end: hyphen + 1, meaning: { kind: 'duration', unit, count: count.value }, vague: vague !== at }
  }

  /** "every year", "annually", "each day". */
  #recurring(at: number): Match | null {
    const word = this.#low(at)
    if (!this.#lexicon.recurring.has(word)) return null
    const unit = this.#lexicon.units.get(this.#low(at + 1))
    if (/^(?:every|each)$/u.test(word))
      return unit === undefined ? null : { end: at + 2, meaning: { kind: 'set', unit } }
    if (word === 'annual') return null
    const adverb = {
      daily: 'day',
      weekly: 'week',
      monthly: 'month',
      quarterly: 'quarter',
      yearly: 'year',
      annually: 'year',
    } as const
    return { end: at + 1, meaning: { kind: 'set', unit: adverb[word as keyof typeof adverb] } }
  }

  /** "5:30 a.m. on 6 June", "8:00 pm", "midnight on 5 May". */
  #clock(at: number): Match | null {
    const hour = this.#figure(at)
    let end: number
    if (
      hour !== null &&
      hour < 25 &&
      this.#low(at + 1) === ':' &&
      this.#joined(at + 1) &&
      /^\d{2}$/u.test(this.#words[at + 2]?.text ?? '')
    )
      end = at + 3
    else if (
      hour !== null &&
      hour > 0 &&
      hour < 13 &&
      /^(?:am|pm)$|^[ap]$/u.test(this.#low(at + 1)) &&
      (/^[ap]m$/u.test(this.#low(at + 1)) || (this.#low(at + 2) === '.' && this.#low(at + 3) === 'm'))
    )
      end = at + 1
    else if (
      /^(?:midnight|noon|dawn|dusk)$/u.test(this.#low(at)) &&
      /^(?:at|by|until|around|before|after)$/u.test(this.#low(at - 1))
    )
      end = at + 1
    else return null
    if (/^[ap]m$/u.test(this.#low(end))) end++
    else if (/^[ap]$/u.test(this.#low(end)) && this.#low(end + 1) === '.' && this.#low(end + 2) === 'm')
      end += this.#low(end + 3) === '.' && this.#joined(end + 3) ? 4 : 3
    if (/^(?:hours|local|GMT|UTC)$/iu.test(this.#low(end)))
      end += this.#low(end) === 'local' && this.#low(end + 1) === 'time' ? 2 : 1
    const on = /^(?:on|,)$/u.test(this.#low(end)) ? end + 1 : end
    const date = this.#dayMonth(on) ?? this.#monthFirst(on)
    return date === null || date.meaning.kind !== 'calendar' || date.meaning.day === null
      ? { end, meaning: { kind: 'clock', date: null } }
      : { end: date.end, meaning: { kind: 'clock', date: date.meaning } }
  }
}

const NUMBERED =
  /^(?:no|nos|number|resolution|article|articles|paragraph|page|pages|pp|section|chapter|decree|directive|regulation|flight|room|unit|km|approximately|about|nearly|some|than|over)$/u
const COUNTED =
  /^(?:men|people|troops|soldiers|civilians|prisoners|tons|tonnes|kilometers|kilometres|km|miles|metres|meters|feet|dollars|euros|percent|per|killed|wounded|dead|million|billion|thousand|tanks|aircraft|vehicles|votes|members|square|of|refugees|casualties|deaths|hours)$/u
const YEAR_BEFORE =
  /^(?:in|since|until|till|by|from|of|during|before|after|to|between|and|early|late|mid|for|year|around|circa|,|\(|–|-|—)$/u
const BEFORE_MONTH =
  /^(?:in|since|until|till|by|from|of|during|before|after|to|between|this|last|next|early|late|mid|-|for|and|throughout|through)$/u
const BEFORE_SEASON = /^(?:the|in|last|this|next|early|late|mid|that|following|by|during|until|since|-)$/u
