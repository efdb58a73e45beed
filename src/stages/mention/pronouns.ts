import type { ActorRef, Mention, Token } from '../../model/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { listed, type Named } from './memory.ts'
import { childrenOf, isPlural, tokensOf } from './phrases.ts'
import type { Antecedent, Scene } from './scene.ts'

const UNKNOWN: ActorRef = { name: '', kind: 'unknown', code: null, sector: null }
const unknown = (why: string): Antecedent => ({ actor: UNKNOWN, why, members: [] })

/** Why an "it" that only announces a clause stands for nobody. */
export const FOR_CLAUSE = 'stands for a clause'

type Kind = 'person' | 'thing' | 'several'

/** Third person, by what it may stand for. */
const THIRD: readonly { readonly forms: RegExp; readonly kind: Kind }[] = [
  { forms: /^(?:he|him|his|she|her|hers|himself|herself)$/u, kind: 'person' },
  { forms: /^(?:it|its|itself)$/u, kind: 'thing' },
  { forms: /^(?:they|them|their|theirs|themselves)$/u, kind: 'several' },
]
const SPEAKERS = /^(?:i|me|my|we|us|our|you|your|ourselves|myself|mine|ours|yours)$/u
const RELATIVE = /^(?:which|that|who|whom)$/u

/** Third-person pronouns by number and kind; "I", "we" and "you" belong to the speaker, who is not known here. Null for other pronouns. */
export function pronounOf(scene: Scene, token: Token): Antecedent | null {
  const form = token.form.toLowerCase()
  if (SPEAKERS.test(form)) return unknown('belongs to the speaker')
  const third = THIRD.find(({ forms }) => forms.test(form))
  if (third === undefined || token.deprel === 'expl') return null
  if (form === 'it' && standsForClause(scene, token)) return unknown(FOR_CLAUSE)
  if (form === 'it' && isThing(scene, token)) return unknown('stands for a thing')
  const pair = bothOf(scene, token)
  if (pair !== null) return pair
  const bound = boundBy(scene, token, third.kind)
  if (bound === null && third.kind === 'thing' && scene.afterThing && inSubject(scene, token))
    return unknown('the subject of the sentence before names no actor')
  return bound ?? remembered(scene, token, third.kind)
}

/** "It was stressed that …", "it is right to …", "it is this task that …". */
function standsForClause(scene: Scene, token: Token): boolean {
  if (!/^nsubj/u.test(token.deprel)) return false
  const head = scene.sentence.tokens[token.head - 1]
  if (head === undefined) return false
  const children = childrenOf(scene.sentence).get(head.id) ?? []
  const passive = token.deprel === 'nsubj:pass'
  const copular = children.some((t) => t.deprel === 'cop')
  return (
    (passive && children.some((t) => /^(?:ccomp|csubj|xcomp)/u.test(t.deprel) && t.id > head.id)) ||
    (copular &&
      children.some((t) => /^(?:ccomp|csubj|xcomp|acl:relcl|advcl:relcl)/u.test(t.deprel) && t.id > head.id)) ||
    (/^(?:seem|appear|turn|come|happen)$/iu.test(head.lemma) &&
      children.some((t) => /^(?:ccomp|csubj)/u.test(t.deprel)))
  )
}

/** What one says, knows, writes and signs is no actor; nor what one calls something. */
const OF_THINGS = /^(?:say|know|see|hear|do|write|read|sign|ratify|publish|mean|believe|think|describe|draft|adopt)$/u

/** "They call it a surrender", "everybody saw it": an object that is no actor. */
function isThing(scene: Scene, token: Token): boolean {
  const verb = scene.sentence.tokens[token.head - 1]
  if (token.deprel !== 'obj' || verb === undefined) return false
  const named = (childrenOf(scene.sentence).get(verb.id) ?? []).some(
    (t) => t.deprel === 'xcomp' && t.id > token.id && (t.upos === 'NOUN' || t.upos === 'ADJ'),
  )
  return named || basesOf(verb.form).some((base) => OF_THINGS.test(base)) || OF_THINGS.test(verb.lemma)
}

