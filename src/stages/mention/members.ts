import type { ActorRef } from '../../model/index.ts'
import type { Role } from './describe.ts'
import { listed } from './memory.ts'
import { headOf, type Name, type Phrase, tokensOf } from './phrases.ts'
import type { Resolved, Scene } from './scene.ts'

type Finding = Pick<Resolved, 'actor' | 'why' | 'members'>

/** Nouns for the members of a body: "NATO members", "EU member states", "the countries of the Quad". */
const MEMBERS = /^(?:member|member state|state|country|nation)$/u
/** Nouns that only an alliance has: "NATO allies"; also with its name left out: "the allies". */
const ALLIES = /^(?:ally)$/u
/** Words that take some of them, or others: "several", "other", "most". */
const SOME =
  /^(?:some|several|many|most|few|other|another|certain|various|new|old|former|future|prospective|eastern|western|northern|southern|central|key|leading|major|small|smaller|larger|big|non|candidate|partner|associate|individual|no|any)$/iu
/** Words that count those named before: "both NATO members". */
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['two', 2],
  ['three', 3],
])

/** As many members as a phrase is told to stand for one by one; a larger body is one actor. */
const FEW = 7

/**
 * Members of a body, by who was one at the document's date: all of them in the plural ("the G7 countries", "EU member states", "the five permanent members of
 * the Security Council", "the allies" after NATO), or those named before that are some ("both NATO members", "the EU member"). Not "several NATO
 * members", nor members of what has none that are known.
 */
export function membersOfBody(scene: Scene, phrase: Phrase, role: Role): Finding | null {
  const ally = ALLIES.test(role.phrase)
  if (!ally && !MEMBERS.test(role.phrase)) return null
  const body = bodyOf(scene, phrase) ?? (ally ? allianceBefore(scene, phrase) : null)
  if (body === null || (ally && !scene.isAlliance(body.code))) return null
  const code = isPermanent(phrase) && body.code === 'UNO' ? 'P5' : body.code
  const members = scene.membersOf(code)
  if (members.length === 0 || phrase.tokens.some((t) => SOME.test(t.form))) return null
  if (!role.plural) return theOne(scene, phrase, members, body)
  const count = phrase.tokens.map((t) => COUNTS.get(t.form.toLowerCase())).find((n) => n !== undefined)
  if (count !== undefined && count !== members.length) return those(scene, count, members, body)
  const name = code === 'P5' ? 'permanent members of the UN Security Council' : `members of ${body.name}`
  return {
    actor: { name, kind: 'group', code: body.code, sector: role.sector },
    why: `the ${members.length} members of ${body.name} by ${body.why}`,
    members: members.length <= FEW ? members : [],
  }
}

interface Body {
  readonly code: string
  readonly name: string
  readonly why: string
}

const bodyNamed = (name: Name, why: string): Body[] => {
  const actor = name.known?.actor
  return actor?.kind === 'igo' && actor.code !== null ? [{ code: actor.code, name: actor.name, why }] : []
}

/** The body that a phrase names beside its head: "NATO members", "members of NATO", "NATO's members". */
function bodyOf({ sentence, names, words }: Scene, { head, tokens }: Phrase): Body | null {
  const own = names.filter((n) => tokens.some((t) => n.first <= t.id && t.id <= n.last))
  const beside = own.filter((n) => {
    const top = headOf(sentence, n.first, n.last)
    return top.head === head.id && /^(?:compound|amod|nmod|flat)/u.test(top.deprel)
  })
  return beside.flatMap((n) => bodyNamed(n, `“${words(tokensOf(sentence, n))}”`))[0] ?? null
}

/** "the allies", with nothing that says whose: of the alliance that was named last. */
function allianceBefore(scene: Scene, { head, tokens }: Phrase): Body | null {
  const bare = tokens.filter((t) => t !== head && t.upos !== 'PUNCT').map((t) => t.form.toLowerCase())
  if (!/^(?:the|all|all the|the other)$/u.test(bare.join(' '))) return null
  const last = scene.memory.latest((n) => n.actor.kind === 'igo' && scene.isAlliance(n.actor.code ?? ''))
  return last === null ? null : { code: last.actor.code!, name: last.actor.name, why: `antecedent “${last.text}”` }
}

const isPermanent = ({ tokens }: Phrase): boolean => tokens.some((t) => /^(?:permanent)$/iu.test(t.form))

/** "the EU member", after "Sweden and Türkiye": the state named last that is one. */
function theOne(scene: Scene, { tokens }: Phrase, members: readonly ActorRef[], body: Body): Finding | null {
  if (!/^(?:the|this)$/iu.test(tokens[0]!.form)) return null
  const [last] = membersNamed(scene, members)
  if (last === undefined) return null
  return { actor: last, why: `the last named of the members of ${body.name}`, members: [] }
}

/** "both NATO members": as many of the states named last that are members. */
function those(scene: Scene, count: number, members: readonly ActorRef[], body: Body): Finding {
  const named = membersNamed(scene, members).slice(0, count).reverse()
  if (named.length < count)
    return {
      actor: { name: `members of ${body.name}`, kind: 'group', code: null, sector: null },
      why: `${count} members of ${body.name} by ${body.why}, which the document does not name`,
      members: [],
    }
  return {
    actor: { name: listed(named), kind: 'group', code: null, sector: null },
    why: `stands for ${listed(named)}, the last named of the members of ${body.name}`,
    members: named,
  }
}

/** States that the document has named and that are members, the latest first. */
function membersNamed({ memory }: Scene, members: readonly ActorRef[]): ActorRef[] {
  const codes = new Set(members.map((m) => m.code))
  const named = memory.all((n) => n.actor.kind === 'state' && n.members.length === 0 && codes.has(n.actor.code))
  const states = new Map<string, ActorRef>()
  for (const { actor } of named) if (!states.has(actor.code!)) states.set(actor.code!, { ...actor, sector: null })
  return [...states.values()]
}
