import type { ActorRef, NamedEntity, Sentence, Token } from '../../model/index.ts'
import type { ActorOntology, KnownActor } from '../../pipeline/index.ts'

/** A stretch of tokens (ids, inclusive) that a name takes up, and what is known of it. */
export interface Name {
  readonly first: number
  readonly last: number
  readonly known: KnownActor | null
  readonly entity: NamedEntity['label'] | null
}

/** A noun phrase by its head, with the tokens that belong to it: no relative clauses, appositions, conjuncts. */
export interface Phrase {
  readonly head: Token
  readonly tokens: readonly Token[]
}

/**
 * Names by ontology and by the language model, longest first where they overlap; a longer name that holds a shorter one keeps it apart.
 * @param isPerson whether the document knows a person by this surname: then "Jordan" and "Chad" are people where the model says so
 */
export function namesIn(
  sentence: Sentence,
  entities: readonly NamedEntity[],
  actors: ActorOntology,
  isPerson: (name: string) => boolean,
): Name[] {
  const words = sentence.tokens.map((t) => t.form)
  const known: Name[] = []
  for (let at = 0; at < words.length; ) {
    const joined = joinedName(words, at, actors)
    const found = joined ?? (startsName(sentence.tokens[at]!) ? actors.longest(words, at) : null)
    if (found === null || !isNominal(sentence.tokens.slice(at, at + found.length), found.form)) at++
    else {
      known.push({ first: at + 1, last: at + found.length, known: found, entity: null })
      at += found.length
    }
  }
  const persons = entities.filter((e) => e.label === 'PER')
  const inPerson = (n: Name) =>
    persons.some(
      (p) =>
        p.tokens[0] <= n.first &&
        n.last <= p.tokens[1] &&
        (p.tokens[1] > p.tokens[0] || n.known?.actor.kind === 'place' || isPerson(words[p.tokens[0] - 1]!)),
    )
  const others = entities
    .filter((e) => !known.some((n) => n.first <= e.tokens[0] && e.tokens[1] <= n.last && !inPerson(n)))
    .map((e): Name => ({ first: e.tokens[0], last: e.tokens[1], known: null, entity: e.label }))
  return [...known.filter((n) => !inPerson(n)), ...others].sort((a, b) => a.first - b.first || b.last - a.last)
}

const startsName = (token: Token): boolean => token.upos !== 'DET' && /^(?:[\p{Lu}\p{N}]|al$)/u.test(token.form)

/** "Donetsk and Lugansk People's Republics", "North and South Korea": two names that share their last words. "France and South Korea" share none. */
function joinedName(
  words: readonly string[],
  at: number,
  actors: ActorOntology,
): (KnownActor & { readonly length: number }) | null {
  if (words[at + 1] !== 'and' || !/^\p{Lu}/u.test(words[at]!) || !/^\p{Lu}/u.test(words[at + 2] ?? '')) return null
  for (let rest = 3; rest > 0; rest--) {
    const shared = words.slice(at + 3, at + 3 + rest)
    if (shared.length < rest || !shared.some((word) => /^\p{Lu}/u.test(word))) continue
    const endings = [shared, [...shared.slice(0, -1), shared.at(-1)!.replace(/s$/u, '')]]
    for (const ending of endings) {
      const members = [words[at]!, words[at + 2]!].flatMap((word): ActorRef[] => {
        const found = actors.lookup([word, ...ending].join(' '))
        return found === null || found.form !== 'name' || found.actor.code === null ? [] : [found.actor]
      })
      if (members.length < 2 || members[0]!.code === members[1]!.code) continue
      return {
        length: rest + 3,
        actor: { name: members.map((m) => m.name).join(' and '), kind: 'group', code: null, sector: null },
        form: 'name',
        why: `two names that share “${shared.join(' ')}”`,
        members,
        senses: [],
      }
    }
  }
  return null
}

/** Words for a bird, a kind of dishes, a guy: names of states only where the parser reads a proper noun. */
const HOMOGRAPHS = new Set(['turkey', 'china', 'chad', 'jersey', 'japan', 'guinea'])

