import type { Span } from '../../model/index.ts'
import { hull, overlaps } from '../../text/index.ts'
import type { Cue } from './cues.ts'
import type { Draft, Ground } from './draft.ts'
import { innermost, without } from './spans.ts'
import { childWith } from './tree.ts'

/**
 * "X said S, adding that T": a participle of saying after a comma has the speaker of the cue before it, and ends what that one says,
 * wherever the parse hangs it. "X said they left, taking the files" has no participle of saying and stays whole.
 */
export function shareSpeakers(ground: Ground, drafts: readonly Draft[]): Draft[] {
  const bySentence = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.cue === null) continue
    const { index } = draft.cue.tree.sentence
    const others = bySentence.get(index)
    if (others === undefined) bySentence.set(index, [draft])
    else others.push(draft)
  }
  const changed = new Map<Draft, Draft>()
  for (const group of bySentence.values())
    for (const draft of group) {
      if (draft.cue === null) continue
      const before = isLooseParticiple(draft.cue)
        ? sayingBefore(ground, group, draft)
        : isLooseConjunct(draft.cue)
          ? coordinated(ground, group, draft)
          : null
      if (before === null) continue
      const whole = hull([draft.cueSpan!, ...draft.content])
      const earlier = changed.get(before) ?? before
      const from = joint(draft.cue) ?? whole.start
      const content = earlier.content.flatMap((span) =>
        without(ground.text, span, { start: from, end: Math.max(whole.end, span.end) }),
      )
      if (content.length > 0 && earlier.content.some((span) => overlaps(span, draft.cueSpan!)))
        changed.set(before, { ...earlier, content })
      changed.set(draft, {
        ...(changed.get(draft) ?? draft),
        speaker: earlier.speaker,
        speakerSentence: earlier.speakerSentence,
      })
    }
  return drafts.map((draft) => changed.get(draft) ?? draft)
}

/** Where the conjunction before a conjunct begins. */
function joint(cue: Cue): number | null {
  const conjunction = childWith(cue.tree, cue.head, 'cc')
  return conjunction !== null && conjunction.id === cue.ids[0]! - 1 ? conjunction.span.start : null
}

/** A participle without subject or conjunction, right after a comma or a dash. */
function isLooseParticiple(cue: Cue): boolean {
  if (cue.how !== 'verb' || cue.passive || (cue.verb.kind !== 'speech' && cue.verb.kind !== 'judgement')) return false
  const token = cue.tree.token(cue.head)!
  if (!/ing$/u.test(token.form) || childWith(cue.tree, cue.head, 'nsubj', 'mark', 'aux') !== null) return false
  return /^(?:[,—–]|--)$/u.test(cue.tree.token(cue.ids[0]! - 1)?.form ?? '')
}

/** A verb without subject joined by "and" or "but". */
function isLooseConjunct(cue: Cue): boolean {
  if (cue.how !== 'verb' || cue.passive) return false
  const token = cue.tree.token(cue.head)!
  return (
    token.deprel === 'conj' &&
    (/VerbForm=Fin/u.test(token.feats) || /Tense=Past/u.test(token.feats)) &&
    childWith(cue.tree, cue.head, 'nsubj', 'csubj', 'expl', 'mark', 'aux') === null
  )
}

/**
 * "X said S and warned Y": the verb of saying that a parse joined to S belongs to X when S has no finite verb of its tense before it,
 * or X's own verb is a verb of saying in that tense. "X says Y agreed and signed" stays as it is.
 */
function coordinated(ground: Ground, group: readonly Draft[], draft: Draft): Draft | null {
  const before = sayingBefore(ground, group, draft)
  if (before === null || draft.cue === null || before.cue === null) return null
  if (!before.content.some((span) => span.start < draft.cueSpan!.start && draft.cueSpan!.end <= span.end)) return null
  const tense = (id: number): string => /Tense=(\w+)/u.exec(draft.cue!.tree.token(id)?.feats ?? '')?.[1] ?? ''
  const joinedTo = draft.cue.tree.token(draft.cue.tree.token(draft.cue.head)!.head)
  if (joinedTo === null || joinedTo.id === before.cue.head || tense(before.cue.head) !== tense(draft.cue.head))
    return null
  const speaks = draft.cue.how === 'verb' && (draft.cue.verb.kind === 'speech' || draft.cue.verb.kind === 'judgement')
  return speaks || !/VerbForm=Fin/u.test(joinedTo.feats) ? before : null
}

/** The nearest statement before in the sentence whose cue is a verb of saying at the same depth of quotation. */
function sayingBefore(ground: Ground, group: readonly Draft[], draft: Draft): Draft | null {
  const depth = innermost(ground.quotations, draft.cueSpan!)
  const start = (d: Draft): number => (d.cueSpan as Span).start
  // "X defended the man who said so, adding": the participle is not the relative clause's.
  const skipsRelatives = isLooseParticiple(draft.cue!)
  const said = group.filter(
    (other) =>
      other !== draft &&
      other.cue !== null &&
      other.cue.how === 'verb' &&
      (other.cue.verb.kind === 'speech' || other.cue.verb.kind === 'writing') &&
      other.clausal &&
      other.speaker.span !== null &&
      !(skipsRelatives && other.cue.tree.token(other.cue.head)!.deprel === 'acl:relcl') &&
      start(other) < start(draft) &&
      innermost(ground.quotations, other.cueSpan!) === depth,
  )
  return said.reduce<Draft | null>((best, other) => (best === null || start(other) > start(best) ? other : best), null)
}
