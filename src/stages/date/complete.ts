import type { Calendar, Found, Leaning, Meaning } from './meaning.ts'

/** Expressions of ranges and lists with what they share: "3" and "5 May 1940" are two days of one month, "11 a.m." and "6 June" one time. */
export function completed(found: readonly Found[]): Found[] {
  const out = [...found]
  for (let i = out.length - 2; i >= 0; i--) {
    const [own, next] = [out[i]!, out[i + 1]!]
    if (own.leans === null) continue
    if (own.leans === 'day') out[i] = withDay(own, next.meaning)
    else if (own.meaning.kind === 'calendar' && next.meaning.kind === 'calendar')
      out[i] = filled(own, own.meaning, backwards(own.meaning, next.meaning, own.leans))
  }
  for (let i = 1; i < out.length; i++) {
    const [before, own] = [out[i - 1]!, out[i]!]
    if (before.leans === null || before.meaning.kind !== 'calendar' || own.meaning.kind !== 'calendar') continue
    out[i] = filled(own, own.meaning, forwards(before.meaning, own.meaning, before.leans))
  }
  return out
}

/** A time of day with the date after it, where that is a day. */
function withDay(own: Found, of: Meaning): Found {
  const day =
    of.kind === 'day' ||
    of.kind === 'weekday' ||
    of.kind === 'inYear' ||
    of.kind === 'weekdayIn' ||
    of.kind === 'near' ||
    (of.kind === 'calendar' && of.day !== null)
  if (of.kind === 'clock' && of.of !== null && own.meaning.kind === 'clock') return { ...own, meaning: of }
  return day && own.meaning.kind === 'clock' ? { ...own, meaning: { kind: 'clock', of } } : own
}

/** The first member takes month and year from the next; in a range a later month is the year before's. */
function backwards(own: Calendar, next: Calendar, leans: Leaning): Calendar {
  const month = own.month ?? (own.day === null ? null : next.month)
  if (own.year !== null || next.year === null || (month === null && own.part === null)) return { ...own, month }
  const wraps = leans === 'range' && month !== null && next.month !== null && month > next.month
  return { ...own, month, year: next.year - (wraps ? 1 : 0) }
}

/** A last member that is a bare day takes the month before it, and its year; a bare year of a list takes the month: "November 2023 and 2024". */
function forwards(before: Calendar, own: Calendar, leans: Leaning): Calendar {
  const bareYear = own.year !== null && own.month === null && own.part === null && own.day === null
  if (bareYear && leans === 'list' && before.year !== null && before.day === null && own.year > before.year)
    return { ...own, month: before.month }
  return own.day === null || own.month !== null ? own : { ...own, month: before.month, year: own.year ?? before.year }
}

const filled = (own: Found, was: Calendar, meaning: Calendar): Found =>
  was.year === meaning.year && was.month === meaning.month ? own : { ...own, meaning, from: 'the dates beside it' }
