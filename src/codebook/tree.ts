import type { Sentence, Token } from '../model/index.ts'
import { basesOf, irregularBase } from '../text/inflection.ts'

/** A sentence laid open as a tree; ids count from 1, and an id that is not there gives no children and a null token. */
export interface Tree {
  readonly tokens: readonly Token[]
  readonly token: (id: number) => Token | null
  readonly children: (id: number) => readonly Token[]
  /** The other parts of a word that was made one of several ('cease-fire'). */
  readonly parts: (id: number) => readonly number[]
}

const NONE: readonly Token[] = []
const NO_PARTS: ReadonlyMap<number, readonly number[]> = new Map()

/** Lays a sentence open. A lemma that `vocabulary` does not know gives way to a base of the word's form that it does know. */
export function treeOf(sentence: Sentence, vocabulary: ReadonlySet<string> | null = null): Tree {
  const { tokens, parts } =
    vocabulary === null
      ? { tokens: sentence.tokens, parts: NO_PARTS }
      : unhyphenated(
          sentence.tokens.map((token) => relemmatised(token, vocabulary)),
          vocabulary,
        )
  const byId = new Map(tokens.map((token) => [token.id, token]))
  const children = new Map<number, Token[]>()
  for (const token of tokens) {
    if (token.head === token.id) continue
    const siblings = children.get(token.head)
    if (siblings === undefined) children.set(token.head, [token])
    else siblings.push(token)
  }
  return {
    tokens,
    token: (id) => byId.get(id) ?? null,
    children: (id) => children.get(id) ?? NONE,
    parts: (id) => parts.get(id) ?? [],
  }
}

/**
 * 'cease-fire', 'build-up', 'co-operation' in three tokens: where the vocabulary knows them as one word, with the hyphen or without, the one of the two parts
 * that the other hangs on takes its lemma, and the other parts are left out.
 */
function unhyphenated(
  tokens: readonly Token[],
  vocabulary: ReadonlySet<string>,
): { tokens: readonly Token[]; parts: ReadonlyMap<number, readonly number[]> } {
  const words = new Map<number, Token>()
  const parts = new Map<number, readonly number[]>()
  const wordOf = new Map<number, number>()
  for (const [i, hyphen] of tokens.entries()) {
    const [first, second] = [tokens[i - 1], tokens[i + 1]]
    if (hyphen.form !== '-' || first === undefined || second === undefined) continue
    if (first.span.end !== hyphen.span.start || hyphen.span.end !== second.span.start) continue
    const start = first.form.toLowerCase()
    const lemma = [second.lemma.toLowerCase(), ...basesOf(second.form)]
      .flatMap((end) => [`${start}${end}`, `${start}-${end}`])
      .find((each) => vocabulary.has(each))
    if (lemma === undefined) continue
    const ids = [first.id, hyphen.id, second.id]
    const outer = [first, second].find((part) => !ids.includes(part.head)) ?? second
    const others = ids.filter((id) => id !== outer.id)
    words.set(outer.id, { ...outer, lemma, upos: outer.upos === 'VERB' ? 'VERB' : 'NOUN' })
    parts.set(outer.id, others)
    for (const id of others) wordOf.set(id, outer.id)
  }
  if (words.size === 0) return { tokens, parts }
  const made = tokens
    .filter((token) => !wordOf.has(token.id))
    .map((token) => ({ ...(words.get(token.id) ?? token), head: wordOf.get(token.head) ?? token.head }))
  return { tokens: made, parts }
}

const INFLECTED = new Set(['VERB', 'NOUN', 'PROPN'])

function relemmatised(token: Token, vocabulary: ReadonlySet<string>): Token {
  const given = token.lemma.toLowerCase()
  // 'tore' is no form of 'take', whatever lemma it was given.
  const irregular = token.upos === 'VERB' ? irregularBase(token.form) : null
  if (irregular !== null && given !== irregular && given !== token.form.toLowerCase())
    return { ...token, lemma: irregular }
  // A verb's lemma that is its own form ("committed") is no lemma.
  const unchanged = token.upos === 'VERB' && given === token.form.toLowerCase() && /(ed|ing)$/u.test(given)
  if (!INFLECTED.has(token.upos) || (vocabulary.has(given) && !unchanged)) return token
  const bases = basesOf(token.form).filter((base) => vocabulary.has(base) && !(unchanged && base === given))
  // Of a verb a base goes before its own form, which may be a noun's ("boarding").
  const lemma = token.upos === 'VERB' ? (bases.find((base) => base !== token.form.toLowerCase()) ?? bases[0]) : bases[0]
  return lemma === undefined ? token : { ...token, lemma }
}

/** A relation without its subtype. */
export const base = (token: Token): string => token.deprel.split(':', 1)[0]!

/** Lemma in lower case, as triggers are written. */
export const lemmaOf = (token: Token): string => token.lemma.toLowerCase()

/** Whether a CoNLL-U feature is set: `feature(token, 'VerbForm=Part')`. */
export const feature = (token: Token, pair: string): boolean => token.feats.split('|').includes(pair)

/** The first dependent in one of `relations`, written in full. */
export const child = (tree: Tree, id: number, ...relations: string[]): Token | null =>
  tree.children(id).find((token) => relations.includes(token.deprel)) ?? null

/** All dependents in one of `relations`, written in full. */
export const childrenIn = (tree: Tree, id: number, ...relations: string[]): readonly Token[] =>
  tree.children(id).filter((token) => relations.includes(token.deprel))

/** The preposition of a noun in lower case, fixed parts joined ("on behalf of" where the parser fixes it), or null. */
export function prepositionOf(tree: Tree, id: number): string | null {
  // In 'with the Kent and Essex councils' a parser may give the preposition to the first name.
  const own = childrenIn(tree, id, 'case')
  const near =
    own.length > 0 ? own : childrenIn(tree, id, 'compound', 'amod').flatMap((kid) => childrenIn(tree, kid.id, 'case'))
  const markers = near.filter((marker) => marker.lemma !== "'s" && marker.form !== "'" && marker.form !== '’s')
  const first = markers[0]
  if (first === undefined) return null
  const fixed = childrenIn(tree, first.id, 'fixed').map((part) => part.form.toLowerCase())
  return [first.form.toLowerCase(), ...fixed].join(' ')
}
