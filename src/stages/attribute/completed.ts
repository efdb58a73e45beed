import type { Frame, Span } from '../../model/index.ts'
import { overlaps } from '../../text/index.ts'
import type { Draft, Ground } from './draft.ts'
import { framedSpan } from './framed-span.ts'
import { balanced } from './spans.ts'

type CueFrame = Extract<Frame, { kind: 'cue' }>

/**
 * Indirect speech whose content the tree broke, completed by the language model's reading of the same cue: a content with holes in which neither cue nor
 * speaker stands becomes the model's, and one that the model reads on from the same word ends where the model's does. Everything else stays as the tree has it:
 * of contents that differ otherwise the rule's is right more often (`polnear`, our own sentences).
 */
export function completed(ground: Ground, drafts: readonly Draft[]): Draft[] {
  const frames = new Map(
    ground.frames.flatMap((frame) =>
      frame.kind === 'cue' ? [[ground.trees[frame.sentence]!.token(frame.token)!.span.start, frame] as const] : [],
    ),
  )
  return drafts.map((draft) => {
    if (draft.cue === null || draft.cueSpan === null) return draft
    const frame = draft.cue.ids
      .map((id) => frames.get(draft.cue!.tree.token(id)!.span.start))
      .find((one) => one !== undefined)
    const content = frame === undefined ? null : completion(ground, draft, frame)
    return content === null || content.some((span) => overlaps(span, draft.cueSpan!)) ? draft : { ...draft, content }
  })
}

function completion(ground: Ground, draft: Draft, frame: CueFrame): Span[] | null {
  const said = contentOf(ground, frame, draft.cueSpan!)
  if (!said.some((span) => draft.content.some((own) => overlaps(own, span)))) return null
  if (hasHoles(draft)) return said
  const [own, more] = [draft.content[0]!, said[0]!]
  const longer = draft.content.length === 1 && said.length === 1 && own.start === more.start && more.end > own.end
  return longer ? said : null
}

/** What the model takes for the content of a cue, agreed with the quotation marks. */
function contentOf(ground: Ground, frame: CueFrame, cue: Span): Span[] {
  const tree = ground.trees[frame.sentence]!
  const spans = frame.parts.flatMap((part) => (part.label === 'CONTENT' ? [framedSpan(tree, part.tokens)] : []))
  return spans.length === 0 ? [] : balanced(ground.text, spans, cue, ground.quotations)
}

/** Whether a content is in pieces between which neither the cue nor the speaker stands. */
function hasHoles({ content, cueSpan, speaker }: Draft): boolean {
  const parts = [cueSpan, speaker.span].filter((span) => span !== null)
  return content.slice(1).some((span, i) => {
    const hole = { start: content[i]!.end, end: span.start }
    return !parts.some((part) => overlaps(part, hole))
  })
}
