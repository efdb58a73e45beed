import type { Reading } from '../model/index.ts'
import type {
  DocumentRow,
  EventQuery,
  EventRow,
  Page,
  ProblemRow,
  ReadingView,
  StatementQuery,
  StatementRow,
} from './wire.ts'

/** What the server asks of the record: `ofStore` answers from the database, tests answer from memory. */
export interface Holdings {
  documents(): DocumentRow[]
  /** One document with its entries, or null when the record has none of that id. */
  reading(id: string): ReadingView | null
  events(query: EventQuery): Page<EventRow>
  statements(query: StatementQuery): Page<StatementRow>
  problems(): ProblemRow[]
  /** The id of the document that was read from a file with this SHA-256 (hex), or null. */
  known(sha256: string): string | null
  /** Takes a reading into the record, in one transaction. */
  add(reading: Reading): void
}
