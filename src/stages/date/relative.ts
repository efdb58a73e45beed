import type { TimeUnit } from '../../pipeline/index.ts'
import { date, day, dayMonth, month, century as numberedCentury } from './calendar.ts'
import { length } from './lengths.ts'
import type { Match, Meaning, Origin } from './meaning.ts'
import { tense } from './tense.ts'
import type { Words } from './words.ts'

/** "yesterday", "now", "last month", "in recent days", "the past two years", "two weeks ago", "the following day", "at that time". */
export function relative(w: Words, at: number): Match | null {
  const offset = w.lexicon.days.get(w.low(at))
  if (offset !== undefined) return withDaypart(w, { end: at + 1, meaning: { kind: 'day', offset } })
  return (
    now(w, at) ??
    beyond(w, at) ??
    turn(w, at) ??
    unitOf(w, at) ??
    near(w, at) ??
    weekend(w, at) ??
    reach(w, at) ??
    distance(w, at) ??
    neighbour(w, at) ??
    occasion(w, at) ??
    dateless(w, at)
  )
}

function now(w: Words, at: number): Match | null {
  if (w.in(at, w.lexicon.now)) return { end: at + 1, meaning: { kind: 'now' } }
  if (w.in(at, w.lexicon.present) && w.is(at - 1, 'at') && closesOrGoesOn(w, at + 1))
    return { end: at + 1, meaning: { kind: 'now' } }
  return w.is(at, 'this') && w.in(at + 1, w.lexicon.plurals) && !w.is(at + 2, 'of')
    ? { end: at + 2, meaning: { kind: 'now' } }
    : null
}

/** Whether no noun follows that the word before would describe. */
const closesOrGoesOn = (w: Words, at: number): boolean => !w.noun(at)

/** "yesterday morning", "tomorrow night". */
function withDaypart(w: Words, found: Match): Match {
  const part = w.in(found.end, w.lexicon.dayparts) && !w.joined(found.end) && !w.is(found.end + 1, 'of')
  return part ? { end: found.end + 1, meaning: { kind: 'clock', of: found.meaning } } : found
}

/** "the day before yesterday", "the week after next", "the month before last". */
function beyond(w: Words, at: number): Match | null {
  const unit = w.lexicon.units.get(w.low(at + 1))
  if (!w.is(at, 'the') || unit === undefined || w.in(at + 1, w.lexicon.plurals)) return null
  const direction = w.in(at + 2, w.lexicon.before) ? -1 : w.in(at + 2, w.lexicon.after) ? 1 : null
  if (direction === null) return null
  const day = w.lexicon.days.get(w.low(at + 3))
  if (unit === 'day' && day === direction) return { end: at + 4, meaning: { kind: 'day', offset: 2 * direction } }
  const seen = w.lexicon.fromDocument.get(w.low(at + 3))
  if (seen !== direction || w.noun(at + 4)) return null
  return {
    end: at + 4,
    meaning: { kind: 'near', from: 'document', unit, offset: 2 * direction, part: null, month: null },
  }
}

/** "the new year", "the turn of the century". */
export function turn(w: Words, at: number): Match | null {
  if (!w.is(at, 'the')) return null
  if (w.is(at + 1, 'new') && w.low(at + 2) === 'year' && !w.capital(at + 2) && closesOrGoesOn(w, at + 3))
    return { end: at + 3, meaning: { kind: 'newYear' } }
  const century = w.is(at + 1, 'turn') && w.is(at + 2, 'of') && w.is(at + 3, 'the')
  if (!century) return null
  const named = numberedCentury(w, at + 4)
  if (named?.meaning.kind === 'rough' && named.meaning.value.endsWith('XX'))
    return {
      end: named.end,
      vague: true,
      meaning: {
        kind: 'calendar',
        year: Number(named.meaning.value.slice(0, 2)) * 100,
        month: null,
        day: null,
        part: null,
      },
    }
  return w.lexicon.units.get(w.low(at + 4)) === 'century'
    ? { end: at + 5, meaning: { kind: 'turn' }, vague: true }
    : null
}

/** "the week of 6 May", "the month of May 2024"; "the week of talks" is none. */
function unitOf(w: Words, at: number): Match | null {
  const unit = w.lexicon.units.get(w.low(at + 1))
  if (!w.is(at, 'the') || unit === undefined || w.in(at + 1, w.lexicon.plurals) || !w.is(at + 2, 'of')) return null
  const of = date(w, at + 3)
  if (of?.meaning.kind !== 'calendar') return null
  const { month, day } = of.meaning
  if ((unit === 'week' || unit === 'weekend') && day !== null)
    return { end: of.end, meaning: { kind: 'unitOf', unit, of: of.meaning } }
  return (unit === 'month' && month !== null && day === null) || (unit === 'year' && month === null) ? of : null
}

