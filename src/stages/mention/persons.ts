import type { Sentence, Token } from '../../model/index.ts'
import type { TitleLexicon } from '../../pipeline/index.ts'
import { type Owner, ownerOf, type Role, roleOf, sectorOf } from './describe.ts'
import { childrenOf, headOf, type Name, type Phrase, phraseOf, tokensOf } from './phrases.ts'
import type { Resolved, Scene } from './scene.ts'

/** The name of a person that a phrase holds as its head or joined to it: "Foreign Minister Ana Lima", "the ambassador to Peru A. Lima". */
export function personIn(scene: Scene, phrase: Phrase, role: Role | null): Name | null {
  const { sentence, names, titles } = scene
  for (const n of names) {
    if (n.entity !== 'PER' || !phrase.tokens.some((t) => t.id >= n.first && t.id <= n.last)) continue
    if (tokensOf(sentence, n).every((t) => titles.honorifics.has(t.form.toLowerCase()))) continue
    const top = headOf(sentence, n.first, n.last)
    const between = sentence.tokens.slice(phrase.head.id, Math.max(phrase.head.id, n.first - 1))
    if (role === null && between.some((t) => t.upos === 'ADP')) continue
    const beside = top.head === phrase.head.id
    if (
      top === phrase.head ||
      (beside && /^(?:flat|appos|compound|nmod:desc|nmod:unmarked)/u.test(top.deprel)) ||
      (beside && top.deprel === 'nmod' && top.id > phrase.head.id && !hasCase(scene, top)) ||
      (n.first <= phrase.head.id && phrase.head.id <= n.last)
    )
      return n
  }
  return null
}

/** "of Ana Lima"; in "ambassador to Peru A. Lima" the preposition is that of the name between, wherever the parser hangs it. */
const hasCase = ({ sentence, names }: Scene, token: Token): boolean =>
  (childrenOf(sentence).get(token.id) ?? []).some(
    (t) => t.deprel === 'case' && !names.some((n) => n.first > t.id && n.last < token.id && n.known !== null),
  )

