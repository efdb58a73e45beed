import type { Token } from '../../model/index.ts'
import { childrenWith, type Tree } from './tree.ts'

/** What a cue says, by the tree: the words of the content, those that the cue gains by it (a preposition), and whom it is said to. */
export interface Content {
  readonly ids: readonly number[]
  readonly cueIds: readonly number[]
  readonly addressee: number | null
  /** Which construction was matched. */
  readonly why: string
  /** Set when the content is the subject itself, so that the speaker is to be looked for elsewhere. */
  readonly passive: boolean
}

export const content = (ids: readonly number[], why: string, rest: Partial<Content> = {}): Content => ({
  ids: [...new Set(ids)].sort((a, b) => a - b),
  cueIds: [],
  addressee: null,
  passive: false,
  why,
  ...rest,
})

/** A subtree without those of some words in it. */
export function subtreeBut(tree: Tree, id: number, ...without: readonly number[]): number[] {
  const ids = tree.subtree(id)
  const dropped = new Set(without.filter((w) => w !== id && ids.includes(w)).flatMap((w) => tree.subtree(w)))
  return ids.filter((x) => !dropped.has(x))
}

export const caseIds = (tree: Tree, id: number): number[] =>
  tree
    .children(id)
    .filter((c) => (c.deprel === 'case' || c.deprel === 'mark') && c.id < id)
    .flatMap((c) => [c.id, ...childrenWith(tree, c.id, 'fixed').map((f) => f.id)])
    .sort((a, b) => a - b)

export const isInfinitive = (tree: Tree, token: Token): boolean =>
  tree.children(token.id).some((c) => c.deprel === 'mark' && c.form.toLowerCase() === 'to' && c.id < token.id)

export const isMedium = (token: Token): boolean =>
  /^(?:website|site|page|blog|account|show|program|programme|network|channel|night)$/iu.test(token.form)

/** "And", "However," at the head of a sentence: they join it to the outer voice's own. */
export function connectives(tree: Tree, ids: readonly number[]): number[] {
  const out: number[] = []
  for (const id of [...ids].sort((a, b) => a - b)) {
    const { form, upos } = tree.token(id)!
    if (!/^(?:and|however|still|meanwhile|moreover|nevertheless|also|yet|instead|in)$/iu.test(form) && upos !== 'PUNCT')
      break
    if (/^in$/iu.test(form)) break
    out.push(id)
  }
  return out.filter((id) => tree.token(id)!.upos !== 'PUNCT' || out.length > 1)
}
