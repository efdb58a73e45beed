import type { Sentence, Span, Token } from '../../model/index.ts'

/** A word with its sentence, found by its place in the document. */
export interface Word {
  readonly token: Token
  readonly sentence: number
}

/** All words of a document in order, with look-up by offset in O(log n). */
export interface Words {
  readonly all: readonly Word[]
  /** Words that lie wholly in a span. */
  readonly within: (span: Span) => readonly Word[]
}

/** The words of some sentences, which stand in the order of the text. */
export function wordsOf(sentences: readonly Sentence[]): Words {
  const all = sentences.flatMap((sentence, index) => sentence.tokens.map((token): Word => ({ token, sentence: index })))
  const firstFrom = (offset: number): number => {
    let low = 0
    let high = all.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (all[mid]!.token.span.start < offset) low = mid + 1
      else high = mid
    }
    return low
  }
  return {
    all,
    within: (span) => {
      const from = firstFrom(span.start)
      let to = firstFrom(span.end)
      while (to > from && all[to - 1]!.token.span.end > span.end) to--
      return all.slice(from, to)
    },
  }
}