/** "over the weekend": the one before the document's day. */
function weekend(w: Words, at: number): Match | null {
  const named = w.is(at, 'the') && w.is(at - 1, 'by') && w.lexicon.units.get(w.low(at + 1)) === 'weekend'
  if (!named || w.in(at + 1, w.lexicon.plurals) || (w.noun(at + 2) && !w.capital(at + 2))) return null
  return {
    end: at + 2,
    meaning: { kind: 'near', from: 'document', unit: 'weekend', offset: -1, part: null, month: null },
  }
}

/** Side and origin of a word such as "last" or "following"; articles before it make "next" and "previous" the narrative's. */
function side(w: Words, at: number, articled: boolean): { offset: number; from: Origin } | null {
  const told = w.lexicon.fromNarrative.get(w.low(at))
  if (told !== undefined && articled) return { offset: told, from: 'narrative' }
  const seen = w.lexicon.fromDocument.get(w.low(at))
  if (seen === undefined || (articled && (seen === 0 || seen === -1))) return null
  return { offset: seen, from: seen === 0 ? 'either' : 'document' }
}

/** "last month", "this year", "next Monday", "the following day", "that same spring", "last night". */
export function near(w: Words, at: number): Match | null {
  const that = w.is(at, 'that')
  const past = w.lexicon.fromDocument.get(w.low(at + 1))
  const articled =
    that || w.is(at, 'the') || (w.is(at, 'this') && (w.low(at + 1) === 'coming' || w.low(at + 1) === 'past'))
  if (w.is(at, 'the') && past === 1 && stretches(w, at - 1) && w.lexicon.units.has(w.low(at + 2))) return null
  let next = articled ? at + 1 : at
  const found = side(w, next, articled) ?? (that ? { offset: 0, from: 'narrative' as const, bare: true } : null)
  if (found === null) return null
  if (!('bare' in found)) next++
  const { offset, from } = found
  const made = (
    end: number,
    unit: Extract<Meaning, { kind: 'near' }>['unit'],
    part: number | null = null,
    name: number | null = null,
  ): Match => ({
    end,
    meaning: { kind: 'near', from, unit, offset, part, month: name },
  })
  const unit = w.lexicon.units.get(w.low(next))
  if (unit !== undefined && !w.in(next, w.lexicon.plurals))
    return w.dash(next + 1) && w.joined(next + 1) ? null : made(next + 1, unit)
  const part = w.lexicon.seasons.get(w.low(next))
  if (part !== undefined) return made(next + 1, 'season', part)
  const name = month(w, next)
  if (name !== null && (!that || pointed(w, name.end))) return made(name.end, 'month', null, name.value)
  const weekday = w.lexicon.weekdays.get(w.low(next))
  if (weekday !== undefined && w.capital(next) && w.text(next).length > 5)
    return { end: next + 1, meaning: { kind: 'weekday', weekday, offset: Math.sign(offset) as -1 | 0 | 1 } }
  if (w.in(next, w.lexicon.dayparts) && !w.is(next + 1, 'of'))
    return {
      end: next + 1,
      meaning: { kind: 'clock', of: { kind: 'near', from, unit: 'day', offset, part: null, month: null } },
    }
  return null
}

/** "will grow over the next decade" is a stretch from now on; "in the next decade" and "grew over the next decade" are the one after. */
const stretches = (w: Words, at: number): boolean =>
  /^(?:over|during|within|throughout|for)$/u.test(w.low(at)) && tense(w, at + 1, at + 4) === 'future'

/** "that November" with the clause's end or a preposition after it; "said that November was" goes on with a verb. */
const pointed = (w: Words, at: number): boolean =>
  closes(w, at) || w.in(at, w.lexicon.timePrepositions) || (w.in(at, w.lexicon.loosePrepositions) && !w.is(at, 'the'))

/** "the days ahead", "the years to come". */
const isAhead = (w: Words, at: number): boolean =>
  (w.is(at, 'ahead') && closes(w, at + 1)) || (w.low(at) === 'to' && w.low(at + 1) === 'come' && closes(w, at + 2))

