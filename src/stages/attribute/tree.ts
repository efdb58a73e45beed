import type { Sentence, Span, Token } from '../../model/index.ts'

/** A sentence with its dependency tree laid open. Ids count from 1; an unknown id is null. */
export interface Tree {
  readonly sentence: Sentence
  readonly token: (id: number) => Token | null
  readonly children: (id: number) => readonly Token[]
  /** Ids of a word and of all that hangs on it, in order. */
  readonly subtree: (id: number) => readonly number[]
}

/** Lays a sentence's tree open. Cycles and heads outside the sentence, which a parser may give, are cut. */
export function treeOf(sentence: Sentence): Tree {
  const byId = new Map(sentence.tokens.map((token) => [token.id, token]))
  const children = new Map<number, Token[]>()
  for (const token of sentence.tokens) {
    if (token.head === token.id) continue
    const siblings = children.get(token.head)
    if (siblings === undefined) children.set(token.head, [token])
    else siblings.push(token)
  }
  const memo = new Map<number, readonly number[]>()
  const none: readonly Token[] = []
  const subtree = (id: number): readonly number[] => {
    const known = memo.get(id)
    if (known !== undefined) return known
    const seen = new Set<number>([id])
    const queue = [id]
    for (let at = 0; at < queue.length; at++)
      for (const child of children.get(queue[at]!) ?? none)
        if (!seen.has(child.id)) {
          seen.add(child.id)
          queue.push(child.id)
        }
    const ids = queue.sort((a, b) => a - b)
    memo.set(id, ids)
    return ids
  }
  return { sentence, token: (id) => byId.get(id) ?? null, children: (id) => children.get(id) ?? none, subtree }
}

/** The relation without its subtype: 'nsubj' of 'nsubj:pass'. */
export const relation = (token: Token): string => {
  const colon = token.deprel.indexOf(':')
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon)
}

/** The word of a stretch [first, last] that hangs on a word outside it. */
export function headOf(tree: Tree, [first, last]: readonly [number, number]): number {
  for (let id = first; id <= last; id++) {
    const head = tree.token(id)?.head ?? 0
    if (head < first || head > last) return id
  }
  return first
}

/** The first dependent of `id` with one of `relations` (subtypes count only when written out, or with a bare name for all). */
export const childWith = (tree: Tree, id: number, ...relations: string[]): Token | null =>
  tree.children(id).find((child) => relations.includes(child.deprel) || relations.includes(relation(child))) ?? null

/** All dependents of `id` with one of `relations`. */
export const childrenWith = (tree: Tree, id: number, ...relations: string[]): readonly Token[] =>
  tree.children(id).filter((child) => relations.includes(child.deprel) || relations.includes(relation(child)))

/** The words of the case markers of a noun, with their fixed parts: 'according to'. */
export function caseOf(tree: Tree, id: number): string {
  const markers = tree.children(id).filter((child) => child.deprel === 'case' || child.deprel === 'mark')
  return markers
    .map((marker) => [marker.id, ...fixedParts(tree, marker.id)].map((part) => form(tree, part)).join(' '))
    .join(' ')
}

const fixedParts = (tree: Tree, id: number): number[] => childrenWith(tree, id, 'fixed').map((part) => part.id)
const form = (tree: Tree, id: number): string => tree.token(id)?.form.toLowerCase() ?? ''

/** Ids in runs without a gap: [1, 2, 5] gives [[1, 2], [5]]. */
export function runsOf(ids: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const id of ids) {
    const last = runs[runs.length - 1]
    if (last !== undefined && last[last.length - 1] === id - 1) last.push(id)
    else runs.push([id])
  }
  return runs
}

/** From the first to the last of some words; null for none. */
export function spanOf(tree: Tree, ids: readonly number[]): Span | null {
  let span: Span | null = null
  for (const id of ids) {
    const token = tree.token(id)
    if (token === null) continue
    span =
      span === null
        ? { ...token.span }
        : { start: Math.min(span.start, token.span.start), end: Math.max(span.end, token.span.end) }
  }
  return span
}

/** Whether `id` hangs, at any depth, on `ancestor` (a word hangs on itself). */
export const hangsOn = (tree: Tree, id: number, ancestor: number): boolean => tree.subtree(ancestor).includes(id)

/** Whether the word is a finite or other verb, or carries a copula: it heads a clause. */
export const isClause = (tree: Tree, token: Token): boolean =>
  token.upos === 'VERB' ||
  token.upos === 'AUX' ||
  tree.children(token.id).some((c) => c.deprel === 'cop' || relation(c) === 'nsubj')

/** From the first to the last word that hangs on `id`. */
export const subtreeSpan = (tree: Tree, id: number): Span | null => spanOf(tree, tree.subtree(id))
