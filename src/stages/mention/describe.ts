import type { ActorRef, Token } from '../../model/index.ts'
import type { TitleLexicon } from '../../pipeline/index.ts'
import { basesOf } from '../../text/inflection.ts'
import { childrenOf, isPlural, type Name, type Phrase, tokensOf } from './phrases.ts'
import type { Scene } from './scene.ts'

/** What a common noun phrase says of an actor: its kind and sector by the longest phrase of the lexicon that ends in its head. */
export interface Role {
  readonly kind: 'office' | 'organisation' | 'group' | 'place'
  readonly sector: string | null
  readonly phrase: string
  readonly plural: boolean
  /** Words after the head that belong to it: "of state" in "head of state". */
  readonly tail: number
}

/** The role that a phrase names: "foreign minister", "armed forces", "protesters"; null when it names none. */
export function roleOf(phrase: Phrase, titles: TitleLexicon): Role | null {
  const at = phrase.tokens.indexOf(phrase.head)
  const plural = isPlural(phrase.head)
  const form = phrase.head.form.toLowerCase()
  const bases = [...new Set([phrase.head.lemma.toLowerCase(), ...basesOf(form)])].filter((base) => base !== form)
  for (let start = Math.max(0, at - 4); start <= at; start++) {
    const before = phrase.tokens.slice(start, at).map((t) => t.form.toLowerCase())
    for (const last of [form, ...bases]) {
      const text = joined([...before, last])
      const rest = phrase.tokens.slice(at + 1, at + 4).map((t) => t.form.toLowerCase())
      for (let tail = rest[0] === 'of' ? rest.length : 0; tail >= 0; tail--) {
        if (tail === 1) continue
        const role = named(joined([text, ...rest.slice(0, tail)]), plural, last !== form, titles)
        if (role !== null) return { ...role, tail }
      }
    }
  }
  return null
}

