import type { Block, Frame, Mention, Span, Statement, Token } from '../../model/index.ts'
import type { AttributionLexicon } from '../../pipeline/index.ts'
import type { Cue } from './cues.ts'
import type { Quotation } from './quotations.ts'
import type { Speaker } from './speakers.ts'
import type { Tree } from './tree.ts'
import type { Words } from './words.ts'

/** A statement on its way: with its cue's word, so that later parts can look at the tree again. */
export interface Draft {
  readonly cue: Cue | null
  readonly cueSpan: Span | null
  readonly speaker: Speaker
  /** Index of the sentence that the speaker's head stands in. */
  readonly speakerSentence: number
  readonly content: readonly Span[]
  readonly addressee: Span | null
  readonly stance: Statement['stance']
  readonly why: string
  /** Whether the content is a clause or a quotation, and not a thing or an act that is spoken of. */
  readonly clausal: boolean
}

/** Everything that the parts of the stage look at. */
export interface Ground {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly trees: readonly Tree[]
  readonly words: Words
  /** What the language model says around words; empty where no model read along. */
  readonly frames: readonly Frame[]
  readonly mentions: readonly Mention[]
  readonly quotations: readonly Quotation[]
  readonly cues: ReadonlyMap<Token, Cue>
  readonly lexicon: AttributionLexicon
}

/** The block that holds an offset; null between blocks. */
export function blockAt(
  blocks: readonly Block[],
  offset: number,
): { readonly block: Block; readonly index: number } | null {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const mid = (low + high) >> 1
    const block = blocks[mid]!
    if (offset < block.span.start) high = mid - 1
    else if (offset >= block.span.end) low = mid + 1
    else return { block, index: mid }
  }
  return null
}
