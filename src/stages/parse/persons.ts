import type { Token } from '../../model/index.ts'
import type { ActorOntology } from '../../pipeline/index.ts'

interface Found {
  readonly first: number
  readonly last: number
  readonly label: string
}

/**
 * "the ROK [G.V. Zinoviev]": a person's name has no article, so that a state or body that the language model took into it after one is cut off. "Jordan Lima"
 * stays whole, and so does "the Lima government", where nothing known stands first.
 * @param tokens the sentence's, from the first
 */
export function cutAtBody<F extends Found>(
  found: F,
  tokens: readonly Token[],
  actors: Pick<ActorOntology, 'longest'>,
): F {
  if (found.label !== 'PER') return found
  const isArticle = (id: number): boolean => tokens[id - 1]?.form.toLowerCase() === 'the'
  const first = isArticle(found.first) ? found.first + 1 : found.first
  if (!isArticle(first - 1)) return found
  const words = tokens.slice(first - 1, found.last).map((t) => t.form)
  const body = actors.longest(words, 0)
  if (body === null || body.form !== 'name' || body.length >= words.length) return found
  const rest = words[body.length]!
  return /^\p{Lu}/u.test(rest) ? { ...found, first: first + body.length } : found
}
