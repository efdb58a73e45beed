import { type Content, content } from './content.ts'
import type { Cue } from './cues.ts'
import { childrenWith, childWith, hangsOn, relation, type Tree } from './tree.ts'

type VerbCue = Extract<Cue, { how: 'verb' }>

/**
 * "It is N that X pointed out": what stands between the copula and the relative clause is what X speaks of. Not where the relative word is the
 * speaker ("it was Peru that said so"), and not after a verb of thought.
 */
export function clefted(cue: VerbCue): Content | null {
  const { tree, verb, head } = cue
  if (cue.passive || (verb.kind !== 'speech' && verb.kind !== 'writing')) return null
  const clause = tree.token(head)!
  const noun = tree.token(clause.head)
  if (noun === null || !/^(?:acl:relcl|advcl:relcl|ccomp|csubj|advcl)$/u.test(clause.deprel) || noun.upos === 'VERB')
    return null
  const it = childrenWith(tree, noun.id, 'expl', 'nsubj').find((t) => /^it$/iu.test(t.form))
  const copula = childWith(tree, noun.id, 'cop')
  const that = tree.children(head).find((t) => /^(?:that|which)$/iu.test(t.form) && /^(?:obj|mark)/u.test(t.deprel))
  if (it === undefined || copula === null || that === undefined) return null
  if (childWith(tree, head, 'nsubj') === null) return null
  return content(nounPhrase(tree, noun.id, copula.id, head), `${cue.lemma} something, by “it is … that”`)
}

/** The words of a noun after its copula, without the clause, and without adverbs before it ("precisely"). */
function nounPhrase(tree: Tree, id: number, after: number, clause: number): number[] {
  const own = tree.subtree(id).filter((each) => each > after && !hangsOn(tree, each, clause))
  return own.filter((each) => {
    const token = tree.token(each)!
    return token.deprel !== 'punct' && !(relation(token) === 'advmod' && token.head === id && each < id)
  })
}
