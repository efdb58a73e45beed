import type { Codebook } from './entry.ts'
import type { Argument, Roles } from './roles.ts'
import { childrenIn, lemmaOf, prepositionOf, type Tree } from './tree.ts'

/** A noun's arguments together with those that a supporting verb lends it, and that verb. */
export interface NounFrame {
  readonly arguments: readonly Argument[]
  readonly support: number | null
}

const NOT_LENT = new Set(['object', 'clause', 'advmod', 'particle', 'modifier', 'possessor', 'subject', 'indirect'])
const ATTENDED = new Set(['in', 'at', 'during'])

/** A light verb with its particle: 'call off' of "called off". */
export function verbWithParticle(tree: Tree, id: number): string {
  const verb = tree.token(id)
  if (verb === null) return ''
  const particle = childrenIn(tree, id, 'compound:prt')[0]
  return particle === undefined ? lemmaOf(verb) : `${lemmaOf(verb)} ${particle.form.toLowerCase()}`
}

/** Reads a noun with its supporting verb: "held talks with", "the visit took place", "came under attack from", "a round of talks". */
export function nounFrame(tree: Tree, roles: Roles, book: Codebook, id: number): NounFrame {
  const own = roles.of(id)
  const lent: Argument[] = []
  let support: number | null = null
  const carrier = carrierOf(tree, book, id)
  if (carrier !== id) lent.push(...roles.of(carrier))
  for (const { verb, role } of roles.governors(carrier)) {
    const word = verbWithParticle(tree, verb)
    const subjects = roles.of(verb).filter((argument) => argument.role === 'subject')
    const prepositions = roles
      .of(verb)
      .filter((argument) => !NOT_LENT.has(argument.role) && argument.id !== carrier && argument.id !== id)
    const indirect = roles
      .of(verb)
      .filter((argument) => argument.role === 'indirect')
      .map((a) => ({ ...a, role: 'to' }))
    const by = `with the verb ${word}`
    if (role === 'object' && book.doing.has(word)) {
      support = verb
      lent.push(...subjects.map((a) => ({ ...a, by })), ...indirect, ...prepositions)
    } else if (
      (role === 'object' || role === 'to' || role === 'under') &&
      book.undergoing.has(role === 'object' ? word : `${word} ${role}`)
    ) {
      support = verb
      lent.push(...subjects.map((a) => ({ ...a, role: 'target', by })), ...prepositions)
    } else if ((role === 'subject' || role === 'object') && book.happening.has(word)) {
      support = verb
      lent.push(...prepositions)
      if (role === 'object') lent.push(...subjects.map((a) => ({ ...a, by })))
    } else if (role !== 'subject' && role !== 'object' && book.doing.has(`${word} ${role}`)) {
      support = verb
      // 'were engaged in': of a passive without an agent the surface subject acts.
      const doers = subjects.length > 0 ? subjects : roles.of(verb).filter((argument) => argument.role === 'object')
      lent.push(...doers.map((a) => ({ ...a, role: 'subject', by })), ...prepositions)
    } else if (role === 'under') {
      lent.push(...subjects.map((a) => ({ ...a, role: 'target', by: 'under it' })))
    } else if (ATTENDED.has(role)) {
      lent.push(...subjects.map((a) => ({ ...a, role: 'attending', by: 'occasion' })))
    }
    if (support !== null) break
  }
  lent.push(...participles(tree, roles, id), ...nestedBetween(tree, id))
  const seen = new Set<string>()
  const merged = [...own, ...lent].filter((argument) => {
    const key = `${argument.role} ${argument.id}`
    if (seen.has(key) || argument.id === id) return false
    seen.add(key)
    return true
  })
  return { arguments: merged, support }
}

/** 'the signing of the treaty on trade between A and B': those named by "between" belong to the noun, however deep they hang. */
function nestedBetween(tree: Tree, id: number, depth = 0): Argument[] {
  if (depth > 4) return []
  return childrenIn(tree, id, 'nmod').flatMap((kid) =>
    depth > 0 && prepositionOf(tree, kid.id) === 'between'
      ? [{ role: 'between', id: kid.id, by: 'nested between' }]
      : nestedBetween(tree, kid.id, depth + 1),
  )
}

/** 'sanctions imposed by the EU on Iran', 'talks held in Vienna': what a participle or relative clause on the noun adds. */
function participles(tree: Tree, roles: Roles, id: number): Argument[] {
  return childrenIn(tree, id, 'acl', 'acl:relcl')
    .filter((clause) => clause.upos === 'VERB' && roles.of(clause.id).some((a) => a.role === 'object' && a.id === id))
    .flatMap((clause) =>
      roles
        .of(clause.id)
        .filter((a) => a.role === 'subject' || !NOT_LENT.has(a.role))
        .map((a) => ({ ...a, by: 'participle' })),
    )
}

/** 'a series of talks': the noun that stands in the clause for `id`. */
function carrierOf(tree: Tree, book: Codebook, id: number): number {
  const token = tree.token(id)
  const above = token === null ? null : tree.token(token.head)
  if (token !== null && above !== null && token.deprel === 'appos' && above.upos === 'NOUN') return above.id
  if (token === null || above === null || token.deprel !== 'nmod' || prepositionOf(tree, id) !== 'of') return id
  return book.transparent.has(lemmaOf(above)) ? above.id : id
}
