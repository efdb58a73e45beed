import type { ActorRef, Sentence, Token } from '../../model/index.ts'
import type { TitleLexicon } from '../../pipeline/index.ts'
import { childrenOf, type Name, type Phrase } from './phrases.ts'

/** What a common noun phrase says of an actor: its kind and sector by the longest phrase of the lexicon that ends in its head. */
export interface Role {
  readonly kind: 'office' | 'organisation' | 'group'
  readonly sector: string | null
  readonly phrase: string
}

/** The role that a phrase names: "foreign minister", "armed forces", "protesters"; null when it names none. */
export function roleOf(phrase: Phrase, titles: TitleLexicon): Role | null {
  const at = phrase.tokens.indexOf(phrase.head)
  const plural = /Number=Plur/u.test(phrase.head.feats)
  for (let start = Math.max(0, at - 4); start <= at; start++) {
    const tokens = phrase.tokens.slice(start, at + 1)
    for (const words of [
      tokens.map((t) => t.form.toLowerCase()),
      [...tokens.slice(0, -1).map((t) => t.form.toLowerCase()), phrase.head.lemma.toLowerCase()],
    ]) {
      const text = words
        .join(' ')
        .replace(/ - /gu, '-')
        .replace(/ ['’]s/gu, '’s')
      const tail = ofTail(phrase, at, text)
      for (const name of tail === null ? [text] : [tail, text]) {
        const role = named(name, plural, titles)
        if (role !== null) return role
      }
    }
  }
  return null
}

function named(name: string, plural: boolean, titles: TitleLexicon): Role | null {
  if (plural && titles.groups.has(name)) return { kind: 'group', sector: titles.groups.get(name)!, phrase: name }
  const office = titles.offices.get(name)
  if (office !== undefined) return { kind: plural ? 'group' : 'office', sector: office, phrase: name }
  if (titles.bodies.has(name)) return { kind: 'organisation', sector: titles.bodies.get(name)!, phrase: name }
  if (titles.groups.has(name)) return { kind: 'group', sector: titles.groups.get(name)!, phrase: name }
  return null
}

/** "ministry of foreign affairs" and its like, for phrases whose name goes on after "of". */
function ofTail(phrase: Phrase, at: number, text: string): string | null {
  const rest = phrase.tokens.slice(at + 1, at + 4)
  return rest[0]?.form.toLowerCase() === 'of' && rest.length >= 2
    ? `${text} ${rest.map((t) => t.form.toLowerCase()).join(' ')}`
    : null
}

/** A state or body that a phrase is tied to, with how. */
export interface Owner {
  readonly actor: ActorRef
  readonly name: Name
  readonly why: string
}

/** Relations that tie a phrase to a state, the surest first. */
const TIES: readonly { readonly deprel: RegExp; readonly how: string }[] = [
  { deprel: /^amod/u, how: 'adjective' },
  { deprel: /^(?:compound|flat|nmod:desc|nmod:unmarked)/u, how: 'compound' },
  { deprel: /^nmod:poss/u, how: 'possessive' },
  { deprel: /^nmod/u, how: 'complement' },
  { deprel: /^appos/u, how: 'apposition' },
]

/** The state or body of a phrase, and of a body with a state of its own ("the Security Council of Georgia") that state: by adjective ("Turkish troops"), compound, possessive, or complement ("president of Georgia"). */
export function ownerOf(sentence: Sentence, head: Token, names: readonly Name[], depth = 0): Owner | null {
  const children = childrenOf(sentence).get(head.id) ?? []
  for (const { deprel, how } of TIES)
    for (const child of children) {
      if (!deprel.test(child.deprel) || (how === 'complement' && !governed(sentence, child))) continue
      const name = names.find((n) => n.known !== null && n.first <= child.id && child.id <= n.last)
      const inner =
        depth < 3
          ? ownerOf(
              sentence,
              child,
              names.filter((n) => n !== name),
              depth + 1,
            )
          : null
      const found =
        name?.known && (name.known.actor.kind !== 'igo' || inner === null) ? tie(sentence, name, how) : inner
      if (found !== null && !(how === 'apposition' && found.actor.kind === 'igo'))
        return found === inner ? { ...inner, why: `${how}, ${inner.why}` } : found
    }
  return null
}

function tie(sentence: Sentence, name: Name, how: string): Owner | null {
  const words = sentence.tokens.slice(name.first - 1, name.last).map((t) => t.form)
  return name.known === null ? null : { actor: name.known.actor, name, why: `${how} ${words.join(' ')}` }
}

/** A complement ties by "of", "for", "to" (ambassador to) and "from"; "in", "with", "against" and others do not. */
function governed(sentence: Sentence, child: Token): boolean {
  const preposition = (childrenOf(sentence).get(child.id) ?? []).find((t) => t.deprel === 'case')
  return preposition !== undefined && /^(?:of|for|from|in)$/iu.test(preposition.form)
}
