import type { Token } from '../../model/index.ts'
import { relation, type Tree } from './tree.ts'

/**
 * Words of a reported content without the comment at its end, which is the outer voice's: a relative clause after a comma ("…, which nobody had asked for"),
 * after a thing spoken of a participle ("condemned the raid, saying it was cruel"), and a second sentence after a semicolon. A relative clause without
 * a comma, or one that does not end what is said, belongs to it.
 */
export function withoutComment(
  tree: Tree,
  ids: readonly number[],
  cueIds: readonly number[],
  clausal: boolean,
): readonly number[] {
  const last = cueIds[cueIds.length - 1]!
  const end = ids.findLast((id) => tree.token(id)!.upos !== 'PUNCT') ?? 0
  const starts = ids.flatMap((id) => {
    const token = tree.token(id)!
    if (id <= last) return []
    if (token.form === ';') return [id]
    const first = openedByComma(tree, token)
    return first !== null && first > last && endsWith(tree, token, end) && isComment(tree, token, first, clausal)
      ? [first]
      : []
  })
  const cut = Math.min(...starts)
  const kept = ids.filter((id) => id < cut)
  return kept.some((id) => id > last) ? kept : ids
}

/** The first word of what hangs on a word, when a comma or dash stands before it; null otherwise. */
function openedByComma(tree: Tree, token: Token): number | null {
  const first = tree.subtree(token.id).find((id) => tree.token(id)!.upos !== 'PUNCT') ?? token.id
  return /^(?:,|—|–|--)$/u.test(tree.token(first - 1)?.form ?? '') ? first : null
}

const endsWith = (tree: Tree, token: Token, end: number): boolean =>
  (tree.subtree(token.id).findLast((id) => tree.token(id)!.upos !== 'PUNCT') ?? 0) >= end

function isComment(tree: Tree, token: Token, first: number, clausal: boolean): boolean {
  const lead = [tree.token(first)!, tree.token(first + 1)].map((t) => t?.form.toLowerCase() ?? '')
  if (
    token.upos !== 'PRON' &&
    /^(?:acl|advcl|ccomp|conj|parataxis)$/u.test(relation(token)) &&
    lead.some((form, i) => /^(?:which|who|whom|whose)$/u.test(form) && (i === 0 || tree.token(first)!.upos === 'ADP'))
  )
    return true
  return !clausal && /^(?:acl|advcl)$/u.test(relation(token)) && first === token.id && /ing$/u.test(token.form)
}
