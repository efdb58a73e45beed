import { z } from 'zod'
import { Doc } from './doc.ts'
import { EventFinding } from './event.ts'
import { Frame } from './frame.ts'
import { Recall, TellingLink } from './happening.ts'
import { Mention } from './mention.ts'
import { Person } from './person.ts'
import { Point } from './place.ts'
import { Problem } from './problem.ts'
import { EventRecord, PersonRecord, StatementRecord } from './record.ts'
import { Judgement, Marker, Reference } from './reference.ts'
import { NamedEntity, Sentence, Thing } from './sentence.ts'
import { Span } from './span.ts'
import { Statement } from './statement.ts'
import { TimeAnchor, TimeExpression } from './time.ts'

/** Everything that the stages add, layer by layer. A stage returns only its own layers and changes nothing that it was given. */
export const Layers = z.object({
  /** Word spans of each block, in the order of `doc.blocks`. */
  words: z.array(z.array(Span)),
  sentences: z.array(Sentence),
  entities: z.array(NamedEntity),
  things: z.array(Thing),
  frames: z.array(Frame),
  mentions: z.array(Mention),
  /** The persons of the document with their offices. */
  persons: z.array(Person),
  statements: z.array(Statement),
  events: z.array(EventFinding),
  /** Where events happened, by their id. */
  points: z.record(z.string(), Point),
  times: z.array(TimeExpression),
  /** `when` of each event and statement, by its id: when it happened, or when it was said. */
  anchors: z.record(z.string(), TimeAnchor),
  references: z.array(Reference),
  markers: z.array(Marker),
  /** Whether each marker's entry bears its claim, and what is wrong with the list. */
  judgement: Judgement,
  eventRecords: z.array(EventRecord),
  statementRecords: z.array(StatementRecord),
  personRecords: z.array(PersonRecord),
  /** What only points back at a happening, and which tellings are of one. */
  recalls: z.array(Recall),
  tellingLinks: z.array(TellingLink),
})
export type Layers = z.infer<typeof Layers>

/** A document with all its layers and its problems: what the store keeps and the workbench shows. */
export const Reading = z.object({ doc: Doc, layers: Layers, problems: z.array(Problem) })
export type Reading = z.infer<typeof Reading>
