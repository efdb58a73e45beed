import type { ActorRef, Token } from '../../model/index.ts'
import { isEthnic, type Owner, ownerOf, ownersOf, type Role, roleOf, sectorOf } from './describe.ts'
import { membersOfBody } from './members.ts'
import { listed, type Named } from './memory.ts'
import { apposedPerson, headedBody, inApposition, ofOther, personIn, personOf } from './persons.ts'
import { childrenOf, type Name, type Phrase, phraseOf, tokensOf } from './phrases.ts'
import type { Resolved, Scene } from './scene.ts'

/** What a noun phrase is a mention of: a person, a known name, a name by the language model, or a description; null when it names no actor or place. */
export function resolve(scene: Scene, phrase: Phrase, name: Name | null): Resolved | null {
  const { head } = phrase
  const role = roleOf(phrase, scene.titles)
  const person = personIn(scene, phrase, role)
  if (person !== null && !isAfterPerson(person, head, role))
    return ofDescribed(scene, phrase, personOf(scene, phrase, person, role))
  if (name?.known && !isOwnBody(scene, name, head)) {
    const known = knownOf(scene, phrase, name, role)
    if (known !== null) return known
  }
  const short = shortNameOf(scene, phrase)
  if (short !== null) return short
  if (name?.entity === 'PER' && person === null) return null
  if (name !== null && name.entity !== null && person === null) return organisationOf(scene, phrase, name, role)
  if (role === null) return bothAlone(scene, phrase)
  return describedOf(scene, phrase, role, person)
}

/** "the Union", "the Court", "the Ministry": a word of a longer name that the document has given before. */
function shortNameOf(scene: Scene, phrase: Phrase): Resolved | null {
  const { head, tokens } = phrase
  if (tokens.length !== 2 || tokens[0]!.form.toLowerCase() !== 'the' || !/^\p{Lu}\p{Ll}/u.test(head.form)) return null
  const longer = scene.memory.shortened(head.form)
  return longer === null
    ? null
    : { ...base(head), actor: longer.actor, form: 'name', why: `short for “${longer.text}”` }
}

/** "Ana Lima, the country's defence minister": a person of no other state is of the one that the words of the office stand for. */
function ofDescribed(scene: Scene, phrase: Phrase, found: Resolved): Resolved {
  if (found.actor.code !== null) return found
  for (const token of [phrase.head, ...inApposition(scene, phrase.head)]) {
    const office = phraseOf(scene.sentence, token)
    const role = roleOf(office, scene.titles)
    const owners = role === null || role.kind === 'place' ? [] : ownersDescribed(scene, office, role)
    const [owner] = owners
    if (owner !== undefined && owners.length === 1)
      return { ...found, actor: { ...found.actor, code: owner.actor.code }, why: `person; ${owner.why}` }
  }
  return found
}

/** "the Lima government": a body named after a person, not the person. */
const isAfterPerson = (person: Name, head: Token, role: Role | null): boolean =>
  role !== null && role.kind !== 'office' && person.last < head.id

const base = (head: Token) => ({ members: [], head, whole: true, role: null, spent: [] }) as const

/** A name that the ontology knows; null when it only describes a body ("the Russia committee"). */
function knownOf(scene: Scene, phrase: Phrase, name: Name, role: Role | null): Resolved | null {
  const { head } = phrase
  const { actor, form, why, members } = name.known!
  if (form === 'adjective') {
    const people = peopleOf(scene, name, head)
    if (people !== null) return { ...base(head), actor: people.actor, form: 'description', why: people.why }
    if (isEthnic(scene, head)) return ethnicOf(scene, phrase)
  }
  if ((actor.kind === 'state' || actor.kind === 'de-facto') && role !== null && head.id > name.last) return null
  return {
    ...base(head),
    actor,
    form: form === 'adjective' ? 'description' : 'name',
    why,
    members,
    whole: false,
    role: actor.kind === 'organisation' ? (role?.phrase ?? null) : null,
  }
}

/** "Bosnian Serbs", "Israeli Arabs": a people named after another state's demonym belongs to the state of the first; "Russian-Turkish" is none. */
function peopleOf(scene: Scene, name: Name, head: Token): Owner | null {
  const before = scene.sentence.tokens[name.first - 2]
  if (head.upos === 'ADJ' || before?.head !== head.id || before.deprel !== 'amod') return null
  const outer = scene.names.find((n) => n.known?.form === 'adjective' && n.last === before.id)
  return outer?.known ? { actor: outer.known.actor, why: `people of ${outer.known.actor.name}` } : null
}

