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
    if (outer !== null && !hasVoice(ground, draft, outer)) dropped.add(draft)
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

/** Whether a statement inside another has a speaker of its own. */
function hasVoice(ground: Ground, draft: Draft, outer: Draft): boolean {
  const { cue } = draft
  if (cue === null) return true
  if (!draft.clausal) return false
  const name =
    draft.speaker.span === null ? '' : ground.text.slice(draft.speaker.span.start, draft.speaker.span.end).toLowerCase()
  const thought =
    (cue.how === 'verb' && cue.verb.kind !== 'speech' && cue.verb.kind !== 'writing') || cue.how === 'adjective'
  const quoted = innermost(ground.quotations, draft.cueSpan!) !== null
  if (thought && quoted && /^(?:i|we|you|one|it|people|everybody|everyone|nobody)$/u.test(name)) return false
  if (thought && name === '') return false
  // "He said he believed": the same voice once more.
  if (thought && !quoted && /^(?:he|she|they|it)$/u.test(name) && outer.speaker.span !== null) return false
  return true
}
