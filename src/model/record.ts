import { z } from 'zod'
import { Citation } from './citation.ts'
import { EventFinding } from './event.ts'
import { ActorRef } from './mention.ts'
import { Office, Person } from './person.ts'
import { Place, Point } from './place.ts'
import { Span } from './span.ts'
import { Statement } from './statement.ts'
import { TimeAnchor } from './time.ts'

/** One voice in a chain of speakers. The document's author comes first of all and may be unknown. */
export const Voice = z.object({
  text: z.string(),
  actor: ActorRef.nullable(),
  span: Span.nullable(),
  statement: z.string().nullable(),
})
export type Voice = z.infer<typeof Voice>

/** A place with where it lies. */
const Located = Place.extend({ point: Point.nullable().default(null) })

/** An entry of the record: an event with its dates, its chain of speakers (outermost first), the references it rests on, and its citation. */
export const EventRecord = EventFinding.extend({
  /** The place that the text names, and where it lies. */
  where: Located.nullable(),
  doc: z.string(),
  when: TimeAnchor,
  said: TimeAnchor,
  published: TimeAnchor,
  speakers: z.array(Voice),
  references: z.array(z.int()),
  citation: Citation,
})
export type EventRecord = z.infer<typeof EventRecord>

/** A statement as the record keeps it. */
export const StatementRecord = Statement.extend({
  where: Located.nullable().default(null),
  doc: z.string(),
  said: TimeAnchor,
  speakers: z.array(Voice),
  references: z.array(z.int()),
  citation: Citation,
})
export type StatementRecord = z.infer<typeof StatementRecord>

/** A person of one document as the record keeps them: where the text means them, whom it names in the same sentences, and each office with its citation. */
export const PersonRecord = Person.extend({
  doc: z.string(),
  /** EDTF; null where the document's date is unknown. */
  published: z.string().nullable(),
  mentions: z.array(Span),
  beside: z.array(ActorRef),
  offices: z.array(Office.extend({ citation: Citation })),
})
export type PersonRecord = z.infer<typeof PersonRecord>
