import type { Words } from './words.ts'

type Tense = 'past' | 'future'

/** The tense of the nearest word in the sentence, up to fourteen away, that shows one; those before it win a tie, and over those after an "and" or a comma. What is put off until a date is to come. */
export function tense(w: Words, at: number, end: number): Tense | null {
  if (isMoved(w, at)) return 'future'
  let before = true
  let after = true
  let joined: Tense | null = null
  for (let away = 1; away <= 14 && (before || after); away++) {
    if (before && isStop(w, at - away)) before = false
    if (after && isStop(w, end + away - 1)) after = false
    const told = before ? shown(w, at - away) : null
    if (told !== null) return told
    const next = after ? shown(w, end + away - 1) : null
    if (next !== null && !joins(w, end, end + away - 1)) return next
    joined ??= next
  }
  return joined
}

/** Whether another clause may begin between a date and a word: "met on Tuesday and will meet again". */
function joins(w: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (w.is(at, 'and') || w.comma(at) || w.low(at) === 'but') return true
  return false
}

/** "are to meet", "agreed to meet", "ahead of" look ahead; "be held" and "is closed" show none; else the word's own form, with "May" no modal. */
function shown(w: Words, at: number): Tense | null {
  const ahead = w.in(at, w.lexicon.intent) && w.low(at + 1) === 'to' && w.noun(at + 2) && !w.capital(at + 2)
  if (ahead || (w.is(at, 'ahead') && w.is(at + 1, 'of')) || (w.low(at) === 'come' && w.low(at - 1) === 'to'))
    return 'future'
  const own = w.lexicon.tense(w.low(at))
  if (own === 'future') return w.in(at, w.lexicon.modals) && !governs(w, at) ? null : own
  const passive = own === 'past' && (w.low(at - 2) === 'be' || /^(?:be|is|are)$/u.test(w.low(at - 1)))
  return passive ? null : own
}

/** Whether a modal has its verb: "will in three days" has none, "could not leave" and "should have left" look back, "May" is a month. */
const governs = (w: Words, at: number): boolean =>
  !w.capital(at) &&
  w.low(at + 1) !== 'have' &&
  !(w.low(at) === 'could' && w.low(at + 1) === 'not') &&
  !w.in(at + 1, w.lexicon.timePrepositions) &&
  !w.in(at + 1, w.lexicon.loosePrepositions)

/** "adjourned until 10 June", "put off to Monday"; "postponed on Monday" is past. */
function isMoved(w: Words, at: number): boolean {
  if (w.lexicon.bounding.get(w.low(at - 1)) !== 'to' && w.low(at - 1) !== 'to') return false
  for (let back = at - 2; back >= at - 8 && !isStop(w, back); back--) if (w.in(back, w.lexicon.moving)) return true
  return false
}

/** A sentence's end or a semicolon; the points of "a.m.", "Dec." and "3.5" are none. */
export function isStop(w: Words, at: number): boolean {
  if (w.list[at] === undefined) return true
  if (w.low(at) !== '.') return /^[;?!]$/u.test(w.low(at))
  if (w.joined(at + 1) && w.noun(at + 1)) return false
  if (w.joined(at + 1) && w.figure(at + 1) !== null) return false
  const short = w.low(at - 1).length === 1 && w.low(at - 2) === '.'
  return !(short && w.list[at + 1] !== undefined && !w.capital(at + 1))
}
