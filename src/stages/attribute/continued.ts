import type { Span } from '../../model/index.ts'
import { blockAt, type Draft, type Ground } from './draft.ts'
import { holderOf, lastAtMost } from './intervals.ts'
import type { Quotation } from './quotations.ts'
import { merged } from './spans.ts'
import { phrase } from './speakers.ts'
import { isFull, type Sides } from './spoken.ts'
import { relation } from './tree.ts'

/**
 * Adds full quotations that have no cue beside them. One that begins its sentence goes on with the quotation just before
 * ('“A,” X said. “B.”', or the next paragraph of it), or belongs to the one who was spoken of last. One within a sentence is a term or a title.
 */
export function continued(ground: Ground, sides: ReadonlyMap<Quotation, Sides>, drafts: readonly Draft[]): Draft[] {
  const isTaken = holderOf(drafts.flatMap((draft) => draft.content))
  const told = new Told(drafts)
  const free: Draft[] = []
  for (const quotation of ground.quotations) {
    const side = sides.get(quotation)!
    if (
      quotation.outer !== null ||
      side.left.length > 0 ||
      quotation.parts.every(isTaken) ||
      !isFull(ground, quotation)
    )
      continue
    const ends = /[.?!…]['’]?$/u.test(ground.text.slice(quotation.inner.end - 4, quotation.inner.end).trimEnd())
    if (!ends && side.right.some((word) => word.token.upos === 'VERB' || word.token.upos === 'AUX')) continue
    const before = resumed(ground, told, quotation, side) ?? wentBefore(ground, told, quotation)
    if (before !== null) {
      told.add(before, quotation.parts)
      continue
    }
    const spoken = freeSpeaker(ground, quotation)
    if (spoken !== null) free.push(spoken)
  }
  return [...told.drafts(ground.text), ...free]
}

/** Drafts found by where they end, with what is added to each as the text goes on. */
class Told {
  readonly #byCue: readonly Draft[]
  readonly #byEnd: readonly Draft[]
  readonly #all: readonly Draft[]
  readonly #added = new Map<Draft, Span[]>()
  /** The draft that was added to last, and the end of that. */
  #latest: { readonly draft: Draft; readonly end: number } | null = null

  constructor(drafts: readonly Draft[]) {
    this.#all = drafts
    this.#byCue = drafts.filter((draft) => draft.cueSpan !== null).sort((a, b) => a.cueSpan!.start - b.cueSpan!.start)
    this.#byEnd = drafts.filter((draft) => draft.clausal).sort((a, b) => lastEnd(a) - lastEnd(b))
  }

  add(draft: Draft, parts: readonly Span[]): void {
    const added = this.#added.get(draft)
    if (added === undefined) this.#added.set(draft, [...parts])
    else added.push(...parts)
    this.#latest = { draft, end: parts[parts.length - 1]!.end }
  }

  /** Drafts whose cue begins in a stretch. */
  cuesWithin(span: Span): Draft[] {
    const out: Draft[] = []
    for (
      let at = lastAtMost(this.#byCue, span.start - 1, (d) => d.cueSpan!.start) + 1;
      at < this.#byCue.length && this.#byCue[at]!.cueSpan!.start < span.end;
      at++
    )
      out.push(this.#byCue[at]!)
    return out
  }

  /** The draft that ends last before an offset, and where. */
  before(offset: number): { readonly draft: Draft; readonly end: number } | null {
    const at = lastAtMost(this.#byEnd, offset, lastEnd)
    const found = at < 0 ? null : { draft: this.#byEnd[at]!, end: lastEnd(this.#byEnd[at]!) }
    if (this.#latest !== null && this.#latest.end <= offset && (found === null || this.#latest.end >= found.end))
      return this.#latest
    return found
  }

  drafts(text: string): Draft[] {
    return this.#all.map((draft) => {
      const added = this.#added.get(draft)
      return added === undefined ? draft : { ...draft, content: merged(text, [...draft.content, ...added]) }
    })
  }
}

const lastEnd = (draft: Draft): number =>
  Math.max(draft.content[draft.content.length - 1]!.end, draft.cueSpan?.end ?? 0)

/** '“A,” said X, head of Y. “B.”': the statement whose quotation and cue make up the sentence just before in the paragraph. */
function resumed(ground: Ground, told: Told, quotation: Quotation, side: Sides): Draft | null {
  const { previous } = side
  if (previous === null) return null
  const gap = { start: previous.span.end, end: quotation.span.start }
  const between = ground.words.within(gap)
  if (between.length > 80 || new Set(between.map((word) => word.sentence)).size > 2) return null
  return (
    told
      .cuesWithin(gap)
      .find((draft) =>
        draft.content.some((span) => span.start <= previous.span.start && span.end >= previous.span.end),
      ) ?? null
  )
}

/** The statement that a quotation goes on with: the last before it, with no sentence of another kind between. */
function wentBefore(ground: Ground, told: Told, quotation: Quotation): Draft | null {
  const last = told.before(quotation.span.start)
  if (last === null || quotation.span.start - last.end > 400) return null
  // Only the rest of the cue's own sentence may lie between.
  const words = ground.words.within({ start: last.end, end: quotation.span.start })
  const stops = words.filter((word) => /^[.?!]$/u.test(word.token.form)).length
  if (stops > 1 || words.length > 30) return null
  const paragraphs =
    (blockAt(ground.blocks, quotation.span.start)?.index ?? 0) - (blockAt(ground.blocks, last.end - 1)?.index ?? 0)
  if (paragraphs === 0) return last.draft
  const direct = last.draft.content.some((span) => /^["“«„]|^''/u.test(ground.text.slice(span.start, span.start + 2)))
  return paragraphs === 1 && direct ? last.draft : null
}

/** 'The envoy shrugged. “So be it.”': the person whom the sentence before is about, without a cue. */
function freeSpeaker(ground: Ground, quotation: Quotation): Draft | null {
  const home = blockAt(ground.blocks, quotation.span.start)
  if (home === null) return null
  const before = ground.words.within({
    start: Math.max(home.block.span.start, quotation.span.start - 400),
    end: quotation.span.start,
  })
  const last = before[before.length - 1]
  if (last === undefined) return null
  const tree = ground.trees[last.sentence]!
  const root = tree.sentence.tokens.find((token) => token.head === 0)
  if (root === undefined) return null
  const subject = tree
    .children(root.id)
    .find((c) => relation(c) === 'nsubj' && (c.upos === 'PROPN' || /^(?:he|she|they)$/iu.test(c.form)))
  if (subject === undefined) return null
  return {
    cue: null,
    cueSpan: null,
    speaker: phrase(tree, subject, { how: 'subject', head: root.id, ids: [root.id] }),
    speakerSentence: tree.sentence.index,
    content: [...quotation.parts],
    addressee: null,
    stance: 'reports',
    why: 'free quotation after a sentence about its speaker',
    clausal: true,
  }
}
