import { z } from 'zod'
import {
  type ActorRef,
  type Doc,
  DragomanError,
  type EventRecord,
  type Fact,
  type Judgement,
  type Marker,
  type PersonRecord,
  type Problem,
  type RecordedDecision,
  type Reference,
  type Span,
  type StatementRecord,
  Status,
  type TimeAnchor,
} from '../model/index.ts'
import type { Happening, Identity, PersonLink, Telling } from '../review/index.ts'
import type { EventFilter, StatementFilter } from '../store/index.ts'
import type { Parted } from './parted.ts'

/** A document as the library lists it. `events` counts by PLOVER type; `added` is when the record took it in (ISO 8601). */
export interface DocumentRow {
  readonly id: string
  /** Its title, else its file's name. */
  readonly name: string
  /** The last part of where it was read from. */
  readonly file: string
  readonly author: Fact
  readonly publisher: Fact
  readonly date: Fact
  readonly added: string
  readonly events: Readonly<Record<string, number>>
  readonly statements: number
  readonly problems: number
}

/** A happening that a document tells of more than once: the first event's id, its tellings in the order of the text, and what joins them. */
export type HappeningView = Happening

/** What the reading view shows of one document: its text with the entries of the record, its references and its problems. */
export interface ReadingView {
  readonly doc: Doc
  readonly events: readonly EventRecord[]
  readonly statements: readonly StatementRecord[]
  readonly persons: readonly PersonRecord[]
  readonly happenings: readonly HappeningView[]
  /** Tellings that somebody decided to be of two happenings, the newest decision first. */
  readonly parted: readonly Parted<Telling>[]
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  readonly problems: readonly Problem[]
  /** How many markers may point to the wrong entry. */
  readonly alarms: number
}

/** What the view of references shows of one document. */
export interface ReferencesView {
  readonly doc: Doc
  readonly references: readonly Reference[]
  readonly markers: readonly Marker[]
  readonly judgement: Judgement
  /** What each explanation would change in the text, in the order of the explanations and of the text. */
  readonly changes: readonly (readonly NumberChange[])[]
  /** Whether a copy of a file of this format can be written with the numbers changed. */
  readonly repairable: boolean
}

/**
 * A stretch of markers that an explanation would print anew: `before` as it stands, `after` as it would; null where that cannot be written, as
 * in "(Keller 2015)" or where no entry is left. `to` has the new number of each of `markers`, null where none is left.
 */
export interface NumberChange {
  readonly span: Span
  readonly markers: readonly string[]
  readonly before: string
  readonly after: string | null
  readonly to: readonly (number | null)[]
}

/** A copy of a document's file with its markers renumbered; `base64` are its bytes, `left` the markers that stay as they are, with the reason. */
export interface RenumberedCopy {
  readonly name: string
  readonly mediaType: string
  readonly base64: string
  readonly changed: number
  readonly left: readonly { readonly marker: string; readonly why: string }[]
}

/** One side of an event, as a table shows it. */
export type SideRow = { readonly text: string } & Pick<ActorRef, 'name' | 'code'>

/** A voice as a table shows it. */
export interface VoiceRow {
  readonly text: string
  readonly name: string | null
}

/** A line of the table of events. `name` is the document's. */
export interface EventRow {
  readonly id: string
  readonly doc: string
  readonly name: string
  readonly type: string
  readonly mode: string | null
  readonly status: Status
  readonly actors: readonly SideRow[]
  readonly recipients: readonly SideRow[]
  readonly when: TimeAnchor
  readonly speakers: readonly VoiceRow[]
  readonly exact: string
  /** How often its happening is told in the document, this telling counted. */
  readonly told: number
}

/** A line of the table of statements. */
export interface StatementRow {
  readonly id: string
  readonly doc: string
  readonly name: string
  readonly form: StatementRecord['form']
  readonly speakers: readonly VoiceRow[]
  readonly said: TimeAnchor
  readonly exact: string
}

/** A line of the list of persons: how many documents and mentions, and the last office that one gives. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly codes: readonly string[]
  readonly office: string | null
  readonly documents: number
  readonly mentions: number
}

/** One person across documents, with who else it may be and whom a decision holds apart from it; `documents` are names by id. */
export interface PersonView {
  readonly person: Identity
  readonly proposals: readonly (PersonLink & { readonly other: PersonRow })[]
  readonly parted: readonly { readonly decision: RecordedDecision; readonly others: readonly PersonRow[] }[]
  readonly documents: Readonly<Record<string, string>>
}

/** A page of a longer list: `rows` begins at `offset` of `total`. */
export interface Page<Row> {
  readonly total: number
  readonly offset: number
  readonly rows: readonly Row[]
}