/** Whether a known name is used as one: a lone word that the parser reads as a verb, or as a common word, is not. */
function isNominal(tokens: readonly Token[], form: string): boolean {
  if (tokens.length > 1) return true
  const { upos, form: word } = tokens[0]!
  if (form === 'adjective') return upos !== 'VERB' && upos !== 'ADV'
  return upos === 'PROPN' || upos === 'ADJ' || upos === 'X' || (upos === 'NOUN' && !HOMOGRAPHS.has(word.toLowerCase()))
}

const OUTSIDE =
  /^(?:acl|advcl|appos|parataxis|conj|cc|ccomp|csubj|xcomp|orphan|dep|discourse|cop|nsubj|aux|mark|list|obl|obj|advmod|expl)(?::|$)/u

/** Whether a dependent is part of the phrase: no clause, apposition or conjunct, and of the head no preposition or closing mark. */
function belongs(child: Token, token: Token, head: Token): boolean {
  if (
    token === head &&
    (child.deprel === 'case' || (child.deprel === 'punct' && (child.id < head.id || closes(child))))
  )
    return false
  return (
    !OUTSIDE.test(child.deprel) ||
    (child.deprel === 'advmod' && child.id < token.id) ||
    (child.deprel.startsWith('obl') && child.id < token.id && token.id < head.id) ||
    innerOf(child, token, head)
  )
}

/** The phrase that a token heads. */
export function phraseOf(sentence: Sentence, head: Token): Phrase {
  const children = childrenOf(sentence)
  const inside = new Set<number>([head.id])
  const open = [head]
  for (let token = open.pop(); token !== undefined; token = open.pop())
    for (const child of children.get(token.id) ?? []) {
      if (inside.has(child.id) || !belongs(child, token, head)) continue
      inside.add(child.id)
      open.push(child)
    }
  let first = head.id
  let last = head.id
  while (inside.has(first - 1)) first--
  while (inside.has(last + 1)) last++
  const tokens = sentence.tokens.slice(first - 1, last)
  while (tokens.at(-1) !== head && /^(?:PUNCT|ADP|DET|CCONJ)$/u.test(tokens.at(-1)!.upos)) tokens.pop()
  while (tokens[0] !== head && /^(?:PUNCT|ADP|CCONJ)$/u.test(tokens[0]!.upos)) tokens.shift()
  while (tokens[0] !== head && /^(?:also|only|even|not|just)$/iu.test(tokens[0]!.form)) tokens.shift()
  return { head, tokens }
}

/** Coordination inside a complement stays: "the Ministry of Trade and Industry". */
const innerOf = (child: Token, token: Token, head: Token): boolean =>
  token !== head && /^(?:conj|cc)(?::|$)/u.test(child.deprel)

const closes = (token: Token): boolean => /^[,;:—–(]$/u.test(token.form)

const memory = new WeakMap<Sentence, ReadonlyMap<number, Token[]>>()

/** Dependents of each token, in order. */
export function childrenOf(sentence: Sentence): ReadonlyMap<number, Token[]> {
  const remembered = memory.get(sentence)
  if (remembered !== undefined) return remembered
  const out = new Map<number, Token[]>()
  for (const token of sentence.tokens) {
    const list = out.get(token.head)
    if (list === undefined) out.set(token.head, [token])
    else list.push(token)
  }
  memory.set(sentence, out)
  return out
}

/** The word of a stretch whose head lies outside it; a hyphen that is hung elsewhere is none. */
export function headOf(sentence: Sentence, first: number, last: number): Token {
  const tokens = sentence.tokens.slice(first - 1, last)
  const outer = tokens.filter((t) => t.head < first || t.head > last)
  return outer.find((t) => t.upos !== 'PUNCT') ?? outer[0] ?? tokens.at(-1)!
}

/** The tokens of a name. */
export const tokensOf = (sentence: Sentence, name: Name): Token[] => sentence.tokens.slice(name.first - 1, name.last)

/** Whether the parser, or the word's own form, shows that a noun stands in the plural. */
export const isPlural = (token: Token): boolean =>
  /Number=Plur/u.test(token.feats) || (token.feats === '_' && token.form.toLowerCase() !== token.lemma.toLowerCase())
