import type { Token } from '../../model/index.ts'
import { type Owner, ownerOf, type Role, roleOf } from './describe.ts'
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

const hasCase = (scene: Scene, token: Token): boolean =>
  (childrenOf(scene.sentence).get(token.id) ?? []).some((t) => t.deprel === 'case')

/** A person by name: state and sector from the phrase's own words, from an apposition, or from where the document named the person before. */
export function personOf(scene: Scene, phrase: Phrase, name: Name, role: Role | null): Resolved {
  const { titles, memory, persons } = scene
  const { head } = phrase
  const tokens = tokensOf(scene.sentence, name)
  while (tokens.length > 1 && titles.honorifics.has(tokens[0]!.form.toLowerCase())) tokens.shift()
  while (tokens.length > 1 && /^(?:['’]s?|[-–—,;:.])$/u.test(tokens.at(-1)!.form)) tokens.pop()
  const full = scene.words(tokens).replace(/['’]s$/u, '')
  const known = memory.person(full) ?? persons?.person(full) ?? null
  const beside = apposed(scene, head)
  const own = ownRole(scene, phrase, name) ?? role
  const office = own ?? beside?.role ?? null
  const owner = ownerOf(scene, head, null) ?? beside?.owner ?? headedBody(scene, office)
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
      sector: own?.sector ?? beside?.role.sector ?? known?.sector ?? null,
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

/** The office before a person's name in one phrase. */
function ownRole(scene: Scene, phrase: Phrase, name: Name): Role | null {
  const before = phrase.tokens.filter((t) => t.id < name.first && t.upos !== 'DET' && t.upos !== 'PUNCT')
  if (before.length === 0) return null
  const ids = new Set(before.map((t) => t.id))
  const office = before.find((t) => t === phrase.head) ?? before.findLast((t) => !ids.has(t.head)) ?? before.at(-1)!
  return roleOf({ head: office, tokens: before }, scene.titles)
}

/** An apposition that names an office, on either side: "Ana Lima, the secretary of the council". */
function apposed(scene: Scene, head: Token): { role: Role; owner: Owner | null } | null {
  const { sentence, titles } = scene
  const near = (childrenOf(sentence).get(head.id) ?? []).filter((t) => t.deprel === 'appos')
  if (head.deprel === 'appos') near.push(sentence.tokens[head.head - 1]!)
  for (const token of near) {
    const role = roleOf(phraseOf(sentence, token), titles)
    if (role !== null && role.kind !== 'place')
      return { role, owner: ownerOf(scene, token, role) ?? headedBody(scene, role) }
  }
  return null
}

/** The person whom an office names beside: "the ambassador to Peru, Mr Lima" is Lima. */
export function apposedPerson(scene: Scene, head: Token): { name: Name; phrase: Phrase } | null {
  const { sentence, names } = scene
  const near = (childrenOf(sentence).get(head.id) ?? []).filter((t) => t.deprel === 'appos')
  if (head.deprel === 'appos') near.push(sentence.tokens[head.head - 1]!)
  for (const token of near) {
    const name = names.find((n) => n.entity === 'PER' && n.first <= token.id && token.id <= n.last)
    if (name !== undefined) return { name, phrase: phraseOf(sentence, token) }
  }
  return null
}

/** "Foreign Minister Lima" after "the Peruvian Foreign Ministry": of the state of that body, when the document has named only one. */
export function headedBody(scene: Scene, role: Role | null): Owner | null {
  if (role === null) return null
  const office = role.phrase.split(' ').at(-1)!
  const bodies = scene.titles.headed.get(office)
  if (bodies === undefined || office === role.phrase) return null
  const prefix = role.phrase.slice(0, -office.length)
  const named = scene.memory.all(
    (n) =>
      n.actor.code !== null && n.role !== null && bodies.has(n.role.replace(prefix, '')) && n.role.startsWith(prefix),
  )
  const codes = new Set(named.map((n) => n.actor.code))
  return codes.size === 1 ? { actor: named[0]!.actor, why: `heads “${named[0]!.text}”` } : null
}