/** A problem with the document that it is in. */
export type ProblemRow = Problem & { readonly doc: string; readonly name: string }

/** A document on its way into the record. `seconds` is the time that it has been read for so far, or took. */
export type Job = {
  readonly id: string
  readonly name: string
  readonly bytes: number
} & (
  | { readonly state: 'waiting' }
  | { readonly state: 'reading'; readonly seconds: number }
  | {
      readonly state: 'added'
      readonly seconds: number
      readonly doc: string
      readonly events: number
      readonly statements: number
    }
  | { readonly state: 'known'; readonly doc: string }
  | { readonly state: 'failed'; readonly code: string; readonly message: string }
)

/** The most rows that one request gets. */
export const MOST_ROWS = 500

const words = z.string().trim().max(300).optional()
const edtf = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'write a date as 2024, 2024-06 or 2024-06-19')
  .optional()
const count = z
  .string()
  .regex(/^\d{1,9}$/u, 'write a whole number')
  .optional()
const paging = {
  since: edtf,
  until: edtf,
  doc: words,
  text: words,
  speaker: words,
  order: z.enum(['asc', 'desc']).optional(),
  offset: count,
  limit: count,
}

/** What may be asked of the table of events; `since` and `until` bound the time that the event may have happened in. */
export const EventQuery = z.object({
  actor: words,
  recipient: words,
  type: words,
  status: Status.optional(),
  ...paging,
  sort: z.enum(['when', 'type', 'actor', 'recipient', 'speaker', 'status', 'document']).optional(),
})
export type EventQuery = z.infer<typeof EventQuery>

/** What may be asked of the table of statements; `since` and `until` bound the time that it may have been said in. */
export const StatementQuery = z.object({
  form: z.enum(['direct', 'indirect', 'mixed']).optional(),
  ...paging,
  sort: z.enum(['said', 'speaker', 'form', 'document']).optional(),
})
export type StatementQuery = z.infer<typeof StatementQuery>

/** What is asked of memberships: a body or a state, who of the body may be a member, and when. */
export const MembersQuery = z.object({ of: z.string().min(1), member: words, on: edtf })

/** Why somebody decides; may be empty. */
export const ReasonBody = z.object({ reason: z.string().trim().max(2000) })

/** What is decided on persons: that two or more are one; or that a document's person is another than those of `from`, or than all the others. */
export const MergeBody = ReasonBody.extend({ persons: z.array(z.string()).min(2) })
export const UnmergeBody = ReasonBody.extend({ record: z.string(), from: z.array(z.string()) })

/** What is decided on events: that a telling is of another happening than those of `from`, or than all that it is told with. */
export const PartBody = ReasonBody.extend({ telling: z.string(), from: z.array(z.string()) })

/** The largest upload, in bytes. */
export const MOST_FILE = 65 * 2 ** 20

/** What a renumbered copy is asked by: the place of the explanation, and the document's file where the server does not have it. */
export const CopyForm = z.object({
  explanation: z.string().regex(/^\d{1,2}$/u, 'name an explanation by its place'),
  file: z.instanceof(File, { message: 'send one file' }).optional(),
})

/** What a person says of a document when adding it; empty is unknown. `date` is EDTF. */
export const Given = z.object({
  date: z
    .union([
      z.literal(''),
      z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, 'write the date as 2024, 2024-06 or 2024-06-19'),
    ])
    .optional(),
  author: z.string().trim().max(300).optional(),
  publisher: z.string().trim().max(300).optional(),
  title: z.string().trim().max(300).optional(),
  language: z.string().trim().max(20).optional(),
})
export type Given = z.infer<typeof Given>

/** `value` as `schema` has it; else DragomanError `bad-request` that names the field and what would be right. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new DragomanError('bad-request', `${issue.path.join('.') || 'request'}: ${issue.message}`)
}

/** What both tables are asked by, as the store wants it. */
const shared = (query: EventQuery | StatementQuery) => ({
  speaker: query.speaker || null,
  since: query.since ?? null,
  until: query.until ?? null,
  doc: query.doc || null,
  text: query.text || null,
  descending: query.order === 'desc',
  offset: Number(query.offset ?? 0),
  limit: Math.min(Number(query.limit ?? 100), MOST_ROWS),
})

/** A query as the store's filter. */
export const eventFilter = (query: EventQuery): EventFilter => ({
  ...shared(query),
  actor: query.actor || null,
  recipient: query.recipient || null,
  each: 'happening',
  type: query.type || null,
  status: query.status ?? null,
  sort: query.sort ?? 'document',
})

/** A query as the store's filter. */
export const statementFilter = (query: StatementQuery): StatementFilter => ({
  ...shared(query),
  form: query.form ?? null,
  sort: query.sort ?? 'document',
})