const joined = (words: readonly string[]): string =>
  words
    .join(' ')
    .replace(/ - /gu, '-')
    .replace(/ ['’]s/gu, '’s')

function named(phrase: string, plural: boolean, byLemma: boolean, titles: TitleLexicon): Omit<Role, 'tail'> | null {
  const { groups, offices, bodies, places, collectives } = titles
  if (places.has(phrase)) return { kind: 'place', sector: null, phrase, plural }
  if (plural && groups.has(phrase)) return { kind: 'group', sector: groups.get(phrase)!, phrase, plural }
  const office = offices.get(phrase)
  if (office !== undefined) return { kind: plural ? 'group' : 'office', sector: office, phrase, plural }
  if (bodies.has(phrase)) {
    const several = plural && byLemma
    return { kind: several ? 'group' : 'organisation', sector: bodies.get(phrase)!, phrase, plural: several }
  }
  if (groups.has(phrase)) {
    // A single "tank" or "warship" is a force all the same; a single "protester" is somebody.
    const several = collectives.has(phrase) || groups.get(phrase) === 'MIL'
    return { kind: several ? 'group' : 'office', sector: groups.get(phrase)!, phrase, plural }
  }
  return null
}

/** A state or body that a phrase is tied to, with how. */
export interface Owner {
  readonly actor: ActorRef
  readonly why: string
}

/** Offices that every kind of body has. */
const OF_ANY_BODY =
  /^(?:secretary|general secretary|secretary-general|chairman|chairwoman|vice chairman|head|deputy head|director|leader|member|spokes(?:man|woman|person)|president|deputy|official|representative|chief executive)$/u

/** The sector of an office: a "Hamas leader" and the "chairman of the ruling party" have that of their body, a foreign minister his own. */
export function sectorOf(role: Role, body: ActorRef | null): string | null {
  const any = OF_ANY_BODY.test(role.phrase) && (body?.kind === 'organisation' || body?.kind === 'group')
  return (any ? body.sector : null) ?? role.sector
}

type Tie = 'adjective' | 'compound' | 'possessive' | 'complement' | 'apposition'

/** Relations that tie a phrase to a state, the surest first. */
const TIES: readonly { readonly deprel: RegExp; readonly how: Tie }[] = [
  { deprel: /^amod/u, how: 'adjective' },
  { deprel: /^(?:compound|flat|nmod:desc|nmod:unmarked|obl:unmarked)/u, how: 'compound' },
  { deprel: /^nmod:poss/u, how: 'possessive' },
  { deprel: /^nmod/u, how: 'complement' },
  { deprel: /^appos/u, how: 'apposition' },
]

/** Of people the place where they live comes first: "the Turkish community in Germany". */
const LIVED = TIES.toSorted((a, b) => Number(b.how === 'complement') - Number(a.how === 'complement'))

/** People by descent or faith whose phrase says where they live: of that state, not of the one that they are named after. */
const PEOPLES = /^(?:minority|population|community)$/u

const DEPTH = 3

/**
 * The states or bodies of a phrase, and of a body with a state of its own ("the Security Council of Georgia") that state: by adjective ("Turkish troops"),
 * compound, possessive, or complement ("president of Georgia"); several where they are joined ("Greek and Turkish", "US-South Korean", "of France and Italy").
 * Not by what somebody is to another ("Russia's neighbor"), by what is done to it ("Russian-backed rebels") or by descent ("ethnic Albanians").
 */
export function ownersOf(scene: Scene, head: Token, role: Role | null, names = scene.names, depth = 0): Owner[] {
  const children = childrenOf(scene.sentence).get(head.id) ?? []
  const others = names.filter((n) => head.id < n.first || n.last < head.id)
  const lived = role !== null && PEOPLES.test(role.phrase)
  for (const { deprel, how } of lived ? LIVED : TIES)
    for (const child of children) {
      if (!deprel.test(child.deprel) || !ties(scene, head, child, how, role)) continue
      const found = ownersBy(scene, child, how, role, others, depth)
      if (found.length > 0) return found
    }
  return []
}

/** The owner of a phrase when one is asked for. */
export const ownerOf = (scene: Scene, head: Token, role: Role | null, names = scene.names): Owner | null =>
  ownersOf(scene, head, role, names)[0] ?? null

function ownersBy(
  scene: Scene,
  child: Token,
  how: Tie,
  role: Role | null,
  names: readonly Name[],
  depth: number,
): Owner[] {
  const name = names.find((n) => owning(n) && n.first <= child.id && child.id <= n.last)
  const inner =
    depth < DEPTH
      ? ownersOf(
          scene,
          child,
          null,
          names.filter((n) => n !== name),
          depth + 1,
        )
      : []
  if (name?.known && (name.known.actor.kind !== 'igo' || inner.length === 0)) {
    if (
      name.known.actor.kind === 'igo' &&
      (how === 'apposition' || (role !== null && scene.titles.states.has(role.phrase)))
    )
      return []
    return distinct(joinedTo(scene, name, child, names).flatMap((n) => tiedBy(scene, n, how)))
  }
  return how === 'apposition' && inner[0]?.actor.kind === 'igo'
    ? []
    : inner.map((owner) => ({ ...owner, why: `${how}, ${owner.why}` }))
}

const owning = (name: Name): boolean =>
  name.known !== null && (name.known.actor.code !== null || name.known.members.length > 0)

/** A name with those that stand beside it by "and" or a hyphen. */
function joinedTo(scene: Scene, name: Name, child: Token, names: readonly Name[]): Name[] {
  const conjuncts = (childrenOf(scene.sentence).get(child.id) ?? [])
    .filter((t) => t.deprel === 'conj')
    .flatMap((t) => names.find((n) => owning(n) && n.first <= t.id && t.id <= n.last) ?? [])
  const hyphened = names.filter(
    (n) =>
      owning(n) &&
      ((n.last + 2 === name.first && isHyphen(scene, n.last + 1)) ||
        (name.last + 2 === n.first && isHyphen(scene, name.last + 1))),
  )
  return [...hyphened, name, ...conjuncts].sort((a, b) => a.first - b.first)
}

const isHyphen = (scene: Scene, id: number): boolean => /^[-–]$/u.test(scene.sentence.tokens[id - 1]?.form ?? '')

function tiedBy(scene: Scene, name: Name, how: Tie): Owner[] {
  if (name.known === null) return []
  const { actor, members } = name.known
  const why = `${how} ${scene.words(tokensOf(scene.sentence, name))}`
  return members.length > 0 ? members.map((m) => ({ actor: m, why })) : [{ actor, why }]
}

const distinct = (owners: readonly Owner[]): Owner[] =>
  owners.filter((o, at) => owners.findIndex((other) => other.actor.code === o.actor.code) === at)

/** Whether a dependent says whose the phrase is. */
function ties(scene: Scene, head: Token, child: Token, how: Tie, role: Role | null): boolean {
  const { titles, sentence } = scene
  if (how === 'adjective')
    return (
      !isEthnic(scene, head) && !isEthnic(scene, child) && (child.upos !== 'VERB' || child.form.toLowerCase() === 'led')
    )
  const relational = role !== null && titles.relational.has(role.phrase)
  if (how !== 'complement') return !relational
  const preposition = (childrenOf(sentence).get(child.id) ?? []).find((t) => t.deprel === 'case')?.form.toLowerCase()
  if (preposition === 'from') return true
  if (preposition === 'of') return !relational
  if (preposition === 'for') return !relational && (role === null || role.kind !== 'group')
  return preposition === 'in' && !isSent(scene, head, role) && (relational || !isPossessed(scene, head))
}

/** "troops in Bosnia" are another's, "rebel troops in Bosnia" its own. */
const isSent = (scene: Scene, head: Token, role: Role | null): boolean =>
  role !== null &&
  scene.titles.abroad.has(role.phrase) &&
  !(childrenOf(scene.sentence).get(head.id) ?? []).some((t) => scene.titles.domestic.has(t.form.toLowerCase()))

/** "ethnic Albanians", "ethnic Serb civilians": people by descent, of whatever state. */
export const isEthnic = (scene: Scene, head: Token): boolean =>
  (childrenOf(scene.sentence).get(head.id) ?? []).some((t) => t.form.toLowerCase() === 'ethnic')

/** "our embassy in Rome" is the speaker's, "their bases in Chad" theirs, wherever they stand. */
const isPossessed = (scene: Scene, head: Token): boolean =>
  (childrenOf(scene.sentence).get(head.id) ?? []).some((t) => t.deprel === 'nmod:poss')
