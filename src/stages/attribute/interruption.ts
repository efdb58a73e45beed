import type { Token } from '../../model/index.ts'
import { type Content, connectives, content } from './content.ts'
import type { Cue } from './cues.ts'
import { isTime } from './time-words.ts'
import { childrenWith, childWith, type Tree } from './tree.ts'

type VerbCue = Extract<Cue, { how: 'verb' }>

/** Verbs whose object is the one spoken to. */
export const addressing = /^(?:tell|ask|inform|advise|remind|assure|reassure|warn|notify|brief)$/u

const nominal = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|PART|SYM)$/u

/** The pauses around an attribution: it stands strictly between `open` and `close`, ids of words (0 and one past the end where there is none). */
interface Pauses {
  readonly open: number
  readonly close: number
}

/**
 * "S, X said." and "S1, X said, S2"; "S1, says X, S2": a noun phrase and the verb alone between pauses. The commas overrule the tree.
 * "When asked, X said nothing" goes on after the verb and does not match.
 */
export function interruption(cue: VerbCue): Content | null {
  const { tree, verb } = cue
  if (!verb.frames.has('clause') || verb.kind === 'judgement' || cue.passive) return null
  const pauses = speakerLast(cue) ?? speakerFirst(cue)
  if (pauses === null) return null
  const { open, close } = pauses
  const tokens = tree.sentence.tokens
  const before = tokens.filter((t) => t.id < open)
  const after = tree.token(close)?.form === ',' ? tokens.filter((t) => t.id > close) : []
  const rest = isVoicedOver(before, after) ? [] : after
  // "On Monday, X said." only says when: a verbless part before must itself be a noun phrase.
  const verbal = [...before, ...rest].some((t) => t.upos === 'VERB' || t.upos === 'AUX')
  if (
    !verbal &&
    (before.length === 0 || !/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/u.test(before[0]!.upos) || isTime(before[0]!))
  )
    return null
  if (before.filter((t) => t.upos !== 'PUNCT').length < 2 && rest.length === 0) return null
  const ids = [...before, ...rest].map((t) => t.id)
  const joined = new Set(connectives(tree, ids))
  return content(
    ids.filter((id) => !joined.has(id)),
    `${cue.lemma} as an aside`,
  )
}

const isStop = (tree: Tree, id: number): boolean => {
  const token = tree.token(id)
  return token === null || /^[.,;?!—–]$/u.test(token.form)
}

/** ", said X." */
function speakerLast(cue: VerbCue): Pauses | null {
  const { tree } = cue
  const open = cue.ids[0]! - 1
  const last = cue.ids[cue.ids.length - 1]!
  const after = tree.token(last + 1)
  if (tree.token(open)?.form !== ',' || after === null || !nominal.test(after.upos)) return null
  const subject = childrenWith(tree, cue.head, 'nsubj').find((c) => c.id > last) ?? namedAfter(cue)
  if (subject !== null && subject !== undefined) {
    const close = Math.max(...tree.subtree(subject.id)) + 1
    return isStop(tree, close) ? { open, close } : null
  }
  if (cue.verb.frames.has('noun') || addressing.test(cue.lemma) || isTime(after)) return null
  // The parse gave the phrase to another word.
  let close = last + 1
  while (!isStop(tree, close) && close - last <= 8) {
    if (/^(?:VERB|AUX|SCONJ|CCONJ)$/u.test(tree.token(close)!.upos)) return null
    close++
  }
  return tree.token(close)?.form === ',' ? { open, close } : null
}

/** ", noted Dana Chin.": a name behind the verb that a parse takes for its object. "…, told Dana Chin." has one indeed. */
const namedAfter = (cue: VerbCue): Token | null =>
  addressing.test(cue.lemma) ||
  /^(?:cite|quote)$/u.test(cue.lemma) ||
  !/VerbForm=Fin/u.test(cue.tree.token(cue.head)!.feats)
    ? null
    : (childrenWith(cue.tree, cue.head, 'obj').find((c) => c.upos === 'PROPN') ?? null)

/** ", X said.", ", X said on Friday." */
function speakerFirst(cue: VerbCue): Pauses | null {
  const { tree } = cue
  const first = cue.ids[0]!
  const close = afterTime(tree, cue.ids[cue.ids.length - 1]! + 1)
  if (!isStop(tree, close)) return null
  const subject = childWith(tree, cue.head, 'nsubj')
  const whole = subject === null || subject.id > first ? first : tree.subtree(subject.id)[0]!
  const open = tree.token(whole - 1)?.form === ',' && whole < first ? whole - 1 : runBefore(tree, first)
  if (open === null) return null
  return /^(?:NOUN|PROPN|PRON|NUM|ADJ)$/u.test(tree.token(first - 1)!.upos) || whole - 1 === open
    ? { open, close }
    : null
}

/** The comma before a run of nominal words, eight at most; null when there is none. */
function runBefore(tree: Tree, first: number): number | null {
  let from = first - 1
  while (from > 0 && nominal.test(tree.token(from)!.upos) && first - from <= 8) from--
  return from < 1 || from === first - 1 || tree.token(from)!.form !== ',' ? null : from
}

/** Past "on Friday", "in a statement on 3 May": words that say when or where somebody spoke. */
function afterTime(tree: Tree, from: number): number {
  let id = from
  for (; !isStop(tree, id); id++) {
    const token = tree.token(id)!
    if (id - from > 6 || !/^(?:ADP|DET|NOUN|PROPN|NUM|ADJ)$/u.test(token.upos)) return from
  }
  const run = tree.sentence.tokens.filter((t) => t.id >= from && t.id < id)
  return run.some(isTime) && /^(?:ADP|PROPN|NOUN)$/u.test(run[0]!.upos) ? id : from
}

/**
 * What follows a whole clause and its attribution and is the outer voice's again: a participle of the speaker's ("…, X said, declining to say more"),
 * a contrast ("…, X said, though nobody asked"), a clause of its own ("…, X believes, and no state has ever paid").
 */
function isVoicedOver(before: readonly Token[], after: readonly Token[]): boolean {
  const [first, second] = after
  if (first === undefined || !before.some((t) => /VerbForm=Fin/u.test(t.feats))) return false
  return (
    (first.upos === 'VERB' && /ing$/u.test(first.form)) ||
    /^(?:although|though|whereas)$/iu.test(first.form) ||
    (/^(?:and|but)$/iu.test(first.form) && second !== undefined && /^(?:DET|PROPN|PRON)$/u.test(second.upos))
  )
}