/** "the past two years", "recent days", "the last few months", "the next five years", "the coming weeks", "the following two years". */
function reach(w: Words, at: number): Match | null {
  const next = w.is(at, 'the') || w.is(at, 'this') ? at + 1 : at
  const told = w.lexicon.fromNarrative.get(w.low(next))
  const unit0 = w.lexicon.units.get(w.low(next))
  if (next > at && unit0 !== undefined && w.in(next, w.lexicon.plurals) && isAhead(w, next + 1))
    return {
      end: w.is(next + 1, 'ahead') ? next + 2 : next + 3,
      meaning: { kind: 'reach', from: 'document', unit: unit0, count: null, direction: 1 },
    }
  const direction = w.in(next, w.lexicon.recent)
    ? -1
    : next > at && told !== undefined
      ? told
      : w.lexicon.fromDocument.get(w.low(next))
  if (direction === undefined || direction === 0) return null
  if (next === at && w.is(at - 1, 'modal')) return null
  const from: Origin =
    told !== undefined && next > at ? (w.in(next, w.lexicon.fromDocument) ? 'either' : 'narrative') : 'either'
  const made = (end: number, unit: Extract<Meaning, { kind: 'reach' }>['unit'], number: number | null): Match => ({
    end,
    meaning: { kind: 'reach', from, unit, count: number, direction: direction < 0 ? -1 : 1 },
  })
  const found = w.is(next + 1, 'a') ? null : length(w, next + 1)
  if (found?.plural) return w.is(found.end, 'of') ? null : made(found.end, found.unit, found.count)
  const unit = w.lexicon.units.get(w.low(next + 1))
  if (unit === undefined || w.is(next + 2, 'of')) return null
  if (w.in(next + 1, w.lexicon.plurals)) return made(next + 2, unit, null)
  if (next === at || (told !== undefined && !(stretches(w, at - 1) && w.in(next, w.lexicon.fromDocument)))) return null
  return unit === 'quarter'
    ? { end: next + 2, meaning: { kind: 'near', from, unit, offset: direction, part: null, month: null } }
    : made(next + 2, unit, 1)
}

/** "two weeks ago", "nearly a month later", "three days after 5 May", "days earlier"; "two years before," with nothing after it. */
function distance(w: Words, at: number): Match | null {
  const bare = w.in(at, w.lexicon.plurals) ? w.lexicon.units.get(w.low(at)) : undefined
  const found = length(w, at) ?? (bare === undefined ? null : { count: null, unit: bare, end: at + 1 })
  if (found === null) return null
  const { count, unit, end } = found
  const made = (to: number, from: Origin, direction: -1 | 1, of: Meaning | null = null): Match => ({
    end: to,
    meaning: { kind: 'distance', from, of, unit, count, direction },
  })
  if (w.in(end, w.lexicon.ago)) return toTheDay(w, end + 1, unit, count) ?? made(end + 1, 'document', -1)
  if (w.is(at - 1, 'in')) {
    const owned = w.low(end) === '’' && w.joined(end)
    const time = owned && w.is(end + 1, 'time') ? end + 2 : owned && w.is(end + 2, 'time') ? end + 3 : null
    if (time !== null) return made(time, 'either', 1)
    if (tense(w, at, end) === 'future' && closes(w, end)) return made(end, 'either', 1)
  }
  if (w.low(end) === 'on' && (closes(w, end + 1) || opensClause(w, at, end + 1))) return made(end + 1, 'narrative', 1)
  if (
    w.is(end, 'from') &&
    w.low(at - 1) !== 'for' &&
    (w.is(end + 1, 'now') || w.lexicon.days.get(w.low(end + 1)) === 0)
  )
    return made(end + 2, 'document', 1)
  const direction = w.in(end, w.lexicon.before) ? -1 : w.in(end, w.lexicon.after) ? 1 : null
  if (direction === null) return null
  if (w.is(end + 1, 'that') && w.low(end + 1) === 'that' && closes(w, end + 2))
    return made(end + 2, 'narrative', direction)
  if (w.in(end, w.lexicon.alone)) return made(end + 1, 'narrative', direction)
  const of = date(w, w.is(end + 1, 'the') ? end + 2 : end + 1)
  if (of !== null && names(w, of)) return made(of.end, 'narrative', direction, of.meaning)
  if (closes(w, end + 1)) return made(end + 1, 'narrative', direction)
  return w.low(end) === 'prior' ? null : { end: end + 1, meaning: { kind: 'dateless', why: FROM_EVENT } }
}

/** "; nine years on there are": after a stop or comma, with no object for "on" ("two days on the road"). */
const opensClause = (w: Words, at: number, after: number): boolean =>
  (w.list[at - 1] === undefined || /^[.;,]$/u.test(w.low(at - 1))) &&
  w.lexicon.small.has(w.low(after)) &&
  !w.in(after, w.lexicon.determiners) &&
  !w.in(after, w.lexicon.loosePrepositions)

