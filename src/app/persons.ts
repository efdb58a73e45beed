import { type Identities, identities } from '../review/index.ts'
import type { Store } from '../store/index.ts'

/** The persons of a record, and what their documents are called by their ids. */
export interface Known extends Identities {
  readonly documents: ReadonlyMap<string, string>
}

/** The persons of a record as its documents and decisions have them now. */
export function knownPersons(store: Store): Known {
  const stored = store.persons()
  return {
    ...identities(
      stored.map((s) => s.entry),
      store.decisions('person'),
    ),
    documents: new Map(stored.map((s) => [s.entry.doc, s.name])),
  }
}
