import type { Span } from '../../model/index.ts'
import { hull } from '../../text/index.ts'
import type { Draft, Ground } from './draft.ts'
import { innermost } from './spans.ts'

/** A draft and the one that it stands in. */
export interface Nested {
  readonly draft: Draft
  readonly inside: Draft | null
}

/**
 * Puts each statement inside the smallest other one whose content holds its cue, to any depth. Within another's words only speech and thought
 * with a voice of their own are kept: "I think" in a quotation is the speaker's own thought, and a wish or judgement in it is part of what is said.
 */
export function nest(ground: Ground, drafts: readonly Draft[]): Nested[] {
  const ordered = [...drafts].sort((a, b) => place(a).start - place(b).start || size(b) - size(a))
  const kept: Nested[] = []
  const bySize = [...ordered].sort((a, b) => size(a) - size(b))
  const outerOf = new Map<Draft, Draft | null>()
  for (const draft of ordered) {
    const anchor = draft.cueSpan ?? draft.content[0]!
    outerOf.set(
      draft,
      bySize.find((outer) => outer !== draft && holds(outer, anchor) && size(outer) >= size(draft)) ?? null,
    )
  }
  const dropped = new Set<Draft>()
  for (const draft of ordered) {
    const outer = outerOf.get(draft) ?? null
    if (ownThought(ground, draft) || (outer !== null && !hasVoice(draft, outer))) dropped.add(draft)
  }
  for (const draft of ordered) {
    if (dropped.has(draft)) continue
    let inside = outerOf.get(draft) ?? null
    for (let steps = 0; inside !== null && dropped.has(inside) && steps < ordered.length; steps++)
      inside = outerOf.get(inside) ?? null
    kept.push({ draft, inside })
  }
  return kept
}

const place = (draft: Draft): Span => hull(draft.cueSpan === null ? draft.content : [...draft.content, draft.cueSpan])
const size = (draft: Draft): number => draft.content.reduce((sum, span) => sum + span.end - span.start, 0)
const holds = (outer: Draft, span: Span): boolean =>
  outer.content.some((content) => content.start <= span.start && span.end <= content.end)

const isThought = ({ cue }: Draft): boolean =>
  cue !== null &&
  ((cue.how === 'verb' && cue.verb.kind !== 'speech' && cue.verb.kind !== 'writing') || cue.how === 'adjective')

const nameOf = (ground: Ground, draft: Draft): string =>
  draft.speaker.span === null ? '' : ground.text.slice(draft.speaker.span.start, draft.speaker.span.end).toLowerCase()

/** "I think", "you know", "we want" between quotation marks: what the quoted speaker says without another voice. */
function ownThought(ground: Ground, draft: Draft): boolean {
  if (!isThought(draft) || innermost(ground.quotations, draft.cueSpan!) === null) return false
  return /^(?:i|we|you|one|it|this|that|people|everybody|everyone|nobody|who|)$/u.test(nameOf(ground, draft))
}

/** Whether a statement inside another has a speaker of its own: "he said he believed" is the same voice once more. */
function hasVoice(draft: Draft, outer: Draft): boolean {
  if (draft.cue === null) return true
  if (!draft.clausal) return false
  if (!isThought(draft)) return true
  if (draft.speaker.span === null) return false
  const pronoun = draft.speaker.head !== null && draft.cue.tree.token(draft.speaker.head)?.upos === 'PRON'
  return !(pronoun && outer.speaker.span !== null)
}
