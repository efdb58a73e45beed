import type { Mention, NamedEntity, Sentence, Token } from '../../model/index.ts'
import { officeBeforeComma } from '../mention/persons.ts'
import { childrenOf, phraseOf } from '../mention/phrases.ts'
import { bare, type Found, type Ground, officeOf } from './office.ts'
import { becoming, copular } from './predicates.ts'

const DEPTH = 4

/** Every office that a sentence gives the person of a mention. */
export function officesOf(mention: Mention, on: Ground): Found[] {
  const head = on.sentence.tokens[mention.head - 1]
  if (head === undefined) return []
  const beside =
    mention.form === 'name'
      ? [...titled(mention, head, on), ...apposed(head, on), ...beforeComma(mention, head, on)]
      : []
  return [...beside, ...copular(head, on), ...becoming(head, on)]
}

/** "Foreign Minister Ana Lima", "his deputy Ana Lima", "Presidents Lima and Silva": the words right before the name, wherever the parser hangs them. */
function titled(mention: Mention, head: Token, on: Ground): Found[] {
  const { sentence, titles } = on
  const name = nameIn(mention, head, on)
  const first = name?.tokens[0] ?? head.id
  const start = sentence.tokens.findIndex((t) => t.span.start >= mention.span.start) + 1
  let before = sentence.tokens.slice(Math.min(start, first) - 1, first - 1)
  const last = sentence.tokens[first - 2]
  if (before.length === 0 && last !== undefined) before = phraseBefore(last, on)
  before = bare(withHyphened(before, sentence))
  const shared = before.length === 0 && head.deprel === 'conj' ? sharedTitle(head, on) : null
  if (shared !== null) return [shared]
  for (const token of before.toReversed()) {
    if (before.some((t) => t.id === token.head && t.id > token.id && !/^(?:elect|designate)$/iu.test(t.form))) continue
    const role = officeOf(token, before, titles)
    if (role !== null) return [{ role, tokens: before, clause: head, tense: null, why: 'title' }]
  }
  return []
}

/** "[President-]elect", "[vice-]president": what the parser cut off at a hyphen. */
function withHyphened(tokens: readonly Token[], sentence: Sentence): Token[] {
  const [first] = tokens
  if (first === undefined) return []
  const [outer, hyphen] = [sentence.tokens[first.id - 3], sentence.tokens[first.id - 2]]
  return outer !== undefined && hyphen !== undefined && /^[-–]$/u.test(hyphen.form)
    ? [outer, hyphen, ...tokens]
    : [...tokens]
}

/** The phrase that ends in a word right before a name: "UN High Commissioner for [Refugees] Ana Lima". */
function phraseBefore(last: Token, { sentence, titles }: Ground): Token[] {
  if (!/^(?:NOUN|PROPN)$/u.test(last.upos)) return []
  for (let at: Token | undefined = last, steps = 0; at !== undefined && at.id <= last.id && steps < DEPTH; steps++) {
    const tokens = phraseOf(sentence, at).tokens.filter((t) => t.id <= last.id)
    if (tokens.includes(last) && officeOf(at, tokens, titles) !== null) return tokens
    at = sentence.tokens[at.head - 1]
  }
  return []
}

/** "Presidents Lima and Silva": the second name has the first one's title when that stands in the plural. */
function sharedTitle(head: Token, on: Ground): Found | null {
  const other = on.sentence.tokens[head.head - 1]
  if (other === undefined) return null
  const before = bare(phraseOf(on.sentence, other).tokens.filter((t) => t.id < other.id))
  for (const token of before.toReversed()) {
    const role = officeOf(token, before, on.titles)
    if (role?.plural) return { role, tokens: before, clause: head, tense: null, why: 'title of both' }
  }
  return null
}

const nameIn = (mention: Mention, head: Token, { entities }: Ground): NamedEntity | null =>
  entities.find((e) => e.label === 'PER' && e.tokens[0] <= head.id && head.id <= e.tokens[1]) ??
  entities.findLast((e) => e.label === 'PER' && e.span.start >= mention.span.start && e.span.end <= mention.span.end) ??
  null

