import type { Span } from '../../model/index.ts'
import { covers } from '../../text/index.ts'
import { type Cue, cueSpan } from './cues.ts'
import { blockAt, type Draft, type Ground } from './draft.ts'
import type { Quotation } from './quotations.ts'
import { widened } from './reported.ts'
import { innermost, merged } from './spans.ts'
import { speakerOf } from './speakers.ts'
import { isFull, type Sides } from './spoken.ts'
import { relation } from './tree.ts'

/** Adds what goes on without a cue of its own: later quotations of one speaker, and what a colon at the end of a sentence or paragraph leads in. */
export function continued(ground: Ground, sides: ReadonlyMap<Quotation, Sides>, drafts: readonly Draft[]): Draft[] {
  const led = ledInByColon(ground, drafts)
  return quotationsLeft(ground, sides, led)
}

/**
 * Full quotations that have no cue beside them. One that begins its sentence goes on with the quotation just before
 * ('“A,” X said. “B.”', or the next paragraph of it), or belongs to the one who was spoken of last. One within a sentence is a term or a title.
 */
function quotationsLeft(ground: Ground, sides: ReadonlyMap<Quotation, Sides>, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts].sort((a, b) => lastEnd(a) - lastEnd(b))
  const taken = out.flatMap((draft) => draft.content).sort((a, b) => a.start - b.start)
  const isTaken = (span: Span): boolean => coveredBy(taken, span)
  let sorted = out
  for (const quotation of ground.quotations) {
    const side = sides.get(quotation)!
    if (quotation.outer !== null || side.left.length > 0 || isTaken(quotation.span) || !isFull(ground, quotation))
      continue
    const ends = /[.?!…]['’]?$/u.test(ground.text.slice(quotation.inner.start, quotation.inner.end).trimEnd())
    if (!ends && side.right.some((word) => word.token.upos === 'VERB' || word.token.upos === 'AUX')) continue
    const at = resumed(ground, sorted, quotation, side) ?? previousDraft(ground, sorted, quotation)
    if (at !== null) {
      const before = sorted[at]!
      const grown: Draft = { ...before, content: merged(ground.text, [...before.content, ...quotation.parts]) }
      sorted = [...sorted.slice(0, at), ...sorted.slice(at + 1), grown]
      continue
    }
    const free = freeSpeaker(ground, quotation)
    if (free !== null) sorted = [...sorted, free]
  }
  return sorted
}

/** '“A,” said X, head of Y. “B.”': the statement whose quotation and cue make up the sentence just before in the paragraph. */
function resumed(ground: Ground, drafts: readonly Draft[], quotation: Quotation, side: Sides): number | null {
  const { previous } = side
  if (previous === null) return null
  const between = ground.words.within({ start: previous.span.end, end: quotation.span.start })
  if (between.length > 80 || new Set(between.map((word) => word.sentence)).size > 2) return null
  const at = drafts.findIndex(
    (draft) =>
      draft.cueSpan !== null &&
      draft.cueSpan.start >= previous.span.end &&
      draft.cueSpan.end <= quotation.span.start &&
      draft.content.some((span) => span.start <= previous.span.start && span.end >= previous.span.end),
  )
  return at < 0 ? null : at
}

const lastEnd = (draft: Draft): number =>
  Math.max(draft.content[draft.content.length - 1]!.end, draft.cueSpan?.end ?? 0)

function coveredBy(spans: readonly Span[], span: Span): boolean {
  return spans.some((s) => s.start <= span.start && span.end <= s.end)
}

/** The statement that a quotation goes on with: its cue or content is the last before, with no sentence of another kind between. */
function previousDraft(ground: Ground, drafts: readonly Draft[], quotation: Quotation): number | null {
  let best: number | null = null
  let bestEnd = -1
  drafts.forEach((draft, index) => {
    const end = lastEnd(draft)
    if (end > quotation.span.start || end <= bestEnd || !draft.clausal) return
    bestEnd = end
    best = index
  })
  if (best === null) return null
  const draft = drafts[best]!
  const gap = ground.text.slice(bestEnd, quotation.span.start)
  // Only the rest of the cue's own sentence may lie between.
  const words = ground.words.within({ start: bestEnd, end: quotation.span.start })
  const stops = words.filter((word) => /^[.?!]$/u.test(word.token.form)).length
  const paragraphs = (gap.match(/\n\s*\n/gu) ?? []).length
  const direct = draft.content.some((span) => ground.quotations.some((q) => q.span.start === span.start))
  if (paragraphs > 1 || stops > 1 || words.length > 30) return null
  return paragraphs === 0 || direct ? best : null
}

/** 'The envoy shrugged. “So be it.”': the person whom the sentence before is about, without a cue. */
function freeSpeaker(ground: Ground, quotation: Quotation): Draft | null {
  const home = blockAt(ground.blocks, quotation.span.start)
  if (home === null) return null
  const before = ground.words.within({ start: home.block.span.start, end: quotation.span.start })
  const last = before[before.length - 1]
  if (last === undefined) return null
  const tree = ground.trees[last.sentence]!
  const root = tree.sentence.tokens.find((token) => token.head === 0)
  const subject =
    root === undefined
      ? undefined
      : tree
          .children(root.id)
          .find((c) => relation(c) === 'nsubj' && (c.upos === 'PROPN' || /^(?:he|she|they)$/iu.test(c.form)))
  if (root === undefined || subject === undefined) return null
  const cue: Cue = {
    how: 'verb',
    tree,
    head: root.id,
    ids: [root.id],
    lemma: root.lemma,
    passive: false,
    byDocument: false,
    stance: 'reports',
    verb: { kind: 'speech', stance: 'reports', quoteOnly: true, frames: new Set(['quotation']), prepositions: [] },
  }
  return {
    cue: null,
    cueSpan: null,
    speaker: speakerOf(cue, false, ground.lexicon),
    speakerSentence: tree.sentence.index,
    content: [...quotation.parts],
    addressee: null,
    stance: 'reports',
    why: 'free quotation after a sentence about its speaker',
    clausal: true,
  }
}

