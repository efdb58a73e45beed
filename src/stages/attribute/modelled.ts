import type { Frame, Span } from '../../model/index.ts'
import { covers } from '../../text/index.ts'
import { isActUpon } from './cues.ts'
import type { Draft, Ground } from './draft.ts'
import { framedSpan } from './framed-span.ts'
import { holderOf } from './intervals.ts'
import { balanced } from './spans.ts'
import { headOf, type Tree } from './tree.ts'

type CueFrame = Extract<Frame, { kind: 'cue' }>

/** Probability from which a cue that no rule knows is told; found on `training/sentences/dev`. */
const SURE = 0.8
/** The same within another's words, where rules and model agree or nothing is told. */
const SURE_WITHIN = 0.95

/**
 * Speech that the language model sees around a word which no rule takes for a cue: with a speaker and a content, neither inside the other,
 * and nothing told of that word yet, nor an act done by that verb ("recalled its envoy"). A cue without either ("a spokesman") tells nothing.
 */
export function modelled(ground: Ground, known: readonly Draft[]): Draft[] {
  const isSaid = holderOf(known.flatMap((draft) => draft.content))
  const told = known.flatMap((draft) => (draft.cueSpan === null ? [] : [draft.cueSpan]))
  return ground.frames.flatMap((frame) => {
    if (frame.kind !== 'cue' || frame.probability < SURE) return []
    const tree = ground.trees[frame.sentence]!
    const cueSpan = tree.token(frame.token)!.span
    if (told.some((span) => covers(span, cueSpan))) return []
    if (frame.probability < SURE_WITHIN && isSaid(cueSpan)) return []
    if (isActUpon(tree, tree.token(frame.token)!, ground.lexicon)) return []
    const draft = draftOf(ground, tree, frame, cueSpan)
    return draft === null ? [] : [draft]
  })
}

function draftOf(ground: Ground, tree: Tree, frame: CueFrame, cueSpan: Span): Draft | null {
  const speaker = frame.parts.find((part) => part.label === 'SPEAKER')
  const contents = frame.parts.filter((part) => part.label === 'CONTENT')
  if (speaker === undefined || contents.length === 0) return null
  const content = balanced(
    ground.text,
    contents.map((part) => framedSpan(tree, part.tokens)),
    cueSpan,
    ground.quotations,
  )
  const span = framedSpan(tree, speaker.tokens, frame.token)
  if (content.length === 0 || content.some((part) => covers(part, span) || covers(span, part))) return null
  const head = headOf(tree, speaker.tokens)
  return {
    cue: null,
    cueSpan,
    speaker: { span, head, reason: null },
    speakerSentence: tree.sentence.index,
    content,
    addressee: null,
    stance: 'reports',
    why: `model: speech around “${tree.token(frame.token)!.form}” (${frame.probability})`,
    clausal: true,
  }
}
