import type {
  Activity,
  Decision,
  Doc,
  EventRecord,
  Judgement,
  Marker,
  PersonRecord,
  Problem,
  Reading,
  Recall,
  RecordedDecision,
  Reference,
  Span,
  StatementRecord,
  Subject,
  TellingLink,
  TimeExpression,
} from '../model/index.ts'

/** A document of the record with what its newest reading holds. `events` counts by PLOVER type. */
export interface StoredDocument {
  readonly doc: Omit<Doc, 'text'>
  readonly name: string
  readonly added: string
  readonly recorded: string
  readonly readings: number
  readonly events: Readonly<Record<string, number>>
  readonly statements: number
  readonly problems: readonly Problem[]
}

/** The newest reading of a document, as the record keeps it. */
export interface StoredReading {
  readonly doc: Doc
  readonly recorded: string
  readonly activity: Activity
  readonly sentences: readonly Span[]
  readonly times: readonly TimeExpression[]
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  /** Empty in readings that were made before references were judged. */
  readonly judgement: Judgement
  readonly events: readonly EventRecord[]
  readonly statements: readonly StatementRecord[]
  readonly persons: readonly PersonRecord[]
  /** None in readings that were made before tellings were linked. */
  readonly recalls: readonly Recall[]
  readonly tellingLinks: readonly TellingLink[]
  readonly problems: readonly Problem[]
}

/** What entries are asked for by; null asks for all. `since` and `until` are EDTF; `text` is looked for in the entry's words. */
export interface Filter {
  readonly speaker: string | null
  readonly since: string | null
  readonly until: string | null
  readonly doc: string | null
  readonly text: string | null
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/**
 * Which tellings of a document are of one happening: what evidence and decisions make of its current reading. Each group has an `id`, that of
 * the event told first, and its tellings, that one among them.
 */
export type Grouping = (
  told: Pick<StoredReading, 'events' | 'recalls' | 'tellingLinks'>,
  decisions: readonly RecordedDecision[],
) => readonly { readonly id: string; readonly tellings: readonly { readonly id: string }[] }[]

/** `each` 'happening' leaves out tellings whose happening is told first by an event that is asked for as well. `actor` and `recipient` are a code ('PRK') or part of a name. */
export interface EventFilter extends Filter {
  readonly actor: string | null
  readonly recipient: string | null
  readonly type: string | null
  readonly status: string | null
  readonly each: 'happening' | 'telling'
  readonly sort: 'when' | 'type' | 'actor' | 'recipient' | 'speaker' | 'status' | 'document'
}

export interface StatementFilter extends Filter {
  readonly form: string | null
  readonly sort: 'said' | 'speaker' | 'form' | 'document'
}

/** Entries with the name of their document and when they were recorded. */
export interface Stored<Entry> {
  readonly entry: Entry
  readonly name: string
}

export interface Slice<Entry> {
  readonly total: number
  readonly rows: readonly Stored<Entry>[]
}

/** An event with the id of its happening and how often that one is told. */
export interface StoredEvent extends Stored<EventRecord> {
  readonly happening: string
  readonly told: number
}

/** `tellings` counts the events of which `total` are left when each happening counts once. */
export interface EventSlice {
  readonly total: number
  readonly tellings: number
  readonly rows: readonly StoredEvent[]
}

export interface Failure {
  readonly uri: string
  readonly code: string
  readonly message: string
  readonly at: string
}

/** The record. Every change is one transaction; readings and decisions are only ever added. */
export interface Store {
  readonly path: string
  /** The id of the document with this SHA-256 (hex), or null. */
  known(sha256: string): string | null
  /**
   * Takes a reading in, at once or not at all; it becomes the document's current one. Unless `again`, a document that is there
   * already (another program may have read it meanwhile) is left as it is. Returns whether the reading was taken.
   */
  save(reading: Reading, activity: Activity, recorded: string, again?: boolean): boolean
  documents(): StoredDocument[]
  reading(doc: string): StoredReading | null
  events(filter: EventFilter): EventSlice
  statements(filter: StatementFilter): Slice<StatementRecord>
  event(id: string): Stored<EventRecord> | null
  statement(id: string): Stored<StatementRecord> | null
  /** The happening that an event, or words that point back, tell of in a current reading: the document, and the id of the event told first. */
  happening(finding: string): { readonly doc: string; readonly id: string } | null
  /** The persons of every document, in the order of the documents and of their texts. */
  persons(): Stored<PersonRecord>[]
  /** A person of one document, also of an earlier reading. */
  person(id: string): Stored<PersonRecord> | null
  /** Earlier readings' versions of an entry, the oldest first, with when each was recorded and by what. */
  history(id: string): { readonly recorded: string; readonly activity: Activity; readonly current: boolean }[]
  /** Documents whose text holds the words, the best first. */
  search(words: string): string[]
  /** How far the record has come, for what is worked out of it and kept: it takes in readings and decisions, and loses none. */
  version(): { readonly readings: number; readonly decisions: number }
  /** Takes a decision in and returns its number; one on events also regroups the tellings of their documents. */
  decide(decision: Decision): number
  /** All decisions on a subject, the oldest first. */
  decisions(what: Subject): RecordedDecision[]
  /** Remembers that a file could not be read, until it is. */
  fail(failure: Failure): void
  failures(): Failure[]
  close(): void
}

/** A filter that asks for everything, 100 at a time. */
export const everything = {
  speaker: null,
  since: null,
  until: null,
  doc: null,
  text: null,
  descending: false,
  offset: 0,
  limit: 100,
} as const
export const allEvents: EventFilter = {
  ...everything,
  actor: null,
  recipient: null,
  type: null,
  status: null,
  each: 'happening',
  sort: 'document',
}
export const allStatements: StatementFilter = { ...everything, form: null, sort: 'document' }
