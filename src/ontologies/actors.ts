import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import world, { type Countries } from 'world-countries'
import type { ActorRef } from '../model/index.ts'
import type { ActorOntology, KnownActor } from '../pipeline/index.ts'
import { bodies } from './actorbodies.ts'
import { deFacto, stateNames } from './actornames.ts'
import { ambiguous, borneNames, notMetonyms, notNames, regions, together } from './actorplaces.ts'
import { seats } from './actorseats.ts'
import { landforms } from './landforms.ts'
import { isLetterOff } from './letters.ts'
import { isAlliance, membersOn } from './members.ts'
import { memberships } from './memberships.ts'

/** The package is CommonJS: its default export is the list itself. */
const worldCountries = world as unknown as Countries

const LONGEST_NAME = 9

/** De-facto entities with a code of ISO 3166, or one in common use. */
const ISO_TOO = new Set(['XKX', 'PSE', 'TWN', 'ESH'])

/** Codes of bodies between states. */
export const bodyCodes: ReadonlySet<string> = new Set(bodies.filter((b) => b.kind === 'igo').map((b) => b.code))

/** From where an analyst sees contested names: as PLOVER's records do, by their own name alone, or as a state does (ISO 3166 alpha-3). */
export type Perspective = 'plover' | 'none' | (string & {})

/**
 * Codes of de-facto entities with the state that each is counted to. PLOVER's records count those that ISO 3166 lacks to a claimant; a state counts to itself
 * what it claims, and to nobody what it has recognised; the rest it sees as PLOVER does.
 */
export function claimantsSeenBy(perspective: Perspective): ReadonlyMap<string, string> {
  if (perspective === 'none') return new Map()
  const counted = deFacto.flatMap(({ code, claimedBy, recognisedBy }): [string, string][] => {
    if (claimedBy.includes(perspective)) return [[code, perspective]]
    return ISO_TOO.has(code) || recognisedBy?.includes(perspective) ? [] : [[code, claimedBy[0]!]]
  })
  return new Map(counted)
}

/** Codes of the states of today, one of which may be a perspective. */
export const stateCodes: ReadonlySet<string> = new Set(worldCountries.map((c) => c.cca3))

/** States, de-facto entities and bodies by every name that the packages and our own tables give. Built once. */
export function actorOntology(): ActorOntology {
  built ??= build()
  const { names, abbreviations } = built
  const lookup = (name: string): KnownActor | null => {
    const short = name.replace(/[.\s]/gu, '')
    if (/^[\p{Lu}\d+-]{2,}$/u.test(short)) {
      const found = abbreviations.get(short)
      if (found !== undefined) return found
    }
    if (!/^(?:al[\s-]+|the\s)?[\p{Lu}\d]/u.test(name)) return null
    return names.get(keyOf(name)) ?? null
  }
  return {
    lookup,
    longest(words, at) {
      for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length--) {
        if (!/[\p{L}\p{N}]/u.test(words[at + length - 1]!)) continue
        const found = lookup(words.slice(at, at + length).join(' '))
        if (found !== null) return { length, ...found }
      }
      return null
    },
    misspelt: (word) => (lookup(word) === null ? misspelt(word, names) : null),
    membersOf: (body, on) => membersOn(body, on).map(memberOf),
    isAlliance,
  }
}

/** Letters that a word must have before one of them may be wrong: “Iran” and “Iraq” are not each other’s. */
const MISSPELT_FROM = 6

/** The state with a name of one word that begins alike and is one letter off. */
function misspelt(word: string, names: ReadonlyMap<string, KnownActor>): KnownActor | null {
  const key = keyOf(word)
  if (key.length < MISSPELT_FROM || !/^\p{Lu}\p{Ll}+$/u.test(word)) return null
  const near = new Map<string, KnownActor>()
  for (const [name, known] of names)
    if (
      known.form === 'name' &&
      known.actor.kind === 'state' &&
      known.senses.length === 0 &&
      name.length >= MISSPELT_FROM - 1 &&
      isLetterOff(key, name)
    )
      near.set(known.actor.code!, known)
  const [only] = near.values()
  return only === undefined || near.size > 1 ? null : { ...only, why: `${only.why}, one letter off` }
}

type Tables = { readonly names: Map<string, KnownActor>; readonly abbreviations: Map<string, KnownActor> }
let built: Tables | null = null

