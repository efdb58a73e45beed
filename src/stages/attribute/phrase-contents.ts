import type { Token } from '../../model/index.ts'
import { type Content, caseIds, connectives, content, isInfinitive, subtreeBut } from './content.ts'
import type { Cue } from './cues.ts'
import { complementMark } from './noun-contents.ts'
import { caseOf, childrenWith, childWith, relation, type Tree } from './tree.ts'

/** "S, according to X"; "in X's view, S". */
export function phraseContent(cue: Extract<Cue, { how: 'phrase' }>): Content | null {
  const { tree } = cue
  let token = tree.token(cue.head)!
  // The phrase hangs on a noun inside the clause as easily as on its verb: climb to the clause.
  const inside = token.id
  let governor = tree.token(token.head)
  let steps = 0
  while (
    governor !== null &&
    steps++ < 6 &&
    ['nmod', 'obl', 'obj', 'conj', 'appos', 'amod', 'compound'].includes(relation(governor)) &&
    !headsClause(tree, governor)
  ) {
    token = governor
    governor = tree.token(token.head)
  }
  // The steps are counted: a broken parse may hang words on one another in a ring.
  for (let up = 0; up < 6 && governor !== null && relation(governor) === 'conj'; up++) {
    if (childWith(tree, governor.id, 'nsubj') !== null) break
    governor = tree.token(governor.head)
  }
  if (governor === null) return null
  const ids = subtreeBut(tree, governor.id, inside)
  const before = ids.filter((id) => id < inside)
  // After a leading phrase a clause joined by "but" is the author's again.
  const contrast = before.some(
    (id) => tree.token(id)!.upos !== 'PUNCT' && tree.token(id)!.upos !== 'CCONJ' && tree.token(id)!.upos !== 'ADV',
  )
    ? []
    : childrenWith(tree, governor.id, 'conj').filter((c) =>
        tree.children(c.id).some((x) => x.deprel === 'cc' && x.form.toLowerCase() === 'but'),
      )
  const dropped = new Set(contrast.flatMap((c) => tree.subtree(c.id)))
  for (const id of connectives(tree, ids)) dropped.add(id)
  return content(
    ids.filter((id) => !dropped.has(id)),
    cue.lemma,
  )
}

const headsClause = (tree: Tree, token: Token): boolean =>
  tree.children(token.id).some((c) => relation(c) === 'nsubj' || relation(c) === 'csubj' || c.deprel === 'cop')

/** "The ship allegedly carried arms": the clause without its adverb. */
export function adverbContent(cue: Cue): Content | null {
  const { tree } = cue
  const governor = tree.token(tree.token(cue.head)!.head)
  if (governor === null || !['VERB', 'AUX', 'ADJ', 'NOUN', 'PROPN'].includes(governor.upos)) return null
  const apart = new Set(
    tree
      .children(governor.id)
      .filter(
        (c) =>
          relation(c) === 'conj' ||
          relation(c) === 'parataxis' ||
          relation(c) === 'advcl' ||
          relation(c) === 'mark' ||
          relation(c) === 'cc',
      )
      .flatMap((c) => tree.subtree(c.id)),
  )
  return content(
    tree.subtree(governor.id).filter((id) => id !== cue.head && !apart.has(id)),
    `${cue.lemma}, hearsay`,
  )
}

/** "X is confident that S", "X is critical of N". */
export function adjectiveContent(cue: Cue): Content | null {
  const { tree } = cue
  const clause = tree
    .children(cue.head)
    .find(
      (c) =>
        c.id > cue.head &&
        (relation(c) === 'ccomp' ||
          (relation(c) === 'xcomp' && isInfinitive(tree, c)) ||
          (relation(c) === 'advcl' && complementMark(tree, c) === 'that')),
    )
  if (clause !== undefined) return content(tree.subtree(clause.id), `is ${cue.lemma} that`)
  const phrase = tree
    .children(cue.head)
    .find((c) => c.id > cue.head && relation(c) === 'obl' && /^(?:of|about|with|over|at|to)$/u.test(caseOf(tree, c.id)))
  if (phrase === undefined) return null
  const marker = caseIds(tree, phrase.id)
  return content(subtreeBut(tree, phrase.id, ...marker), `is ${cue.lemma} ${caseOf(tree, phrase.id)}`, {
    cueIds: marker,
  })
}
