import type { Span } from '../../model/index.ts'
import { overlaps } from '../../text/index.ts'
import { speakerBeside } from './beside.ts'
import { withoutComment } from './comments.ts'
import type { Content } from './content.ts'
import { contentOf } from './contents.ts'
import { type Cue, cueSpan } from './cues.ts'
import type { Draft, Ground } from './draft.ts'
import { balanced, stretches } from './spans.ts'
import { speakerOf } from './speakers.ts'
import { spanOf, subtreeSpan } from './tree.ts'

/** The statement of one cue as the tree shows it: indirect or mixed speech, a thing spoken of, an act called for; null when nothing is said. */
export function reported(ground: Ground, cue: Cue): Draft | null {
  const found = contentOf(cue)
  if (found === null) return null
  const { tree } = cue
  const core = cueSpan(cue)
  const span = widened(ground, cue, found.cueIds)
  const clausal = isClausal(cue, found)
  const said = withoutComment(tree, found.ids, cue.ids, clausal)
  const content = balanced(ground.text, stretches(tree, said), core, ground.quotations).flatMap((part) =>
    outside(part, span),
  )
  if (content.length === 0) return null
  const speaker = speakerBeside(cue, content, speakerOf(cue, found.passive, ground.lexicon))
  return {
    cue,
    cueSpan: span,
    speaker,
    speakerSentence: tree.sentence.index,
    content,
    addressee: found.addressee === null ? null : subtreeSpan(tree, found.addressee),
    stance: cue.stance,
    why: found.why,
    clausal,
  }
}

/** Whether a clause is said, and no thing or act spoken of. */
const isClausal = ({ tree }: Cue, { ids, why }: Content): boolean =>
  tree.sentence.tokens.some(
    (t) => ids.includes(t.id) && (t.deprel === 'ccomp' || t.deprel === 'root' || t.deprel === 'parataxis'),
  ) || / clause|that$|aside|as somebody/u.test(why)

/** The cue with the preposition or colon that leads in what is said, when nothing but it lies between. */
export function widened(ground: Ground, cue: Cue, more: readonly number[]): Span {
  const span = cueSpan(cue)
  const extra = more.length === 0 ? null : spanOf(cue.tree, more)
  if (
    extra !== null &&
    extra.start >= span.end &&
    /^\s*(?:[^\s,.;:]+\s+)?$/u.test(ground.text.slice(span.end, extra.start))
  )
    return { start: span.start, end: extra.end }
  if (ground.text[span.end] === ':') return { start: span.start, end: span.end + 1 }
  return span
}

const outside = (part: Span, hole: Span): Span[] =>
  overlaps(part, hole)
    ? [
        { start: part.start, end: Math.min(part.end, hole.start) },
        { start: Math.max(part.start, hole.end), end: part.end },
      ].filter((s) => s.end > s.start)
    : [part]
