import type { Token } from '../../model/index.ts'
import type { AttributionLexicon } from '../../pipeline/index.ts'
import { caseOf, childrenWith, childWith, relation, type Tree } from './tree.ts'

/** A word by its sentence and its number there. */
export interface Place {
  readonly sentence: number
  readonly id: number
}

interface Issued extends Place {
  readonly lemma: string
  readonly by: Place
}

/**
 * Tells who issued the document that a noun phrase points back to: "this statement says" is the ministry's that "issued a statement" before it.
 * The last document of that name with an issuer counts; "the text" and "the document" are any. Null for a document of its own ("a statement", "Oslo's note").
 */
export function issuersOf(trees: readonly Tree[], lexicon: AttributionLexicon): (place: Place) => Place | null {
  const issued = trees.flatMap((tree, sentence) =>
    tree.sentence.tokens.flatMap((token): Issued[] => {
      const lemma = documentOf(token, lexicon)
      const by = lemma === null ? null : issuerOf(tree, token, lexicon)
      return lemma === null || by === null ? [] : [{ sentence, id: token.id, lemma, by: { sentence, id: by.id } }]
    }),
  )
  return (place) => {
    const tree = trees[place.sentence]
    const token = tree?.token(place.id) ?? null
    const lemma = token === null ? null : documentOf(token, lexicon)
    if (tree === undefined || lemma === null || !pointsBack(tree, place.id)) return null
    const any = /^(?:document|text|paper)$/u.test(lemma)
    const before = issued.findLast(
      (one) =>
        (any || one.lemma === lemma) &&
        (one.sentence < place.sentence || (one.sentence === place.sentence && one.id < place.id)),
    )
    return before?.by ?? null
  }
}

/** The lemma of a noun of documents, spellings made one; null for another word. */
function documentOf(token: Token, lexicon: AttributionLexicon): string | null {
  const lemma = token.lemma.toLowerCase().replace('é', 'e')
  return token.upos === 'NOUN' && lexicon.documents.has(lemma) ? lemma : null
}

const pointsBack = (tree: Tree, id: number): boolean =>
  tree.children(id).some((c) => relation(c) === 'det' && /^(?:this|that|the|these|those)$/iu.test(c.form)) &&
  ownerOf(tree, id) === null

/** "the statement of X", "a note by X", "X's letter". */
const ownerOf = (tree: Tree, id: number): Token | null =>
  childWith(tree, id, 'nmod:poss') ??
  tree.children(id).find((c) => relation(c) === 'nmod' && /^(?:of|by|from)$/u.test(caseOf(tree, c.id))) ??
  null

/** The owner beside the noun, the subject that issued it, or the one that "said in a statement". */
function issuerOf(tree: Tree, token: Token, lexicon: AttributionLexicon): Token | null {
  const owner = ownerOf(tree, token.id)
  if (owner !== null) return owner
  const verb = tree.token(token.head)
  if (verb === null) return null
  const lemma = lexicon.forms.get(verb.form.toLowerCase()) ?? verb.lemma.toLowerCase()
  const kind = lexicon.verbs.get(lemma)?.kind
  const issues = relation(token) === 'obj' && lexicon.issuing.has(lemma)
  const saidIn =
    relation(token) === 'obl' &&
    caseOf(tree, token.id) === 'in' &&
    (kind === 'speech' || kind === 'writing') &&
    childWith(tree, token.id, 'det')?.form.toLowerCase() !== 'this'
  return issues || saidIn ? (childrenWith(tree, verb.id, 'nsubj').find((c) => c.deprel !== 'nsubj:pass') ?? null) : null
}
