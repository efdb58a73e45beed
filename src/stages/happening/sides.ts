import type { ActorRef, EventRecord } from '../../model/index.ts'
import { isActor } from './telling.ts'

/** How the sides of two tellings stand to each other: all the same, such as may be the same (one is silent or less exact), nobody known, or others. */
export type Likeness = 'same' | 'fits' | 'silent' | 'other'

/** Types whose sides all do the same to each other. */
const MUTUAL = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** Whether two events are told of the same sides. */
export function likenessOfSides(a: EventRecord, b: EventRecord): Likeness {
  if (isMutual(a) && isMutual(b)) return likenessOf(everybody(a), everybody(b))
  if (isMutual(a) || isMutual(b)) return MUTUAL.has(a.type) ? likenessOf(everybody(a), everybody(b)) : 'other'
  const [actors, recipients] = [
    likenessOf(known(a.actors), known(b.actors)),
    likenessOf(known(a.recipients), known(b.recipients)),
  ]
  if (actors === 'other' || recipients === 'other') return 'other'
  if (actors === 'silent' && recipients === 'silent') return 'silent'
  return actors === 'same' && recipients === 'same' ? 'same' : 'fits'
}

/** Whether all actors that a noun phrase names take part in an event, or are where it happened. */
export function likenessOfNamed(named: readonly ActorRef[], event: EventRecord): Likeness {
  if (named.length === 0) return 'silent'
  const all = everybody(event)
  const country = event.where?.country ?? null
  const isTold = (actor: ActorRef) =>
    all.some((other) => sameActor(actor, other) !== 'other') || (country !== null && country === actor.code)
  return named.every(isTold) ? 'same' : 'other'
}

const known = (sides: EventRecord['actors']): ActorRef[] => sides.map((side) => side.actor).filter(isActor)
const everybody = (event: EventRecord): ActorRef[] => known([...event.actors, ...event.recipients])
const isMutual = (event: EventRecord): boolean =>
  MUTUAL.has(event.type) && event.mode !== 'visit' ? true : event.actors.length > 1 && event.recipients.length === 0

function likenessOf(a: readonly ActorRef[], b: readonly ActorRef[]): Likeness {
  if (a.length === 0 || b.length === 0) return 'silent'
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const found = few.map((one) => many.map((other) => sameActor(one, other)))
  if (found.some((row) => row.every((likeness) => likeness === 'other'))) return 'other'
  return a.length === b.length && found.every((row) => row.includes('same')) ? 'same' : 'fits'
}

/** Two actors of one state are the same by name; a state may stand for its people, an office for a person who may hold it. */
function sameActor(a: ActorRef, b: ActorRef): Exclude<Likeness, 'silent'> {
  if (a.code !== null && b.code !== null && a.code !== b.code) return 'other'
  if (a.name === b.name) return 'same'
  if (a.code === null || b.code === null) return 'other'
  if (isWhole(a) || isWhole(b)) return 'fits'
  const persons = [a, b].filter(({ kind }) => kind === 'person').length
  if (persons === 1) return a.sector === b.sector ? 'fits' : 'other'
  return persons === 0 && headWord(a.name) === headWord(b.name) ? 'fits' : 'other'
}

/** The noun of a description: 'diplomats' of "four diplomats of the embassy". */
const headWord = (name: string): string | undefined =>
  name
    .toLowerCase()
    .split(/ (?:of|for|to|in|at) /u)[0]!
    .split(' ')
    .at(-1)

const isWhole = ({ kind }: ActorRef): boolean => kind === 'state' || kind === 'de-facto' || kind === 'igo'
