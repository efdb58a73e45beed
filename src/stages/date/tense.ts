import type { Words } from './words.ts'

type Tense = 'past' | 'future'

/** The tense of the nearest word in the sentence, up to twelve away, that shows one; those before it win a tie, and over those after an "and". What is put off until a date is to come. */
export function tense(w: Words, at: number, end: number): Tense | null {
  if (isMoved(w, at)) return 'future'
  let before = true
  let after = true
  let joined: Tense | null = null
  for (let away = 1; away <= 12 && (before || after); away++) {
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
  for (let at = from; at < to; at++) if (w.is(at, 'and') || w.low(at) === 'but') return true
  return false
}

/** "are to meet", "agreed to meet", "ahead of" look ahead; else the word's own form. */
function shown(w: Words, at: number): Tense | null {
  const ahead = w.in(at, w.lexicon.intent) && w.low(at + 1) === 'to' && w.noun(at + 2) && !w.capital(at + 2)
  return ahead || (w.is(at, 'ahead') && w.is(at + 1, 'of')) ? 'future' : w.lexicon.tense(w.low(at))
}

/** "adjourned until 10 June", "put off to Monday"; "postponed on Monday" is past. */
function isMoved(w: Words, at: number): boolean {
  if (w.lexicon.bounding.get(w.low(at - 1)) !== 'to' && w.low(at - 1) !== 'to') return false
  for (let back = at - 2; back >= at - 8 && !isStop(w, back); back--) if (w.in(back, w.lexicon.moving)) return true
  return false
}

export const isStop = (w: Words, at: number): boolean => w.list[at] === undefined || /^[.;?!]$/u.test(w.low(at))
