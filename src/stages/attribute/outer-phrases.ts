import { hull } from '../../text/index.ts'
import type { Draft, Ground } from './draft.ts'
import { innermost, merged, trimmedOfPauses, without } from './spans.ts'

/**
 * "X plans to leave, according to Y": a phrase of attribution after a comma at the end covers the whole clause, and with it the statement
 * that the parse hung it in. Within a quotation that does not hold the other cue it stays where it is.
 */
export function raisePhrases(ground: Ground, drafts: readonly Draft[]): Draft[] {
  const phrases = drafts.filter(
    ({ cue }) => cue !== null && cue.how === 'phrase' && cue.tree.token(cue.ids[0]! - 1)?.form === ',',
  )
  if (phrases.length === 0) return [...drafts]
  const bySentence = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (draft.cue === null) continue
    const { index } = draft.cue.tree.sentence
    const others = bySentence.get(index)
    if (others === undefined) bySentence.set(index, [draft])
    else others.push(draft)
  }
  const changed = new Map<Draft, Draft>()
  for (const phrase of phrases) {
    const cue = phrase.cueSpan!
    const depth = innermost(ground.quotations, cue)
    const end = Math.max(cue.end, phrase.speaker.span?.end ?? 0)
    const covered = (bySentence.get(phrase.cue!.tree.sentence.index) ?? []).filter(
      (other) =>
        other !== phrase &&
        other.cueSpan !== null &&
        other.cueSpan.end <= cue.start &&
        innermost(ground.quotations, other.cueSpan) === depth &&
        other.content.some((span) => span.start < cue.start && cue.end <= span.end),
    )
    if (covered.length === 0) continue
    for (const other of covered) {
      const content = other.content.flatMap((span) =>
        without(ground.text, span, { start: cue.start, end: Math.max(end, span.end) }),
      )
      if (content.length > 0) changed.set(other, { ...other, content })
    }
    const told = covered.flatMap((other) => [
      other.cueSpan!,
      ...(other.speaker.span === null ? [] : [other.speaker.span]),
    ])
    const whole = hull([...told, ...phrase.content.filter((span) => span.start < cue.start)])
    const content = merged(ground.text, [
      ...phrase.content,
      trimmedOfPauses(ground.text, { start: whole.start, end: cue.start }),
    ])
    changed.set(phrase, { ...phrase, content })
  }
  return drafts.map((draft) => changed.get(draft) ?? draft)
}