/** A person by name: state and sector from the phrase's own words, from an apposition, or from where the document named the person before. */
export function personOf(scene: Scene, phrase: Phrase, name: Name, role: Role | null): Resolved {
  const { titles, memory, persons } = scene
  const { head } = phrase
  const tokens = tokensOf(scene.sentence, name)
  while (tokens.length > 1 && titles.honorifics.has(tokens[0]!.form.toLowerCase())) tokens.shift()
  while (tokens.length > 1 && /^(?:['’]s?|[-–—,;:.])$/u.test(tokens.at(-1)!.form)) tokens.pop()
  const full = scene.words(tokens).replace(/['’]s$/u, '')
  const known = memory.person(full) ?? persons?.person(full) ?? null
  const beside = apposed(scene, head, name)
  const own = ownRole(scene, phrase, name) ?? role
  const office = own ?? beside?.role ?? null
  const owner =
    ownerOf(scene, head, null) ??
    beside?.owner ??
    ofOther(scene, officeOf(phrase, name), own) ??
    headedBody(scene, office)
  const why =
    owner !== null
      ? `person; ${owner.why}`
      : known?.code
        ? `person, named before as ${known.name}`
        : 'person; the document says no state'
  return {
    actor: {
      name: known !== null && isFuller(known.name, full) ? known.name : full,
      kind: 'person',
      code: owner?.actor.code ?? known?.code ?? null,
      sector: (office === null ? null : sectorOf(office, owner?.actor ?? null)) ?? known?.sector ?? null,
    },
    form: 'name',
    why,
    members: [],
    head,
    whole: true,
    role: office?.phrase ?? null,
    spent: [],
  }
}

/** The name that a person goes by in a document: the fuller one, and of two spellings the first. */
function isFuller(known: string, full: string): boolean {
  const [a, b] = [known.split(' ').length, full.split(' ').length]
  return a > b || (a === b && known !== full && !/^\p{Lu}\./u.test(known))
}

/** "his deputy Ana Lima": of the state of the one whose deputy she is. */
export function ofOther(scene: Scene, office: Token, role: Role | null): Owner | null {
  if (role === null || scene.titles.relational.has(role.phrase)) return null
  const before = scene.sentence.tokens[office.id - 2]
  const pronoun =
    (childrenOf(scene.sentence).get(office.id) ?? []).find((t) => t.deprel === 'nmod:poss') ??
    (before?.deprel === 'nmod:poss' ? before : undefined)
  const antecedent = pronoun === undefined ? undefined : scene.pronouns.get(pronoun.id)
  return antecedent === undefined || antecedent.actor.code === null
    ? null
    : { actor: antecedent.actor, why: `possessive ${pronoun!.form}, ${antecedent.why}` }
}

/** The office before a person's name in one phrase. */
function ownRole(scene: Scene, phrase: Phrase, name: Name): Role | null {
  const office = officeOf(phrase, name)
  const tokens = phrase.tokens.filter((t) => t.id < name.first && t.upos !== 'DET' && t.upos !== 'PUNCT')
  return tokens.includes(office) ? roleOf({ head: office, tokens }, scene.titles) : null
}

/** The head of what stands before a person's name in its phrase; the head of the phrase when nothing does. */
function officeOf(phrase: Phrase, name: Name): Token {
  const before = phrase.tokens.filter((t) => t.id < name.first && t.upos !== 'DET' && t.upos !== 'PUNCT')
  const ids = new Set(before.map((t) => t.id))
  return (
    before.find((t) => t === phrase.head) ?? before.findLast((t) => !ids.has(t.head)) ?? before.at(-1) ?? phrase.head
  )
}

/** An apposition that names an office, on either side: "Ana Lima, the secretary of the council"; or a title right before, wherever the parser hangs it. */
function apposed(scene: Scene, head: Token, name: Name): { role: Role; owner: Owner | null } | null {
  const { sentence, titles } = scene
  const near = inApposition(scene, head)
  const before = sentence.tokens[name.first - 2]
  if (before?.upos === 'NOUN' && before.head !== head.id) near.push(before)
  const office = officeBeforeComma(sentence, titles, name)
  if (office !== null) near.push(office)
  for (const token of near) {
    const role = roleOf(phraseOf(sentence, token), titles)
    if (role !== null && role.kind !== 'place')
      return { role, owner: ownerOf(scene, token, role) ?? ofOther(scene, token, role) ?? headedBody(scene, role) }
  }
  return null
}

/** What stands in apposition to a word, on either side. */
export function inApposition(scene: Scene, head: Token): Token[] {
  const { sentence } = scene
  const after = (childrenOf(sentence).get(head.id) ?? []).filter((t) => t.deprel === 'appos')
  const before = head.deprel === 'appos' ? sentence.tokens[head.head - 1] : undefined
  return before === undefined ? after : [...after, before]
}

/** "The head of the department, Ana Lima, said": an office that ends at the comma before a name between commas, wherever the parser hangs the two. No list. */
export function officeBeforeComma(
  sentence: Sentence,
  titles: TitleLexicon,
  name: Pick<Name, 'first' | 'last'>,
): Token | null {
  const { tokens } = sentence
  const isClosed = tokens[name.last]?.form === ',' && tokens[name.last + 1]?.upos !== 'CCONJ'
  if (tokens[name.first - 2]?.form !== ',' || !isClosed) return null
  let office: Token | null = null
  for (let at = tokens[name.first - 3]; at !== undefined && at.id < name.first; at = tokens[at.head - 1]) {
    const phrase = phraseOf(sentence, at)
    if (phrase.tokens.at(-1)!.id !== name.first - 2) break
    const role = roleOf(phrase, titles)
    if (role?.kind === 'office' && !role.plural) office = at
    if (at.head === 0) break
  }
  return office
}

/** The person whom an office names beside: "the ambassador to Peru, Mr Lima" is Lima. */
export function apposedPerson(scene: Scene, head: Token): { name: Name; phrase: Phrase } | null {
  const { sentence, names } = scene
  const near = inApposition(scene, head)
  for (const token of near) {
    const name = names.find((n) => n.entity === 'PER' && n.first <= token.id && token.id <= n.last)
    if (name !== undefined) return { name, phrase: phraseOf(sentence, token) }
  }
  const between = names.find((n) => n.entity === 'PER' && officeBeforeComma(sentence, scene.titles, n) === head)
  if (between !== undefined)
    return { name: between, phrase: phraseOf(sentence, headOf(sentence, between.first, between.last)) }
  const after = names.find((n) => n.entity === 'PER' && n.first === head.id + 1)
  if (after === undefined || head.upos !== 'NOUN') return null
  return { name: after, phrase: phraseOf(sentence, headOf(sentence, after.first, after.last)) }
}

/** As many mentions ago as the sentence before may hold. */
const NEAR = 10

/** "Foreign Minister Lima" after "the Peruvian Foreign Ministry": of the state of that body, when the document has named only one, or only one just before. */
export function headedBody(scene: Scene, role: Role | null): Owner | null {
  if (role === null) return null
  const office = role.phrase.split(' ').at(-1)!
  const bodies = scene.titles.headed.get(office)
  if (bodies === undefined || office === role.phrase) return null
  const prefix = role.phrase.slice(0, -office.length)
  const named = scene.memory.all(
    ({ actor, role: body }) =>
      actor.code !== null && body?.startsWith(prefix) === true && bodies.has(body.slice(prefix.length)),
  )
  const near = named.filter(({ age }) => age <= NEAR)
  const candidates = near.length > 0 ? near : named
  const codes = new Set(candidates.map((n) => n.actor.code))
  return codes.size === 1 ? { actor: candidates[0]!.actor, why: `heads “${candidates[0]!.text}”` } : null
}