/** "Both of them": the two persons, states or bodies of one kind that were named last. */
function bothOf(scene: Scene, token: Token): Antecedent | null {
  const quantity = token.deprel === 'nmod' ? scene.sentence.tokens[token.head - 1] : undefined
  if (quantity === undefined || !/^(?:both|two)$/iu.test(quantity.form)) return null
  const subjects = scene.memory.all((n) => n.actor.kind === 'person' && !n.plural).slice(0, 2)
  const members = subjects.length === 2 ? scene.memory.pair((a) => a.kind === 'person') : []
  const found = members.length === 2 ? members : [...(scene.memory.together(2)?.members ?? [])]
  return found.length === 2 ? standingFor(found) : null
}

const standingFor = (members: readonly ActorRef[]): Antecedent => ({
  actor: { name: listed(members), kind: 'group', code: null, sector: null },
  why: `stands for ${listed(members)}`,
  members,
})

/**
 * The subject that binds a pronoun in its own sentence: for "its" and "itself" the subject of their clause, for "it" that of the clause around.
 * A subject that is no actor leaves the pronoun unknown ("the treaty has shown its worth").
 */
function boundBy(scene: Scene, token: Token, kind: Kind): Antecedent | null {
  const { tokens } = scene.sentence
  const own = /^nmod:poss/u.test(token.deprel) || /sel(?:f|ves)$/u.test(token.form)
  let at: Token | undefined = own ? token : clauseOf(scene, token)
  if (at === undefined || (own && inSubject(scene, token))) return null
  for (let steps = 0; steps < 8 && at !== undefined && at.head > 0; steps++) {
    const parent: Token | undefined = tokens[at.head - 1]
    if (parent === undefined) return null
    const subject = controllerOf(scene, at, parent, token)
    if (subject !== undefined) {
      const noun = relativeHead(scene, subject, parent)
      const found = standing(scene, noun, kind)
      if (noun === subject || found === null || found.actor.kind !== 'unknown') return found
    }
    at = parent
  }
  return null
}

/** The subject of a clause before the pronoun; of an infinitive after an object ("forced them to …") that object. */
function controllerOf(scene: Scene, clause: Token, parent: Token, pronoun: Token): Token | undefined {
  const children = childrenOf(scene.sentence).get(parent.id) ?? []
  const object = clause.deprel === 'xcomp' ? children.find((t) => t.deprel === 'obj' && t.id < clause.id) : undefined
  // "Before its invasion, Russia signed": a possessive in what stands before the subject looks ahead to it.
  const ahead = /^(?:obl|advcl)/u.test(clause.deprel) && pronoun.deprel === 'nmod:poss'
  return object ?? children.find((t) => /^nsubj/u.test(t.deprel) && t !== clause && (t.id < pronoun.id || ahead))
}

/** The head of the clause that a word stands in. */
function clauseOf(scene: Scene, token: Token): Token | undefined {
  let at: Token | undefined = token
  for (let steps = 0; steps < 8 && at !== undefined && at.head > 0; steps++) {
    if (at !== token && /^(?:ccomp|xcomp|advcl|acl|conj|parataxis|csubj|root)/u.test(at.deprel)) return at
    at = scene.sentence.tokens[at.head - 1]
  }
  return undefined
}

function inSubject(scene: Scene, token: Token): boolean {
  let at: Token | undefined = token
  for (let steps = 0; steps < 8 && at !== undefined && at.head > 0; steps++) {
    if (/^nsubj/u.test(at.deprel)) return true
    if (/^(?:obj|obl|ccomp|xcomp|advcl|acl)/u.test(at.deprel)) return false
    at = scene.sentence.tokens[at.head - 1]
  }
  return false
}

/** "which" and "that" stand for the noun that their clause hangs on. */
function relativeHead(scene: Scene, subject: Token, verb: Token): Token {
  const noun = scene.sentence.tokens[verb.head - 1]
  return RELATIVE.test(subject.form.toLowerCase()) && verb.deprel === 'acl:relcl' && noun !== undefined ? noun : subject
}

