import type { Span } from '../../model/index.ts'
import type { TimeUnit } from '../../pipeline/index.ts'

/** A date of the calendar as far as it is written. `part` is EDTF's season, quarter or half (21–24, 33–36, 40, 41). */
export interface Calendar {
  readonly kind: 'calendar'
  /** Astronomical: 0 is 1 BC. */
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly part: number | null
}

/** Where a relative expression is measured from: the document's date, the date told before it, or whichever of them the text lives by. */
export type Origin = 'document' | 'narrative' | 'either'

/** What an expression of time says by itself, before anything is known of the document. */
export type Meaning =
  | Calendar
  /** "03/04/2024": which is the month is for the document to show. */
  | { readonly kind: 'figures'; readonly year: number; readonly a: number; readonly b: number }
  /** A year of up to three figures ("in 490"), a year only where the text tells of such times. */
  | { readonly kind: 'ancient'; readonly year: number }
  /** A decade or a century: EDTF as it stands. */
  | { readonly kind: 'rough'; readonly value: string }
  | { readonly kind: 'day'; readonly offset: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly offset: -1 | 0 | 1 | null }
  /** "last month", "the next day", "this spring", "last May". */
  | {
      readonly kind: 'near'
      readonly from: Origin
      readonly unit: TimeUnit
      readonly offset: number
      readonly part: number | null
      readonly month: number | null
    }
  /** "the past two years": a length that ends or begins at the origin. */
  | {
      readonly kind: 'reach'
      readonly from: Origin
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  /** "two weeks ago", "a month later", "two days after 5 May": `of` is the date that it is measured from, where it is named. */
  | {
      readonly kind: 'distance'
      readonly from: Origin
      readonly of: Meaning | null
      readonly unit: TimeUnit
      readonly count: number | null
      readonly direction: -1 | 1
    }
  /** "the third quarter of last year", "the first half of May". */
  | { readonly kind: 'part'; readonly part: number; readonly of: Meaning }
  /** "the first week of August", "the last two days of 1944"; `ordinal` −1 is the last. */
  | {
      readonly kind: 'within'
      readonly ordinal: number
      readonly count: number
      readonly unit: TimeUnit
      readonly of: Meaning
    }
  /** "Thursday next week", "Tuesday of last week". */
  | { readonly kind: 'weekdayIn'; readonly weekday: number; readonly of: Meaning }
  /** "the first Sunday of October 2017"; `ordinal` −1 is the last. */
  | { readonly kind: 'nth'; readonly weekday: number; readonly ordinal: number; readonly of: Meaning }
  /** "four years ago today", "a decade ago this month": exact to the unit. */
  | {
      readonly kind: 'ago'
      readonly unit: TimeUnit
      readonly count: number | null
      readonly exact: 'day' | 'month' | 'week' | 'year'
    }
  /** "the week of 6 May": the unit that a date lies in. */
  | { readonly kind: 'unitOf'; readonly unit: TimeUnit; readonly of: Meaning }
  /** "the new year": the one that begins nearest. */
  | { readonly kind: 'newYear' }
  /** "the turn of the century": the one nearest. */
  | { readonly kind: 'turn' }
  /** "April 2 this year", "October of that year", "the spring of next year". */
  | { readonly kind: 'inYear'; readonly date: Calendar; readonly of: Meaning }
  /** "the 28th of that month". */
  | { readonly kind: 'dayOf'; readonly day: number; readonly of: Meaning }
  | { readonly kind: 'interval'; readonly first: Meaning; readonly last: Meaning }
  /** "now". */
  | { readonly kind: 'now' }
  /** "at that time": the date told before, as it is. */
  | { readonly kind: 'then' }
  | { readonly kind: 'duration'; readonly unit: TimeUnit; readonly count: number | null }
  | { readonly kind: 'set'; readonly unit: TimeUnit; readonly count: number }
  /** A time of day; of the day that the expression says, else that it leans on, else that was told before. */
  | { readonly kind: 'clock'; readonly of: Meaning | null }
  /** Nothing that a date could be made of, and why: "recently", "Easter". */
  | { readonly kind: 'dateless'; readonly why: string }

/** A match of the grammar: `end` is the word after it. */
export interface Match {
  readonly end: number
  readonly meaning: Meaning
  /** "early", "about": the date is approximate. */
  readonly vague?: boolean
}

/** How an expression leans on the next one: first end of a range, member of a list, or time of that day. */
export type Leaning = 'range' | 'list' | 'day'

/** An expression with what its neighbourhood tells. */
export interface Found {
  readonly span: Span
  readonly meaning: Meaning
  readonly vague: boolean
  readonly leans: Leaning | null
  /** Tense of the nearest word in its sentence that shows one. */
  readonly tense: 'past' | 'future' | null
  /** It bounds something and does not set the scene: in brackets, or after "since", "until", "before". */
  readonly aside: boolean
  /** What it dates lies from it on ("since"), or up to it ("until"). */
  readonly bounds: 'from' | 'to' | null
  /** It opens its sentence ("In 1941, …"). */
  readonly opens: boolean
  /** It tells which thing is meant ("the 1991 treaty"). */
  readonly describes: boolean
  /** Where parts of the meaning come from that its own words do not give. */
  readonly from?: string
}

export const calendar = (
  year: number | null,
  month: number | null = null,
  day: number | null = null,
  part: number | null = null,
): Calendar => ({ kind: 'calendar', year, month, day, part })