/** Cues whose sentence ends with a colon, or has one after them, and that have no content yet: what follows is theirs. */
function ledInByColon(ground: Ground, drafts: readonly Draft[]): Draft[] {
  const out = [...drafts]
  ground.trees.forEach((tree) => {
    const tokens = tree.sentence.tokens
    const colon = tokens.findLast((token) => token.form === ':')
    if (colon === undefined) return
    const depth = innermost(ground.quotations, colon.span)
    const rest = tokens.filter((token) => token.id > colon.id)
    const here = tokens
      .filter((token) => token.id < colon.id)
      .flatMap((token) => ground.cues.get(token) ?? [])
      .filter((cue) => innermost(ground.quotations, cueSpan(cue)) === depth)
    const cue = mainCue(here)
    if (cue === null) return
    const own = out.findIndex((draft) => draft.cue === cue)
    if (own >= 0 && out[own]!.content.some((span) => span.end > colon.span.start)) return
    if (own >= 0 && out[own]!.clausal) return
    if (out.some((draft) => draft.content.some((span) => span.start <= colon.span.start && colon.span.end < span.end)))
      return
    const content = rest.some((token) => token.upos !== 'PUNCT')
      ? restOfSentence(ground, tree.sentence.span, colon.span.end)
      : blocksAfter(
          ground,
          colon.span.end,
          tokens.some(
            (token) =>
              token.id < colon.id &&
              token.upos === 'NOUN' &&
              /Number=Plur/u.test(token.feats) &&
              ground.lexicon.nouns.get(token.lemma.toLowerCase())?.kind === 'speech',
          ),
        )
    if (
      content.length === 0 ||
      content.some((span) => out.some((draft) => draft.cue !== cue && draft.content.some((s) => covers(s, span))))
    )
      return
    const draft: Draft = {
      cue,
      cueSpan: widened(ground, cue, []),
      speaker: speakerOf(cue, cue.how === 'verb' && cue.passive, ground.lexicon),
      speakerSentence: tree.sentence.index,
      content,
      addressee: null,
      stance: cue.stance,
      why: rest.length > 0 ? 'what a colon leads in' : 'block quotation after a colon',
      clausal: true,
    }
    if (own >= 0) out.splice(own, 1, draft)
    else out.push(draft)
  })
  return out
}

/** The cue that a colon belongs to: the last verb that can stand with a clause or quotation, else the last noun. */
function mainCue(cues: readonly Cue[]): Cue | null {
  const speaks = (cue: Cue): boolean =>
    cue.how === 'verb' &&
    !cue.verb.quoteOnly &&
    cue.verb.frames.has('clause') &&
    (cue.verb.kind === 'speech' || cue.verb.kind === 'writing' || cue.verb.kind === 'showing') &&
    (!cue.passive || cue.tree.token(cue.head)!.deprel === 'acl') &&
    cue.tree.token(cue.head)!.deprel !== 'acl:relcl'
  return cues.findLast(speaks) ?? cues.findLast((cue) => cue.how === 'noun' && cue.noun.kind === 'speech') ?? null
}

function restOfSentence(ground: Ground, sentence: Span, from: number): Span[] {
  let start = from
  let end = sentence.end
  while (start < end && /\s/u.test(ground.text[start]!)) start++
  while (end > start && /\s/u.test(ground.text[end - 1]!)) end--
  if (/\.$/u.test(ground.text.slice(start, end)) && !/\.\.$/u.test(ground.text.slice(start, end))) end--
  return start < end ? [{ start, end }] : []
}

/** What a colon at the end of a paragraph leads in: a block quotation, a list, else one paragraph. */
function blocksAfter(ground: Ground, colon: number, several: boolean): Span[] {
  const home = blockAt(ground.blocks, colon - 1)
  if (home === null) return []
  const rest = ground.text.slice(colon, home.block.span.end)
  if (rest.trim() !== '') {
    // Of several assessments, theses or points the whole paragraph tells.
    if (several) return restOfSentence(ground, home.block.span, colon)
    const next = ground.words.within({ start: colon, end: home.block.span.end })[0]
    return next === undefined ? [] : restOfSentence(ground, ground.trees[next.sentence]!.sentence.span, colon)
  }
  const first = ground.blocks[home.index + 1]
  if (first === undefined || first.kind === 'heading' || first.kind === 'reference-list') return []
  const run = [first]
  if (first.kind !== 'paragraph')
    for (let i = home.index + 2; i < ground.blocks.length && ground.blocks[i]!.kind === first.kind; i++)
      run.push(ground.blocks[i]!)
  return run.map((block) => {
    let { start, end } = block.span
    while (start < end && /\s/u.test(ground.text[start]!)) start++
    while (end > start && /\s/u.test(ground.text[end - 1]!)) end--
    return { start, end }
  })
}

export { cueSpan }
