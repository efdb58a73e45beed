import { z } from 'zod'
import { ActorRef } from './mention.ts'
import { Place } from './place.ts'
import { Span } from './span.ts'

export const Status = z.enum(['happened', 'ongoing', 'planned', 'hypothetical', 'denied', 'habitual'])
export type Status = z.infer<typeof Status>

/** One side of an event: where the text names it (null when it is only understood) and who it is. */
export const Side = z.object({
  span: Span.nullable(),
  text: z.string(),
  mention: z.string().nullable(),
  actor: ActorRef,
})
export type Side = z.infer<typeof Side>

/** What the coding stage found: an act with its sides, before dates, references and chains of speakers are joined to it. */
export const EventFinding = z.object({
  id: z.string(),
  sentence: z.int(),
  /** PLOVER type, e.g. 'CONSULT'. */
  type: z.string(),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  status: Status,
  /** The word (or words) that the coding rests on; `head` is the id of its main token. */
  trigger: Span,
  head: z.int(),
  actors: z.array(Side),
  recipients: z.array(Side),
  /** The innermost statement whose content holds the trigger, or null for the author's own words. */
  statement: z.string().nullable(),
  /** From trigger, sides and content: the clause that the event is read from. */
  span: Span,
  /** Place named in the clause, if any. */
  where: Place.nullable(),
  confidence: z.number().min(0).max(1),
  why: z.string(),
})
export type EventFinding = z.infer<typeof EventFinding>
