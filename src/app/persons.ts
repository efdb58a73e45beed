import type { PersonRecord } from '../model/index.ts'
import { type Identities, identities, linksAmong, type PersonLinks } from '../review/index.ts'
import type { Store, Stored } from '../store/index.ts'

/** The persons of a record, and what their documents are called by their ids. */
export interface Known extends Identities {
  readonly documents: ReadonlyMap<string, string>
}

type Version = ReturnType<Store['version']>

/** What was worked out for a record at a version of it. */
interface Kept {
  readonly version: Version
  readonly stored: readonly Stored<PersonRecord>[]
  readonly links: PersonLinks
  readonly known: Known
}

const kept = new WeakMap<Store, Kept>()

/**
 * The persons of a record as its documents and decisions have them now. Kept until the record takes in more (also by another program): after a
 * reading all is weighed anew, after a decision only folded.
 */
export function knownPersons(store: Store): Known {
  const version = store.version()
  const before = kept.get(store)
  if (before !== undefined && isSame(before.version, version)) return before.known
  const weighed = before?.version.readings === version.readings ? before : weigh(store)
  const known = {
    ...identities(
      weighed.stored.map((s) => s.entry),
      store.decisions('person'),
      weighed.links,
    ),
    documents: new Map(weighed.stored.map((s) => [s.entry.doc, s.name])),
  }
  kept.set(store, { ...weighed, version, known })
  return known
}

const isSame = (a: Version, b: Version): boolean => a.readings === b.readings && a.decisions === b.decisions

function weigh(store: Store): Pick<Kept, 'stored' | 'links'> {
  const stored = store.persons()
  return { stored, links: linksAmong(stored.map((s) => s.entry)) }
}