/** "ethnic Albanians in Serbia": of the state that they are in, if their phrase or their deed says it, not of the one they are named after. */
function ethnicOf(scene: Scene, phrase: Phrase): Resolved {
  const { head } = phrase
  const owner = ownerOf(scene, head, null) ?? placeOfDeed(scene, head)
  const name = nameOf(scene, phrase)
  return {
    ...base(head),
    actor: { name, kind: 'group', code: owner?.actor.code ?? null, sector: 'CVL' },
    form: 'description',
    why: owner === null ? 'people by descent; the phrase says no state' : `people by descent; ${owner.why}`,
  }
}

/** "ethnic Albanians rallied in Serbia": the state in which the subject of a verb does it. */
function placeOfDeed({ sentence, names }: Scene, head: Token): Owner | null {
  if (!/^nsubj/u.test(head.deprel)) return null
  const children = childrenOf(sentence)
  for (const place of children.get(head.head) ?? []) {
    const name = names.find((n) => n.first <= place.id && place.id <= n.last)
    const isIn = children.get(place.id)?.some((t) => t.deprel === 'case' && t.form.toLowerCase() === 'in') === true
    if (/^obl/u.test(place.deprel) && isIn && name?.known?.actor.code != null)
      return { actor: name.known.actor, why: `acting in ${name.known.actor.name}` }
  }
  return null
}

const OWN_TOO = /^(?:the )?(?:security council|general assembly|human rights council|council of ministers)$/iu

/** "the Security Council of Georgia": a name that is a description too is the state's own body when its phrase names a state. */
function isOwnBody(scene: Scene, name: Name, head: Token): boolean {
  const { kind } = name.known!.actor
  if (kind !== 'organisation' && !(kind === 'igo' && OWN_TOO.test(scene.words(tokensOf(scene.sentence, name)))))
    return false
  const owner = ownerOf(scene, head, null)
  return owner !== null && owner.actor.kind !== 'igo' && owner.actor.code !== name.known!.actor.code
}

/** A name by the language model: of the state that its phrase or the name itself holds. A lone surname that the document knows is that person's. */
function organisationOf(scene: Scene, phrase: Phrase, name: Name, role: Role | null): Resolved {
  const { head } = phrase
  const text = bareName(scene, name)
  const person = name.first === name.last ? (scene.memory.person(text) ?? scene.persons?.person(text) ?? null) : null
  if (person !== null)
    return { ...base(head), actor: person, form: 'name', why: `person, named as ${person.name}`, whole: false }
  const kind = name.entity === 'LOC' ? 'place' : 'organisation'
  const owners = ownersOf(scene, head, role)
  const owner = owners[0] ?? within(scene, name)
  const settled = kind === 'place' && owner === null ? scene.settlement(text) : null
  const generic = role !== null && head.id <= name.last && text.toLowerCase().endsWith(role.phrase)
  return {
    ...base(head),
    actor: {
      name: generic ? nameOf(scene, phrase) : text,
      kind,
      code: owner?.actor.code ?? settled?.code ?? null,
      sector: kind === 'place' ? null : (role?.sector ?? null),
    },
    form: 'name',
    why: [`${kind} by the language model`, owner?.why ?? settled?.why].filter((why) => why !== undefined).join('; '),
    whole: generic,
    role: role?.phrase ?? null,
  }
}

