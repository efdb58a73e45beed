import type { PersonRecord } from '../../model/index.ts'
import { spellingKey } from '../../text/index.ts'
import { closest, type NameLikeness, type NameParts, nameLikeness, nameParts } from './names.ts'
import {
  type HeldOffice,
  isLoose,
  isOneOfSeveral,
  isSameOffice,
  mayBeSameOffice,
  termOf,
  yearsBetween,
  yearsOf,
} from './offices.ts'
import {
  APART,
  BESIDE,
  BORNE_OUT,
  FAMILY_FIRST,
  FAMILY_FIRST_STATES,
  HELD_BY_ANOTHER,
  LOOSE_OFFICE,
  NAME,
  OFFICE,
  OTHER_OFFICES,
  OTHER_STATE,
  PRIOR,
  SAME_TITLE,
  SEVERAL_HOLD,
  STATE,
} from './weights.ts'

export type PersonEvidenceKind = 'name' | 'namesakes' | 'office' | 'state' | 'beside' | 'time'

/** A piece of evidence for or against two persons being one; `weight` is the natural logarithm of its likelihood ratio. */
export interface PersonEvidence {
  readonly kind: PersonEvidenceKind
  readonly weight: number
  readonly why: string
}

/** A person of a document with the names taken apart: those of several parts, and where there is none the single ones. */
export interface Named {
  readonly record: PersonRecord
  readonly names: readonly NameParts[]
}

/** A person as `Named`. */
export function named(record: PersonRecord): Named {
  const all = [...new Set([record.name, ...record.names])]
    .map(nameParts)
    .filter((n) => n.parts.some((p) => !p.isInitial))
  const full = all.filter((n) => n.parts.length > 1)
  return { record, names: full.length > 0 ? full : all }
}

/** How the names of two persons may be one; null when they are names of different persons. */
export const likenessOf = (a: Named, b: Named): NameLikeness | null =>
  closest(a.names.flatMap((x) => b.names.map((y) => nameLikeness(x, y))))

/** What is common in a record tells little: how many persons are of each state, and are named beside each body and person. */
export interface Commonness {
  readonly persons: number
  readonly states: ReadonlyMap<string, number>
  readonly beside: ReadonlyMap<string, number>
}

const tally = (keys: Iterable<string>): Map<string, number> => {
  const out = new Map<string, number>()
  for (const key of keys) out.set(key, (out.get(key) ?? 0) + 1)
  return out
}

/** Counts states and company over the persons of a record. */
export const commonness = (records: readonly PersonRecord[]): Commonness => ({
  persons: records.length,
  states: tally(records.flatMap((r) => r.code ?? [])),
  beside: tally(records.flatMap((r) => [...companyOf(r).keys()])),
})

const companies = new WeakMap<PersonRecord, ReadonlyMap<string, string>>()

/** Who and what a person is named beside, by spelling; worked out once a record. */
function companyOf(record: PersonRecord): ReadonlyMap<string, string> {
  const known = companies.get(record)
  if (known !== undefined) return known
  const made = new Map(record.beside.map(({ kind, name }) => [`${kind} ${spellingKey(name)}`, name]))
  companies.set(record, made)
  return made
}

/**
 * All evidence on two persons whose names are alike, the strongest first. `rivals` are persons whose name may be the first's or the second's as well
 * and who are not the other of the two.
 */
export function evidenceOn(
  a: PersonRecord,
  b: PersonRecord,
  likeness: NameLikeness,
  rivals: readonly PersonRecord[],
  common: Commonness,
): PersonEvidence[] {
  return [
    nameEvidence(a, b, likeness),
    namesakes(rivals),
    ...officeEvidence(a, b, rivals, common),
    ...besideEvidence(a, b, common),
    timeEvidence(a, b),
  ]
    .filter((e) => e !== null)
    .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight))
}

/** How likely two persons are one by the evidence. */
export const probabilityOf = (evidence: readonly PersonEvidence[]): number =>
  1 / (1 + Math.exp(-evidence.reduce((sum, e) => sum + e.weight, PRIOR)))

/** Whether more than the name bears it out. */
export const isBorneOut = (evidence: readonly PersonEvidence[]): boolean =>
  evidence.filter((e) => BEYOND.has(e.kind)).reduce((sum, e) => sum + e.weight, 0) >= BORNE_OUT

const BEYOND = new Set<PersonEvidenceKind>(['office', 'state', 'beside'])

const LIKENESS: Readonly<Record<NameLikeness, string>> = {
  same: 'are one name',
  spelling: 'are spellings of one name',
  part: 'are one name, shorter and longer',
  order: 'are the same words in another order',
  initials: 'are one name with initials and without',
  sound: 'sound alike',
  surname: 'share a name that stands alone',
}

function nameEvidence(a: PersonRecord, b: PersonRecord, likeness: NameLikeness): PersonEvidence {
  const isFamilyFirst = [a, b].some((p) => p.code !== null && FAMILY_FIRST_STATES.has(p.code))
  const weight = likeness === 'order' && isFamilyFirst ? FAMILY_FIRST : NAME[likeness]
  return { kind: 'name', weight, why: `“${a.name}” and “${b.name}” ${LIKENESS[likeness]}` }
}

/** The more persons a name may mean, the less it tells. */
function namesakes(rivals: readonly PersonRecord[]): PersonEvidence | null {
  const names = [...new Map(rivals.map((r) => [spellingKey(r.name), r.name])).values()]
  if (names.length === 0) return null
  return {
    kind: 'namesakes',
    weight: -Math.log(1 + names.length),
    why: `it may be the name of ${names.join(', ')} too`,
  }
}

