import type { Span, Token } from '../../model/index.ts'
import type { Tree } from './tree.ts'

/**
 * The stretch of words [first, last] that the language model gives, to the end of the noun phrase or verb group that its last word only begins
 * ("the Foreign | Ministry", "have | lost their force"), before the word `stop` where that comes after it. A stretch that ends with a whole phrase stays.
 */
export function framedSpan(
  tree: Tree,
  [first, last]: readonly [number, number],
  stop = Number.POSITIVE_INFINITY,
): Span {
  const end = wordEnd(tree, last)
  const limit = stop > last ? stop : Number.POSITIVE_INFINITY
  const whole = end === last || end >= limit ? last : phraseEnd(tree, end, limit)
  return { start: tree.token(first)!.span.start, end: tree.token(whole)!.span.end }
}

/** The head of the phrase that a word opens, three words on at most. */
function wordEnd(tree: Tree, last: number): number {
  let end = last
  for (
    let token = tree.token(end)!;
    opensPhrase(token) && token.head > end && token.head - end <= 3;
    token = tree.token(end)!
  )
    end = token.head
  return end
}

/** The last word that hangs on `head` without a gap after it. */
function phraseEnd(tree: Tree, head: number, stop: number): number {
  const below = new Set(tree.subtree(head))
  let end = head
  while (below.has(end + 1) && end + 1 < stop && tree.token(end + 1)!.upos !== 'PUNCT') end++
  return end
}

const opensPhrase = (token: Token): boolean =>
  /^(?:amod|compound|det|nummod|case|aux|aux:pass|cop|mark|nmod:poss|nmod:desc)$/u.test(token.deprel)