/** The words of a name without a possessive mark or a preposition that was cut off with it. */
function bareName(scene: Scene, name: Name): string {
  const tokens = tokensOf(scene.sentence, name)
  while (tokens.length > 1 && /^(?:PUNCT|ADP|PART|SYM)$/u.test(tokens.at(-1)!.upos)) tokens.pop()
  return scene.words(tokens).replace(/['’]s$/u, '')
}

/** A known state or body inside a longer name: "Bank of [England]". */
function within(scene: Scene, name: Name): Owner | null {
  const inner = scene.names.find(
    (n) => n.known !== null && n.known.actor.code !== null && n.first >= name.first && n.last <= name.last,
  )
  return inner?.known
    ? { actor: inner.known.actor, why: `part of the name, ${scene.words(tokensOf(scene.sentence, inner))}` }
    : null
}

const nameOf = (scene: Scene, phrase: Phrase): string =>
  scene
    .words(phrase.tokens)
    .replace(/^(?:the|a|an) /iu, '')
    .replace(/['’]s$/u, '')

/** A description: tied to a state by its own words, else the same as one before it ("the minister"), else of no known state. */
function describedOf(scene: Scene, phrase: Phrase, role: Role, person: Name | null): Resolved | null {
  const { head } = phrase
  const name = nameOf(scene, phrase)
  const at = phrase.tokens.indexOf(head)
  const described = {
    ...base(head),
    form: 'description' as const,
    role: role.phrase,
    spent: phrase.tokens.slice(at + 1, at + 1 + role.tail).map((t) => t.id),
  }
  if (isAbstract(scene, phrase, role)) return null
  const members = membersOfBody(scene, phrase, role)
  if (members !== null) return { ...described, ...members }
  const beside = role.kind === 'office' ? apposedPerson(scene, head) : null
  if (beside !== null) {
    const { actor, why } = personOf(scene, beside.phrase, beside.name, roleOf(beside.phrase, scene.titles))
    return { ...described, actor, why: `apposition; ${why}` }
  }
  const named = person === null ? ownersOf(scene, head, role) : ownersNamedAfter(scene, person)
  const owners = named.length > 0 ? named : ownersDescribed(scene, phrase, role)
  if (owners.length > 1 && !(role.kind === 'office' && !role.plural)) {
    const members = owners.map(({ actor }) => ({ ...actor, sector: role.sector ?? actor.sector }))
    const actor: ActorRef = { name, kind: 'group', code: null, sector: role.sector }
    return { ...described, actor, members, why: `${role.phrase}; ${[...new Set(owners.map((o) => o.why))].join('; ')}` }
  }
  const owner = owners[0] ?? possessorOf(scene, phrase, role)
  const holder = owner === null || role.kind !== 'office' ? null : holderOf(scene, role, owner)
  if (holder !== null) return { ...described, ...holder }
  if (owner !== null) return { ...described, ...owned(scene, name, role, owner) }
  const known = standsForOthers(scene, phrase, role, name) ?? sameAsBefore(scene, phrase, role)
  if (known !== null) return { ...described, ...known }
  if (isBareWord(scene, phrase, role)) return null
  return {
    ...described,
    actor: { name, kind: role.kind, code: null, sector: role.sector },
    why: `${role.phrase}; the document says no state`,
  }
}

type Finding = Pick<Resolved, 'actor' | 'why' | 'members'>

function owned(scene: Scene, name: string, role: Role, owner: Owner): Finding {
  const { actor } = owner
  const sector = sectorOf(role, actor) ?? actor.sector
  const why = `${role.phrase}; ${owner.why}`
  const isState = /^(?:country|state|nation|republic|kingdom)$/u.test(role.phrase) && !role.plural
  const state = isState ? scene.memory.latest((n) => n.actor.kind === 'state' && n.actor.code === actor.code) : null
  if (state !== null) return { actor: { ...state.actor, sector: role.sector }, why, members: [] }
  return { actor: { name, kind: role.kind, code: actor.code, sector }, why, members: [] }
}

/** "the Peruvian ambassador" after "Peru's ambassador, Ana Lima": the person of that state whom the document last named in that office. */
function holderOf(scene: Scene, role: Role, owner: Owner): Finding | null {
  const before = scene.memory.latest(
    (n) =>
      n.actor.kind === 'person' && n.actor.code === owner.actor.code && n.actor.code !== null && isRole(scene, n, role),
  )
  return before === null
    ? null
    : { actor: before.actor, why: `antecedent “${before.text}”; ${role.phrase}; ${owner.why}`, members: [] }
}

/** "the Lima government" is of Lima's state. */
function ownersNamedAfter(scene: Scene, person: Name): Owner[] {
  const text = scene.words(tokensOf(scene.sentence, person))
  const actor = scene.memory.person(text) ?? scene.persons?.person(text) ?? null
  return actor?.code ? [{ actor, why: `named after ${actor.name}` }] : []
}

/** "the presidents of both countries", "the country's army": of those that the description stands for. */
function ownersDescribed(scene: Scene, phrase: Phrase, role: Role): Owner[] {
  if (scene.titles.relational.has(role.phrase)) return []
  for (const child of childrenOf(scene.sentence).get(phrase.head.id) ?? []) {
    if (
      child.upos !== 'NOUN' ||
      !/^nmod(?::poss)?$/u.test(child.deprel) ||
      (child.deprel === 'nmod' && !hasOf(scene, child))
    )
      continue
    const inner = phraseOf(scene.sentence, child)
    const of = roleOf(inner, scene.titles)
    if (of === null || !scene.titles.states.has(of.phrase) || isAbstract(scene, inner, of)) continue
    const name = nameOf(scene, inner)
    const found = standsForOthers(scene, inner, of, name) ?? sameAsBefore(scene, inner, of)
    if (found === null) continue
    const actors = found.members.length > 0 ? found.members : [found.actor]
    return actors.flatMap((actor) => (actor.code === null ? [] : [{ actor, why: `of ${name}, ${found.why}` }]))
  }
  return []
}

const hasOf = (scene: Scene, token: Token): boolean =>
  (childrenOf(scene.sentence).get(token.id) ?? []).some((t) => t.deprel === 'case' && t.form.toLowerCase() === 'of')

/** "its soldiers", "his government": of the state of the one that the pronoun stands for. "Its allies" are others. */
function possessorOf(scene: Scene, phrase: Phrase, role: Role): Owner | null {
  if (role.kind === 'place') return null
  const owner = ofOther(scene, phrase.head, role)
  if (owner !== null || !HOMES.test(role.phrase)) return owner
  const pronoun = (childrenOf(scene.sentence).get(phrase.head.id) ?? []).find((t) => t.deprel === 'nmod:poss')
  const antecedent = pronoun === undefined ? undefined : scene.pronouns.get(pronoun.id)
  return antecedent === undefined || antecedent.actor.kind === 'unknown' ? null : latestState(scene)
}

const HOMES = /^(?:country|nation|government)$/u

/** "his country" of someone whose state the document does not say: the state that was named last. */
function latestState(scene: Scene): Owner | null {
  const state = scene.memory.latest((n) => (n.actor.kind === 'state' || n.actor.kind === 'de-facto') && !n.plural)
  return state === null ? null : { actor: state.actor, why: `the state named last, “${state.text}”` }
}

/** "both countries", "the two leaders", "the three governments", "the sides", "two Korean states": those that were named together. */
function standsForOthers(scene: Scene, phrase: Phrase, role: Role, name: string): Finding | null {
  const { titles, memory, names } = scene
  if (!role.plural) return null
  const states = titles.states.has(role.phrase)
  const ambiguous = names.find(
    (n) => n.known !== null && n.known.senses.length > 0 && n.known.actor.code === null && inside(phrase, n),
  )
  if (states && ambiguous?.known) {
    const members = ambiguous.known.senses.flatMap(({ actor }) => (actor.code === null ? [] : [actor]))
    if (members.length === 2) return several(name, members, role)
  }
  if (isFurtherDescribed(phrase) || isBoundToOther(scene, phrase, role)) return null
  const count = countOf(phrase)
  const definite = /^(?:the|these|those|both|our|their)$/iu.test(phrase.tokens[0]!.form)
  if (states && definite) {
    const together = memory.together(count)
    if (together?.members.every((m) => m.code !== null)) return several(name, together.members, role)
    const pair = count === 2 && definite ? memory.pair((a) => a.kind === 'state' || a.kind === 'de-facto') : []
    return pair.length === 2 ? several(name, pair, role) : null
  }
  if (count === 2 && definite && titles.offices.has(role.phrase)) {
    const persons = memory.pair((a) => a.kind === 'person')
    return persons.length === 2 ? several(name, persons, role) : null
  }
  return null
}

/** "the unrecognised republic", "the self-proclaimed state": a de-facto entity. */
const UNRECOGNISED = /^(?:unrecogni[sz]ed|recogni[sz]ed|breakaway|self|proclaimed|secessionist|separatist)$/iu

const POINTING =
  /^(?:both|two|three|four|five|same|said|mentioned|respective|latter|concerned|first|second|third|fourth|fifth|only)$/iu

/** "other countries", "the Western powers": an adjective that does not point back makes them others than those named. */
const isFurtherDescribed = (phrase: Phrase): boolean =>
  !phrase.tokens.some((t) => POINTING.test(t.form)) &&
  phrase.tokens.some((t) => t.upos === 'ADJ' && t.id < phrase.head.id)

/** "both allies of the Sultan": a bond with somebody named here says who they are. */
const isBoundToOther = (scene: Scene, phrase: Phrase, role: Role): boolean =>
  scene.titles.relational.has(role.phrase) &&
  (childrenOf(scene.sentence).get(phrase.head.id) ?? []).some((t) => /^(?:nmod|compound)/u.test(t.deprel))

const inside = (phrase: Phrase, name: Name): boolean =>
  phrase.tokens.some((t) => t.id >= name.first && t.id <= name.last)

const NUMBERS = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
])

const countOf = (phrase: Phrase): number | null =>
  phrase.tokens.map((t) => NUMBERS.get(t.form.toLowerCase())).find((n) => n !== undefined) ?? null

const several = (name: string, members: readonly ActorRef[], role: Role | null): Finding => ({
  actor: { name, kind: 'group', code: null, sector: role?.sector ?? null },
  why: `stands for ${listed(members)}, named together or last`,
  members: members.map((m) => (m.sector === null && role?.sector ? { ...m, sector: role.sector } : m)),
})

/** A definite description in the singular: the person or body of that office that was named last, or "the country" for the last state. */
function sameAsBefore(scene: Scene, phrase: Phrase, role: Role): Finding | null {
  if (role.plural) return null
  const { memory, titles } = scene
  const headed = headedBody(scene, role)
  const definite = /^(?:the|this|that)$/iu.test(phrase.tokens[0]!.form)
  if (!definite) return null
  const same = memory.latest((n) => !n.plural && n.role === role.phrase && isRole(scene, n, role))
  const before = same ?? memory.latest((n) => !n.plural && n.actor.code !== null && isRole(scene, n, role))
  if (before !== null && !titles.states.has(role.phrase))
    return {
      actor: { ...before.actor, sector: before.actor.sector ?? role.sector },
      why: `antecedent “${before.text}”`,
      members: [],
    }
  if (headed !== null) return owned(scene, nameOf(scene, phrase), role, headed)
  if (!/^(?:country|state|nation|government|republic|kingdom)$/u.test(role.phrase)) return null
  const unrecognised = phrase.tokens.some((t) => UNRECOGNISED.test(t.form))
  if (!unrecognised && isFurtherDescribed(phrase)) return null
  const state = memory.latest(
    (n) =>
      (n.actor.kind === 'de-facto' || (n.actor.kind === 'state' && !unrecognised)) &&
      n.members.length === 0 &&
      isStyled(n.actor, role),
  )
  return state === null
    ? null
    : { actor: { ...state.actor, sector: role.sector }, why: `antecedent “${state.text}”`, members: [] }
}

const KINGDOMS = /^(?:BEL|BHR|BTN|DNK|ESP|GBR|JOR|KHM|LSO|MAR|NLD|NOR|SAU|SWE|SWZ|THA|TON)$/u
const OTHER_REALMS = /^(?:AND|ARE|AUS|BRN|CAN|JPN|KWT|LIE|LUX|MCO|MYS|NZL|OMN|QAT|VAT)$/u

/** "the Kingdom" is no republic, "the republic" no monarchy of today; whatever else "the country" may be. */
function isStyled({ code }: ActorRef, { phrase }: Role): boolean {
  if (code === null) return true
  if (phrase === 'kingdom') return KINGDOMS.test(code)
  return phrase !== 'republic' || !(KINGDOMS.test(code) || OTHER_REALMS.test(code))
}

/** Whether what was named has the office or body that a later description gives: the same words, fewer of them, or another word for it. */
function isRole(scene: Scene, named: Named, role: Role): boolean {
  if (named.role === null || (named.actor.kind === 'state' && role.kind !== 'organisation')) return false
  if (named.actor.kind !== role.kind && !(named.actor.kind === 'person' && role.kind === 'office')) return false
  const others = scene.titles.synonyms.get(role.phrase)
  return (
    named.role === role.phrase ||
    named.role.endsWith(` ${role.phrase}`) ||
    named.role.startsWith(`${role.phrase} of `) ||
    others?.has(named.role) === true
  )
}

/** "a state of war", "the other side of the border": no state, no party. "The state of Israel" is a name. */
const isAbstract = (scene: Scene, phrase: Phrase, role: Role): boolean =>
  /^(?:state|side)$/u.test(role.phrase) &&
  (childrenOf(scene.sentence).get(phrase.head.id) ?? []).some(
    (t) => t.deprel === 'nmod' && t.upos === 'NOUN' && t.id > phrase.head.id,
  )

/** "power", "front", "business" without a word that says whose or which: no actor. */
function isBareWord(scene: Scene, phrase: Phrase, role: Role): boolean {
  if (!scene.titles.doubtful.has(role.phrase)) return false
  return !phrase.tokens.some((t) => t !== phrase.head && /^(?:ADJ|NUM|PROPN)$/u.test(t.upos) && t.id < phrase.head.id)
}

/** "both", "the two" as a phrase of their own. */
function bothAlone(scene: Scene, phrase: Phrase): Resolved | null {
  const { head } = phrase
  if (!/^(?:both|two)$/iu.test(head.form) || phrase.tokens.length > 2) return null
  if ((childrenOf(scene.sentence).get(head.id) ?? []).some((t) => /^nmod/u.test(t.deprel))) return null
  const together = scene.memory.together(2)?.members
  const members = together ?? scene.memory.pair((a) => a.kind === 'state' || a.kind === 'de-facto')
  if (members.length < 2) return null
  return { ...base(head), ...several('both', members, null), form: 'pronoun' }
}
