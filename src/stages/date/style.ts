import { bounds } from '../../text/index.ts'
import type { Found, Meaning } from './meaning.ts'
import { yearIn } from './values.ts'

/**
 * How a text tells of time. A report sees it from the day on which it was written; a narrative goes from one told date to the next, and "this
 * year" is the year that it tells of; an analysis does the first with "this year" and the second with "in July".
 */
export type Style = 'report' | 'analysis' | 'narrative'

/** A narrative tells mostly of years long before its own, a report of time seen from its day; without a date a narrative shows by naming its dates and hardly a day seen from its own. */
export function styleOf(found: readonly Found[], dct: string | null): Style {
  const now = dct === null ? null : yearIn(dct)
  if (now === null) return undatedStyle(found)
  let old = 0
  let recent = 0
  let seen = 0
  for (const { meaning } of found) {
    if (meaning.kind === 'calendar' && meaning.year !== null) meaning.year < now - 1 ? old++ : recent++
    else if (isSeen(meaning)) seen++
  }
  if (old > 2 * (recent + seen) && old > 2) return 'narrative'
  return old + recent > 2 * seen && old + recent > 2 ? 'analysis' : 'report'
}

/** Dates for each time seen from the text's own day that a narrative without a date names at least. */
const TOLD = 6

/** Without the document's date: what leans on it in an analysis stays unknown, and in a narrative leans on the date told last. */
function undatedStyle(found: readonly Found[]): Style {
  const seen = found.filter(({ meaning }) => isSeen(meaning) || looksBack(meaning)).length
  const told = found.filter(({ meaning }) => meaning.kind === 'calendar' && meaning.year !== null).length
  return told > TOLD * seen ? 'narrative' : 'analysis'
}

/** "the past month", "recent years": oftenest seen from the text's own day too. */
const looksBack = (meaning: Meaning): boolean => meaning.kind === 'reach' && meaning.direction < 0

/** "yesterday", "Monday", "last week": seen from the day on which the text was written. */
const isSeen = (meaning: Meaning): boolean =>
  meaning.kind === 'day' || meaning.kind === 'weekday' || ('from' in meaning && meaning.from === 'document')

/** Which figure comes first in a date of bare figures; unknown without evidence. */
export type FigureOrder = 'day-first' | 'month-first' | 'unknown'

/** Order of day and month in dates of bare figures, by those that can be read one way only, else by the one that names the document's own day. */
export function figureOrder(found: readonly Found[], dct: string | null): FigureOrder {
  const dates = found.flatMap((f) => (f.meaning.kind === 'figures' && f.meaning.a !== f.meaning.b ? [f.meaning] : []))
  const dayFirst = dates.some((d) => d.a > 12)
  const monthFirst = dates.some((d) => d.b > 12)
  if (dayFirst !== monthFirst) return dayFirst ? 'day-first' : 'month-first'
  if (dayFirst || dct === null || bounds(dct)?.first !== dct) return 'unknown'
  const [year, month, day] = dct.split('-').map(Number)
  const own = dates.find((d) => d.year === year && ((d.a === day && d.b === month) || (d.a === month && d.b === day)))
  return own === undefined ? 'unknown' : own.a === day ? 'day-first' : 'month-first'
}
