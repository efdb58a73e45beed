import type { PersonRecord, RecordedDecision } from '../model/index.ts'
import { plainLetters } from '../text/index.ts'
import { type Folded, foldDecisions, type Join, type Link, type Ruling } from './fold.ts'
import {
  type Commonness,
  commonness,
  evidenceOn,
  isBorneOut,
  likenessOf,
  type Named,
  named,
  type PersonEvidence,
  probabilityOf,
} from './persons/evidence.ts'
import { nameKeys } from './persons/names.ts'
import { MERGED, PARTED, PROPOSED } from './persons/weights.ts'

export type { PersonEvidence } from './persons/evidence.ts'

/** Two persons of different documents that may be one, with how likely it is and by what evidence, the strongest first. */
export interface PersonLink extends Link {
  readonly evidence: readonly PersonEvidence[]
}

/** A person across documents. `id` is that of the first record, `name` the fullest name; `joins` say why the records are one. */
export interface Identity {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
  readonly records: readonly PersonRecord[]
  readonly joins: readonly Join<PersonLink>[]
}

export interface Identities {
  readonly persons: readonly Identity[]
  /** Links too doubtful to be followed that join two persons, the likeliest first. */
  readonly proposals: readonly PersonLink[]
  readonly orphaned: Folded['orphaned']
}

/** Links between persons by their ids, of all pairs that evidence does not hold apart. */
export type PersonLinks = ReadonlyMap<string, PersonLink>

/**
 * The persons of a record across its documents: by evidence beyond their names, and by what was decided. `weighed` are the links among these very
 * records, where they are at hand: weighing is most of the work.
 */
export function identities(
  records: readonly PersonRecord[],
  decisions: readonly RecordedDecision[],
  weighed: PersonLinks = linksAmong(records),
): Identities {
  const links = [...weighed.values()]
  const sure = links.filter((l) => l.probability >= MERGED && isBorneOut(l.evidence))
  const byId = new Map(records.map((r) => [r.id, r]))
  const apart = (a: string, b: string): boolean => byId.get(a)!.doc === byId.get(b)!.doc || !weighed.has(keyOf(a, b))
  const { groups, orphaned } = foldDecisions({ findings: records.map((r) => r.id), links: sure, apart }, decisions)
  const persons = groups.map(({ members, joins }) =>
    identityOf(
      members.map((id) => byId.get(id)!),
      joins,
    ),
  )
  return { persons, proposals: proposalsOf(links, persons, decisions), orphaned }
}

/** Weighs every pair of persons of different documents whose names are alike. */
export function linksAmong(records: readonly PersonRecord[]): PersonLinks {
  const common = commonness(records)
  const alike = alikeOf(records.map(named))
  const out = new Map<string, PersonLink>()
  const done = new Set<Named>()
  for (const [a, near] of alike) {
    done.add(a)
    for (const b of near) {
      if (done.has(b) || a.record.doc === b.record.doc) continue
      const link = linkOf(a, b, alike, common)
      if (link.probability >= PARTED) out.set(keyOf(...link.findings), link)
    }
  }
  return out
}

function linkOf(a: Named, b: Named, alike: ReadonlyMap<Named, ReadonlySet<Named>>, common: Commonness): PersonLink {
  const evidence = evidenceOn(a.record, b.record, likenessOf(a, b)!, rivalsOf(a, b, alike), common)
  return { findings: [a.record.id, b.record.id], probability: probabilityOf(evidence), evidence }
}

/** Persons whose name may be that of one of two, and not the other's, of no other state than that one. */
function rivalsOf(a: Named, b: Named, alike: ReadonlyMap<Named, ReadonlySet<Named>>): PersonRecord[] {
  const rivals = (one: Named, other: Named) =>
    [...alike.get(one)!].filter(
      (c) => c !== other && !alike.get(other)!.has(c) && !areOfOtherStates(c.record, one.record),
    )
  return [...rivals(a, b), ...rivals(b, a)].map((c) => c.record)
}