function standing(scene: Scene, subject: Token, kind: Kind): Antecedent | null {
  const mention = scene.made.get(subject.id)
  if (mention === undefined) {
    const ahead = namedAhead(scene, subject, kind)
    if (ahead !== null) return ahead
  }
  const joined = (childrenOf(scene.sentence).get(subject.id) ?? []).filter((t) => t.deprel === 'conj')
  const all = [subject, ...joined].flatMap((t) => scene.made.get(t.id) ?? [])
  if (kind === 'several' && joined.length > 0 && all.length === joined.length + 1)
    return standingFor(all.flatMap((m) => (m.members.length > 0 ? m.members : [m.actor])))
  if (mention !== undefined) {
    if (SPEAKERS.test(subject.form.toLowerCase()) || !agrees(mention, subject, kind)) return null
    if (mention.actor.kind === 'unknown') return unknown(mention.why)
    return {
      actor: mention.actor,
      why: `antecedent “${scene.words(spanTokens(scene, mention))}”`,
      members: mention.members,
    }
  }
  const other =
    subject.upos === 'NOUN' && (kind === 'thing' ? !isPlural(subject) : kind === 'several' && isPlural(subject))
  return other ? unknown(`antecedent “${subject.form}” names no actor`) : null
}

/** A subject by name that comes after the pronoun. */
function namedAhead(scene: Scene, subject: Token, kind: Kind): Antecedent | null {
  const name = scene.names.find((n) => n.first <= subject.id && subject.id <= n.last)
  if (name === undefined) return null
  const text = scene.words(tokensOf(scene.sentence, name))
  const known = name.known?.form === 'adjective' ? null : (name.known?.actor ?? null)
  const actor = kind === 'person' && name.entity === 'PER' ? (scene.persons?.person(text) ?? null) : known
  const fits = actor !== null && kind !== 'several' && (actor.kind === 'person') === (kind === 'person')
  return fits ? { actor, why: `the subject after it, “${text}”`, members: [] } : null
}

const spanTokens = (scene: Scene, mention: Mention): Token[] =>
  scene.sentence.tokens.filter((t) => t.span.start >= mention.span.start && t.span.end <= mention.span.end)

function agrees(mention: Mention, subject: Token, kind: Kind): boolean {
  const { actor, members } = mention
  const plural = members.length > 1 || (mention.form === 'description' && isPlural(subject))
  if (kind === 'person')
    return !plural && (actor.kind === 'person' || actor.kind === 'office' || actor.kind === 'unknown')
  if (kind === 'thing') return !plural && !['person', 'office', 'place'].includes(actor.kind)
  return plural || ['group', 'organisation', 'igo', 'unknown'].includes(actor.kind)
}

/** The latest that the document has named and that fits, but for the subject of the pronoun's own clause. */
function remembered(scene: Scene, token: Token, kind: Kind): Antecedent {
  const { memory } = scene
  const opposite = ownSubject(scene, token)
  const other = (n: Named): boolean =>
    opposite === null || n.actor.name !== opposite.name || n.actor.code !== opposite.code
  const fits: Readonly<Record<Kind, (n: Named) => boolean>> = {
    person: (n) => !n.plural && (n.actor.kind === 'person' || n.actor.kind === 'office'),
    thing: (n) =>
      !n.plural && n.role !== 'demonym' && ['state', 'de-facto', 'igo', 'organisation', 'group'].includes(n.actor.kind),
    several: (n) => n.plural || n.members.length > 1,
  }
  const found =
    memory.latest((n) => fits[kind](n) && other(n)) ??
    (kind === 'several'
      ? memory.latest((n) => ['organisation', 'igo', 'group'].includes(n.actor.kind) && other(n))
      : null)
  if (found === null) return unknown('no antecedent was found')
  return { actor: found.actor, why: `antecedent “${found.text}”`, members: found.members }
}

/** The actor that is subject of the clause in which a pronoun is object: somebody else than the pronoun. */
function ownSubject(scene: Scene, token: Token): ActorRef | null {
  if (!/^(?:obj|iobj|obl)/u.test(token.deprel)) return null
  const subject = (childrenOf(scene.sentence).get(token.head) ?? []).find((t) => /^nsubj/u.test(t.deprel))
  return subject === undefined ? null : (scene.made.get(subject.id)?.actor ?? null)
}