/** "ago today", "ago this month", "ago this week". */
function toTheDay(w: Words, at: number, unit: TimeUnit, count: number | null): Match | null {
  if (w.lexicon.days.get(w.low(at)) === 0) return { end: at + 1, meaning: { kind: 'ago', unit, count, exact: 'day' } }
  const exact = w.is(at, 'this') ? w.lexicon.units.get(w.low(at + 1)) : undefined
  return exact === 'month' || exact === 'week' || exact === 'year'
    ? { end: at + 2, meaning: { kind: 'ago', unit, count, exact } }
    : null
}

const FROM_EVENT = 'it is measured from a happening'

/** Whether a date is one that a length of time is measured from, not a word that describes what follows: "three months before the October vote". */
const names = (w: Words, { meaning, end }: Match): boolean =>
  meaning.kind === 'calendar' && (meaning.year !== null || meaning.day !== null || !w.noun(end))

const closes = (w: Words, at: number): boolean => w.list[at] === undefined || /^[,.;:)]$/u.test(w.low(at))

/** "the day after", "the day before 5 May". */
function neighbour(w: Words, at: number): Match | null {
  const unit = w.lexicon.units.get(w.low(at + 1))
  if (!w.is(at, 'the') || unit === undefined || w.in(at + 1, w.lexicon.plurals)) return null
  const direction = w.in(at + 2, w.lexicon.before) ? -1 : w.in(at + 2, w.lexicon.after) ? 1 : null
  if (direction === null) return null
  const of = date(w, w.is(at + 3, 'the') ? at + 4 : at + 3)
  const meaning = { kind: 'distance', from: 'narrative', unit, count: 1, direction } as const
  if (of !== null && names(w, of)) return { end: of.end, meaning: { ...meaning, of: of.meaning } }
  if (!closes(w, at + 3)) return { end: at + 3, meaning: { kind: 'dateless', why: FROM_EVENT } }
  const whole: Meaning = { kind: 'near', from: 'narrative', unit, offset: direction, part: null, month: null }
  return { end: at + 3, meaning: unit === 'week' || unit === 'weekend' ? whole : { ...meaning, of: null } }
}

/** "at that time", "the same time", "this period", "at the time": the time that the text has just told of. "At the same time," only joins sentences. */
function occasion(w: Words, at: number): Match | null {
  const pointing = w.is(at, 'this') || w.is(at, 'that')
  if (!pointing && !w.is(at, 'the')) return null
  const same = w.lexicon.fromNarrative.get(w.low(at + 1)) === 0
  const noun = same ? at + 2 : at + 1
  if (!w.in(noun, w.lexicon.occasions)) return null
  if (!w.is(at - 1, 'by') && !(w.in(noun, w.lexicon.spells) && (pointing || same))) return null
  if (same && w.comma(noun + 1)) return null
  const plain = !pointing && !same
  if (plain && (!w.is(at - 1, 'at') || w.low(noun) !== 'time')) return null
  return { end: noun + 1, meaning: { kind: 'then' } }
}

const WHY = {
  [-1]: 'before now, and the word gives no date',
  0: 'now or about now, and the word gives no date',
  1: 'after now, and the word gives no date',
}

/** "recently", "former", "the future", "the past"; "as recently as" only measures. */
function dateless(w: Words, at: number): Match | null {
  const side = w.lexicon.dateless.get(w.low(at))
  const compared = w.low(at - 1) === 'as' && w.low(at + 1) === 'as'
  if (side !== undefined && !compared) return { end: at + 1, meaning: { kind: 'dateless', why: WHY[side] } }
  const noun = w.is(at, 'the') ? w.lexicon.datelessNouns.get(w.low(at + 1)) : undefined
  return noun === undefined || w.noun(at + 2) ? null : { end: at + 2, meaning: { kind: 'dateless', why: WHY[noun] } }
}

/** "the 20th", "the 28th of that month": a day of the month that was told before. */
export function dayAlone(w: Words, at: number): Match | null {
  if (!w.is(at, 'the') || dayMonth(w, at + 1) !== null) return null
  const number = day(w, at + 1)
  if (number === null || number.end === at + 2) return null
  if (w.is(number.end, 'of')) {
    const of = near(w, number.end + 1)
    const unit = of?.meaning.kind === 'near' ? of.meaning.unit : null
    return of !== null && unit === 'month'
      ? { end: of.end, meaning: { kind: 'dayOf', day: number.value, of: of.meaning } }
      : null
  }
  if (!w.is(at - 1, 'by') && !w.is(at - 1, 'to')) return null
  const opened = w.is(at - 1, 'on') && !w.capital(number.end) && w.lexicon.plural(w.low(number.end))
  if ((w.noun(number.end) && !opened) || (w.dash(number.end) && w.joined(number.end))) return null
  return { end: number.end, meaning: { kind: 'calendar', year: null, month: null, day: number.value, part: null } }
}
