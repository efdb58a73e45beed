import countries from 'i18n-iso-countries'
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' }
import world, { type Countries } from 'world-countries'
import type { ActorRef } from '../model/index.ts'
import type { ActorOntology } from '../pipeline/index.ts'
import { bodies, deFacto, notMetonyms, notNames, stateNames } from './actornames.ts'

interface Known {
  readonly actor: ActorRef
  readonly form: 'name' | 'adjective' | 'capital'
  readonly why: string
}

/** The package is CommonJS: its default export is the list itself. */
const worldCountries = world as unknown as Countries

const LONGEST_NAME = 9

/** De-facto entities with a code of ISO 3166, or one in common use. */
const ISO_TOO = new Set(['XKX', 'PSE', 'TWN', 'ESH'])

/** Codes of bodies between states. */
export const bodyCodes: ReadonlySet<string> = new Set(bodies.filter((b) => b.kind === 'igo').map((b) => b.code))

/** Codes of de-facto entities that ISO 3166 lacks, with the state that PLOVER's records count each to. */
export const claimants: ReadonlyMap<string, string> = new Map(
  deFacto.filter((d) => !ISO_TOO.has(d.code)).map((d) => [d.code, d.claimedBy[0]!]),
)

/** States, de-facto entities and bodies by every name that the packages and `actornames.ts` give. Built once. */
export function actorOntology(): ActorOntology {
  built ??= build()
  const { names, abbreviations } = built
  const lookup = (name: string): Known | null => {
    const short = name.replace(/[.\s]/gu, '')
    if (/^[\p{Lu}\d-]{2,}$/u.test(short)) {
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
  }
}

type Tables = { readonly names: Map<string, Known>; readonly abbreviations: Map<string, Known> }
let built: Tables | null = null

/** A name without case, accents, points, hyphens, article and possessive mark. */
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
}

/** First come, first kept: our own names stand before the packages'. */
function build(): Tables {
  const tables: Tables = { names: new Map(), abbreviations: new Map() }
  const put = (name: string, known: Known): void => {
    const clean = name.trim()
    if (clean === '') return
    const short = clean.replace(/[.\s]/gu, '')
    if (/^[\p{Lu}\d-]{2,8}$/u.test(short) && !/\s/u.test(clean)) {
      if (!tables.abbreviations.has(short)) tables.abbreviations.set(short, known)
      if (!/^[\p{Lu}]{2,3}$/u.test(short) && !tables.names.has(keyOf(clean))) tables.names.set(keyOf(clean), known)
      return
    }
    const key = keyOf(clean)
    if (key.length > 1 && !tables.names.has(key)) tables.names.set(key, known)
  }
  const list = (names: string | undefined): string[] => names?.split(', ') ?? []
  for (const { code, name, claimedBy, names, adjectives, metonyms } of deFacto) {
    const actor: ActorRef = { name, kind: 'de-facto', code, sector: null }
    const claim = `claimed by ${claimedBy.join(', ')}`
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of a de-facto entity, ${claim}` })
    for (const n of list(adjectives))
      put(n, { actor, form: 'adjective', why: `demonym of a de-facto entity, ${claim}` })
    for (const n of list(metonyms)) put(n, { actor, form: 'capital', why: `seat of a de-facto entity, ${claim}` })
  }
  for (const { code, name, kind, sector, names, metonyms } of bodies) {
    const actor: ActorRef = { name, kind, code, sector }
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of ${name}` })
    for (const n of list(metonyms)) put(n, { actor, form: 'capital', why: `seat of ${name}` })
  }
  const state = (code: string, name: string): ActorRef => ({ name, kind: 'state', code, sector: null })
  const common = new Map(worldCountries.map((c) => [c.cca3, c.name.common]))
  for (const [code, { names, adjectives, metonyms }] of Object.entries(stateNames)) {
    const actor = state(code, common.get(code) ?? list(names)[0]!)
    for (const n of list(names)) put(n, { actor, form: 'name', why: `name of ${actor.name}` })
    for (const n of list(adjectives)) put(n, { actor, form: 'adjective', why: `demonym of ${actor.name}` })
    for (const n of list(metonyms))
      put(n, { actor: { ...actor, sector: 'GOV' }, form: 'capital', why: `seat of government of ${actor.name}` })
  }
  countries.registerLocale(english)
  const iso = countries.getNames('en', { select: 'all' })
  const sayable = (name: string) => !notNames.has(keyOf(name)) && name.length > 3
  for (const country of worldCountries) {
    const actor = state(country.cca3, country.name.common)
    const official = iso[country.cca2] ?? []
    for (const n of [country.name.common, country.name.official, ...official, ...country.altSpellings])
      if (sayable(n)) put(n, { actor, form: 'name', why: `name of ${actor.name}` })
    const demonym = country.demonyms?.eng?.m
    if (demonym && sayable(demonym)) {
      put(demonym, { actor, form: 'adjective', why: `demonym of ${actor.name}` })
      if (/(?:an|i)$/u.test(demonym)) put(`${demonym}s`, { actor, form: 'adjective', why: `demonym of ${actor.name}` })
    }
  }
  for (const country of worldCountries)
    for (const capital of country.capital) {
      if (notMetonyms.has(keyOf(capital)) || country.independent === false) continue
      put(capital, {
        actor: { ...state(country.cca3, country.name.common), sector: 'GOV' },
        form: 'capital',
        why: `capital of ${country.name.common}`,
      })
    }
  return tables
}