const areOfOtherStates = (a: PersonRecord, b: PersonRecord): boolean =>
  a.code !== null && b.code !== null && a.code !== b.code

/** For each person those with a name that may be the same. */
function alikeOf(persons: readonly Named[]): Map<Named, ReadonlySet<Named>> {
  const out = new Map(persons.map((p): [Named, Set<Named>] => [p, new Set()]))
  for (const { asking, all } of blocksOf(persons))
    for (const a of asking)
      for (const b of all)
        if (a !== b && !out.get(a)!.has(b) && likenessOf(a, b) !== null) {
          out.get(a)!.add(b)
          out.get(b)!.add(a)
        }
  return out
}

interface Block {
  readonly asking: Set<Named>
  readonly all: Set<Named>
}

/** Persons by what their names have in common, so that not all are compared with all; in a block each is compared with those that ask. */
function blocksOf(persons: readonly Named[]): Iterable<Block> {
  const blocks = new Map<string, Block>()
  for (const person of persons)
    for (const { key, asks } of person.names.flatMap(nameKeys)) {
      const block = blocks.get(key) ?? { asking: new Set(), all: new Set() }
      blocks.set(key, block)
      block.all.add(person)
      if (asks) block.asking.add(person)
    }
  return blocks.values()
}

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function identityOf(records: readonly PersonRecord[], joins: readonly Join<PersonLink>[]): Identity {
  const names = [...new Set(records.flatMap((r) => [r.name, ...r.names]))]
  const words = (name: string): number => name.split(/\s+/u).filter((w) => /\p{L}{2}/u.test(w)).length
  return {
    id: records[0]!.id,
    name: records.map((r) => r.name).reduce((best, name) => (words(name) > words(best) ? name : best)),
    names,
    codes: [...new Set(records.flatMap((r) => r.code ?? []))],
    records,
    joins,
  }
}

/** The likeliest doubtful links, as few as would bring together all that may be one; what was decided is no proposal any more. */
function proposalsOf(
  links: readonly PersonLink[],
  persons: readonly Identity[],
  decisions: readonly RecordedDecision[],
): PersonLink[] {
  const together = new Map(
    persons.flatMap(({ records }) => {
      const ids: readonly string[] = records.map((r) => r.id)
      return ids.map((id) => [id, ids] as const)
    }),
  )
  const parted = new Set(
    decisions.flatMap((d) => (d.kind === 'unmerged' ? d.findings.flatMap((a) => d.from.map((b) => keyOf(a, b))) : [])),
  )
  return links
    .filter((l) => l.probability >= PROPOSED && !parted.has(keyOf(...l.findings)))
    .sort((a, b) => b.probability - a.probability)
    .filter(({ findings: [a, b] }) => {
      if (together.get(a) === together.get(b)) return false
      const all = [...together.get(a)!, ...together.get(b)!]
      for (const id of all) together.set(id, all)
      return true
    })
}

/** That persons are one: every record of them. */
export const merging = (persons: readonly Identity[]): Ruling => ({
  kind: 'merged',
  findings: persons.flatMap((p) => p.records.map((r) => r.id)),
})

/** That some records of a person are of another than the rest, or than those of `from`. */
export const parting = (person: Identity, records: readonly string[], from: readonly string[] = []): Ruling => ({
  kind: 'unmerged',
  findings: [...records],
  from: from.length > 0 ? [...from] : person.records.map((r) => r.id).filter((id) => !records.includes(id)),
})

/** The persons that words may mean: the one of whom they are a record's id, else those with a name that holds them. */
export function personsCalled(words: string, persons: readonly Identity[]): Identity[] {
  const known = persons.filter((p) => p.records.some((r) => r.id === words))
  if (known.length > 0) return known
  const plain = plainLetters(words.trim())
  return persons.filter((p) => p.names.some((name) => plainLetters(name).includes(plain)))
}