/** "Ana Lima, secretary of the council and member of the board", "the secretary, Ana Lima": what stands in apposition, and what is joined to that. */
function apposed(head: Token, on: Ground): Found[] {
  const { sentence } = on
  const out: Found[] = []
  const seen = new Set<number>([head.id])
  const take = (token: Token, depth: number): void => {
    if (seen.has(token.id) || isName(token, on)) return
    seen.add(token.id)
    const { tokens } = phraseOf(sentence, token)
    const role = officeOf(token, tokens, on.titles)
    if (role !== null) {
      const words = bare(withBody(token, tokens, on)).filter((t) => !seen.has(t.id) || t === token)
      out.push({ role, tokens: words, clause: token, tense: null, why: 'apposition' })
    }
    if (depth < DEPTH)
      for (const child of besides(sentence, token)) if (child.deprel !== 'conj' || role !== null) take(child, depth + 1)
  }
  for (const child of besides(sentence, head)) if (child.deprel !== 'conj') take(child, 0)
  // "Lima, director of the institute and member of the board": joined to the name by the parser, and no other person.
  if (out.length > 0)
    for (const child of childrenOf(sentence).get(head.id) ?? [])
      if (child.deprel === 'conj' && child.upos === 'NOUN' && isBareOffice(child, on)) take(child, DEPTH)
  const parent = sentence.tokens[head.head - 1]
  if (parent !== undefined && /^(?:appos|nmod:desc)/u.test(head.deprel)) take(parent, 0)
  return out
}

/** "The head of the department, Ana Lima, said": an office that ends at the comma before a name between commas, wherever the parser hangs the two. */
function beforeComma(mention: Mention, head: Token, on: Ground): Found[] {
  const { sentence, titles } = on
  const name = nameIn(mention, head, on)
  if (name === null) return []
  const office = officeBeforeComma(sentence, titles, { first: name.tokens[0], last: name.tokens[1] })
  if (office === null) return []
  const { tokens } = phraseOf(sentence, office)
  const role = officeOf(office, tokens, titles)
  return role === null ? [] : [{ role, tokens: bare(tokens), clause: head, tense: null, why: 'apposition' }]
}

const isBareOffice = (token: Token, on: Ground): boolean => {
  const { tokens } = phraseOf(on.sentence, token)
  return !tokens.some((t) => isName(t, on)) && !/^(?:DET|PRON)$/u.test(tokens[0]!.upos)
}

/** What stands beside a noun between commas: offices and bodies in a row, which the parser hangs on the name or on one another. */
const besides = (sentence: Sentence, token: Token): Token[] =>
  (childrenOf(sentence).get(token.id) ?? []).filter(
    (t) => /^(?:appos|list)$/u.test(t.deprel) || (t.deprel === 'conj' && t.id > token.id),
  )

const isName = (token: Token, { entities }: Ground): boolean =>
  entities.some((e) => e.label === 'PER' && e.tokens[0] <= token.id && token.id <= e.tokens[1])

/** "Head of the Asian Department, Institute of History, Academy of Sciences": bodies in apposition to the office belong to it. */
function withBody(token: Token, tokens: readonly Token[], on: Ground): readonly Token[] {
  const { sentence } = on
  let last = tokens.at(-1)!.id
  for (let at = token, steps = 0; steps < DEPTH; steps++) {
    const body = besides(sentence, at).find(
      (t) => /^(?:appos|list)$/u.test(t.deprel) && t.id > last && t.upos === 'PROPN',
    )
    if (body === undefined || isName(body, on)) break
    const phrase = phraseOf(sentence, body).tokens
    if (officeOf(body, phrase, on.titles) !== null) break
    last = phrase.at(-1)!.id
    at = body
  }
  return sentence.tokens.slice(tokens[0]!.id - 1, last)
}