/** Offices in common, or else the state. */
function officeEvidence(
  a: PersonRecord,
  b: PersonRecord,
  rivals: readonly PersonRecord[],
  common: Commonness,
): (PersonEvidence | null)[] {
  const shared = sharedOffice(a, b)
  if (shared !== null && shared.weight > SAME_TITLE) return [shared]
  return [shared, stateEvidence(a, b, common), otherOffices(a, b), heldByAnother(a, b, rivals)]
}

const told = ({ title, held, when }: HeldOffice): string => `“${title}” ${held} ${when.value ?? 'an unknown time'}`

function pairsOf(a: PersonRecord, b: PersonRecord): [HeldOffice, HeldOffice][] {
  const out: [HeldOffice, HeldOffice][] = []
  for (const x of a.offices) for (const y of b.offices) out.push([x, y])
  return out
}

/** The same office of both that tells most. */
function sharedOffice(a: PersonRecord, b: PersonRecord): PersonEvidence | null {
  const pairs = pairsOf(a, b).filter(([x, y]) => isSameOffice(x, y) || mayBeSameOffice(x, y))
  const weighed = pairs.map(([x, y]) => ({ x, y, weight: officeWeight(x, y) })).sort((p, q) => q.weight - p.weight)
  const [best] = weighed
  if (best === undefined) return null
  const { x, y, weight } = best
  const what = isSameOffice(x, y) ? `the same office of ${x.code}` : 'offices called the same'
  return { kind: 'office', weight, why: `${what}: ${told(x)}, ${told(y)}` }
}

function officeWeight(x: HeldOffice, y: HeldOffice): number {
  if (mayBeSameOffice(x, y)) return areAtOnce(x, y) ? SAME_TITLE : 0
  const [p, q] = [termOf(x), termOf(y)]
  if (p === null || q === null) return isOneOfSeveral(x, y) ? SEVERAL_HOLD : LOOSE_OFFICE
  const weight = byYears(OFFICE, yearsBetween(p, q))
  const most = isOneOfSeveral(x, y) ? SEVERAL_HOLD : isLoose(x) || isLoose(y) ? LOOSE_OFFICE : weight
  return Math.min(weight, most)
}

const byYears = (steps: readonly (readonly [number, number])[], years: number): number =>
  steps.find(([most]) => years <= most)![1]

function stateEvidence(
  { code: a }: PersonRecord,
  { code: b }: PersonRecord,
  common: Commonness,
): PersonEvidence | null {
  if (a === null || b === null) return null
  if (a !== b) return { kind: 'state', weight: OTHER_STATE, why: `one is of ${a}, the other of ${b}` }
  const share = ((common.states.get(a) ?? 0) + 0.5) / (common.persons + STATE.seen)
  return { kind: 'state', weight: Math.min(STATE.most, Math.log(STATE.alike / share)), why: `both are of ${a}` }
}

/** Both hold offices at one time, and none that is the same. */
function otherOffices(a: PersonRecord, b: PersonRecord): PersonEvidence | null {
  if (pairsOf(a, b).some(([x, y]) => isSameOffice(x, y) || mayBeSameOffice(x, y))) return null
  const clash = pairsOf(a, b).find(([x, y]) => !isLoose(x) && !isLoose(y) && areAtOnce(x, y))
  if (clash === undefined) return null
  return { kind: 'office', weight: OTHER_OFFICES, why: `other offices at one time: ${clash.map(told).join(', ')}` }
}

function areAtOnce(x: HeldOffice, y: HeldOffice): boolean {
  const [p, q] = [termOf(x), termOf(y)]
  return p !== null && q !== null && yearsBetween(p, q) <= OFFICE[0]![0]
}

/** A rival of another name held, at the time, the office that one of the two held. */
function heldByAnother(a: PersonRecord, b: PersonRecord, rivals: readonly PersonRecord[]): PersonEvidence | null {
  for (const rival of rivals)
    for (const person of [a, b]) {
      const same = pairsOf(person, rival).find(([x, y]) => isSameOffice(x, y) && areAtOnce(x, y))
      if (same !== undefined)
        return { kind: 'office', weight: HELD_BY_ANOTHER, why: `${rival.name} held it at the time: ${told(same[1])}` }
    }
  return null
}

/** Bodies and persons that both are named with, the rarer the more, each further one less. */
function besideEvidence(a: PersonRecord, b: PersonRecord, common: Commonness): PersonEvidence[] {
  const others = companyOf(b)
  return [...companyOf(a)]
    .filter(([key]) => others.has(key))
    .map(([key, name]) => {
      const share = ((common.beside.get(key) ?? 0) + 0.5) / (common.persons + STATE.seen)
      return { name, weight: Math.min(BESIDE.most, Math.log(BESIDE.shared / share)) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight)
    .slice(0, MOST_BESIDE)
    .map(({ name, weight }, at) => ({
      kind: 'beside',
      weight: weight * BESIDE.further ** at,
      why: `both are named beside ${name}`,
    }))
}

const MOST_BESIDE = 4

function timeEvidence(a: PersonRecord, b: PersonRecord): PersonEvidence | null {
  const [x, y] = [yearsOf(a.published), yearsOf(b.published)]
  if (x === null || y === null) return null
  const years = yearsBetween(x, y)
  const weight = byYears(APART, years)
  if (weight === 0) return null
  return { kind: 'time', weight, why: `the documents are of ${a.published} and ${b.published}` }
}