/** A name without case, accents, points, hyphens, article and possessive mark; "St." as "Saint". */
function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.,]/gu, '')
    .replace(/\s*[’']\s*/gu, "'")
    .replace(/[\s\-–'()]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .replace(/(^| )st (?=\p{L}{2})/gu, '$1saint ')
}

const list = (names: string | undefined): string[] => names?.split(', ').filter((name) => name !== '') ?? []
const commonNames = new Map(worldCountries.map((c) => [c.cca3, c.name.common]))
const single = { members: [], senses: [] } as const

/** The state with a code, by its common name; `sector` GOV where the name is that of its government's seat. */
function stateOf(code: string, sector: string | null = null): ActorRef {
  const ours = deFacto.find((d) => d.code === code)
  if (ours !== undefined) return { name: ours.name, kind: 'de-facto', code, sector }
  return { name: commonNames.get(code) ?? list(stateNames[code]?.names)[0]!, kind: 'state', code, sector }
}

/** A member of a body: a state, or another body. */
export function memberOf(code: string): ActorRef {
  const body = bodies.find((b) => b.kind === 'igo' && b.code === code)
  return body === undefined ? stateOf(code) : { name: body.name, kind: 'igo', code, sector: null }
}

/** First come, first kept: our own names stand before the packages', and ambiguous ones before all. */
function build(): Tables {
  const tables: Tables = { names: new Map(), abbreviations: new Map() }
  const put = (name: string, known: Omit<KnownActor, 'members' | 'senses'> & Partial<KnownActor>): void => {
    const whole: KnownActor = { ...single, ...known }
    const short = name.replace(/[.\s]/gu, '')
    if (/^[\p{Lu}\d+-]{2,8}$/u.test(short) && !/\s/u.test(name)) {
      if (!tables.abbreviations.has(short)) tables.abbreviations.set(short, whole)
      if (/^\p{Lu}{2,3}$/u.test(short)) return
    }
    const key = keyOf(name)
    if (key.length > 1 && !tables.names.has(key)) tables.names.set(key, whole)
  }
  putAmbiguous(put)
  putDeFacto(put)
  for (const { code, name, kind, sector, names, metonyms } of bodies) {
    const actor: ActorRef = { name, kind, code, sector }
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of ${name}` })
    for (const n of list(metonyms)) put(n, { actor, form: 'capital', why: `seat of ${name}` })
  }
  putCircles(put)
  putStates(put)
  putLandforms(put)
  for (const name of list(borneNames))
    put(name, {
      actor: { name, kind: 'place', code: null, sector: null },
      form: 'name',
      why: `${name} bears the name of a state and is none`,
    })
  putPackages(put)
  putPlurals(put, tables)
  for (const [code, names] of Object.entries(regions))
    for (const name of list(names))
      put(name, {
        actor: { name, kind: 'place', code, sector: null },
        form: 'name',
        why: `place in ${stateOf(code).name}`,
      })
  return tables
}

type Put = (name: string, known: Omit<KnownActor, 'members' | 'senses'> & Partial<KnownActor>) => void

function putAmbiguous(put: Put): void {
  for (const { names, form, senses } of ambiguous)
    for (const name of list(names)) {
      const actors = senses.map(({ code, cues, region }) => ({
        actor:
          code === ''
            ? ({ name, kind: 'place', code: null, sector: null } as const)
            : code === 'EUR'
              ? ({ name: 'European Union', kind: 'igo', code, sector: null } as const)
              : region === true
                ? ({ name, kind: 'place', code, sector: null } as const)
                : stateOf(code, form === 'capital' ? 'GOV' : null),
        cues: list(cues),
      }))
      const others = actors.flatMap(({ actor }) => (actor.code === null ? [] : [actor.code])).join(' or ')
      put(name, { actor: actors[0]!.actor, form, why: `${name} may be ${others}`, senses: actors })
    }
  for (const [name, codes] of Object.entries(together))
    put(name, {
      actor: { name, kind: 'group', code: null, sector: null },
      form: 'name',
      why: `${name} are ${codes.join(' and ')}`,
      members: codes.map((code) => stateOf(code)),
    })
}

/** "P5": members of a circle within a body, by its own names. */
function putCircles(put: Put): void {
  for (const { code, name, names } of memberships)
    for (const n of list(names)) {
      const members = membersOn(code, null).map(memberOf)
      put(n, {
        actor: { name, kind: 'group', code: null, sector: null },
        form: 'name',
        why: `${n} are ${name}`,
        members,
      })
    }
}

function putDeFacto(put: Put): void {
  for (const { code, claimedBy, names, adjectives, metonyms } of deFacto) {
    const actor = stateOf(code)
    const claim = `claimed by ${claimedBy.join(', ')}`
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of a de-facto entity, ${claim}` })
    for (const n of list(adjectives))
      put(n, { actor, form: 'adjective', why: `demonym of a de-facto entity, ${claim}` })
    for (const n of list(metonyms)) put(n, { actor, form: 'capital', why: `seat of a de-facto entity, ${claim}` })
  }
}

function putStates(put: Put): void {
  for (const [code, { names, adjectives, metonyms }] of Object.entries(stateNames)) {
    const actor = stateOf(code)
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of ${actor.name}` })
    for (const n of list(adjectives)) put(n, { actor, form: 'adjective', why: `demonym of ${actor.name}` })
    for (const n of list(metonyms))
      put(n, { actor: stateOf(code, 'GOV'), form: 'capital', why: `seat of government of ${actor.name}` })
  }
  for (const [code, names] of Object.entries(seats)) {
    const actor = stateOf(code, 'GOV')
    for (const n of list(names)) put(n, { actor, form: 'capital', why: `seat of government of ${actor.name}` })
  }
}

/** Waters and lines are of no state; a region, island or range is of the one that it lies in, if it is one. */
function putLandforms(put: Put): void {
  for (const { names, kind, countries } of landforms) {
    const [only] = countries
    const code = countries.length === 1 && !BETWEEN.has(kind) ? only! : null
    const where = countries.length === 0 ? '' : `; ${countries.join(', ')}`
    for (const name of names)
      put(name, {
        actor: { name: names[0]!, kind: 'place', code, sector: null },
        form: 'name',
        why: `${kind}${where}`,
      })
  }
}

const BETWEEN = new Set(['sea', 'strait', 'river', 'lake', 'border'])

/** The names that `world-countries` and `i18n-iso-countries` give. */
function putPackages(put: Put): void {
  countries.registerLocale(english)
  const iso = countries.getNames('en', { select: 'all' })
  const sayable = (name: string) => !notNames.has(keyOf(name)) && name.length > 3
  for (const country of worldCountries) {
    const actor = stateOf(country.cca3)
    const why = `name of ${actor.name}`
    for (const n of [country.name.common, country.name.official, ...(iso[country.cca2] ?? []), ...country.altSpellings])
      if (sayable(n)) put(n.trim(), { actor, form: 'name', why })
    const demonym = country.demonyms?.eng?.m
    if (!demonym || !sayable(demonym)) continue
    put(demonym, { actor, form: 'adjective', why: `demonym of ${actor.name}` })
  }
  for (const country of worldCountries)
    for (const capital of country.capital) {
      const seat = stateOf(country.cca3, 'GOV')
      // The seat of a dependent territory is a place there; its name stands for no government.
      const actor: ActorRef =
        country.independent === false ? { ...seat, name: capital, kind: 'place', sector: null } : seat
      const why = `capital of ${country.name.common}`
      if (!notMetonyms.has(keyOf(capital))) put(capital, { actor, form: 'capital', why })
      else {
        const unknown: ActorRef = { name: capital, kind: 'place', code: null, sector: null }
        const cues = [country.name.common, country.demonyms?.eng?.m ?? ''].filter((cue) => cue !== '')
        const senses = [
          { actor: unknown, cues: [] },
          { actor, cues },
        ]
        put(capital, { actor: unknown, form: 'capital', why: `${capital} may be the ${why}`, senses })
      }
    }
}

/** A people by its demonym in the plural ("Slovaks", "Zaireans"), where that is no name already ("Philippines", "Laos"). */
function putPlurals(put: Put, { names }: Tables): void {
  for (const [key, known] of [...names])
    if (known.form === 'adjective' && known.senses.length === 0 && !ALIKE.test(key))
      put(`${key[0]!.toUpperCase()}${key.slice(1)}s`, known)
}

/** Demonyms that are plural as they stand, or describe only. */
const ALIKE = /(?:[os]|ese|ish|french|dutch|welsh|zealand|burkinabe)$/u
