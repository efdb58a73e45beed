import { z } from 'zod'
import { Place } from './place.ts'
import { Span } from './span.ts'

/**
 * An attribution (speaker, cue, content). `speaker` null means that nobody is named, and `speakerReason` says why
 * ('passive without agent', 'impersonal'). `inside` is the id of the statement that this one stands in.
 */
export const Statement = z.object({
  id: z.string(),
  speaker: Span.nullable(),
  /** The mention that the speaker resolves to (its antecedent when the speaker is a pronoun). */
  speakerMention: z.string().nullable(),
  speakerReason: z.string().nullable(),
  cue: Span.nullable(),
  /** One or more stretches, in order of the text; quotation marks are not part of it only when the speaker interrupts them. */
  content: z.array(Span).min(1),
  form: z.enum(['direct', 'indirect', 'mixed']),
  addressee: Span.nullable(),
  /** Where it was said, if the words around the cue name a place. */
  where: Place.nullable().default(null),
  inside: z.string().nullable(),
  /** How the outer voice stands to it: 'reports' unless the cue says otherwise. */
  stance: z.enum(['reports', 'endorses', 'doubts', 'denies']),
  /** Which construction was matched, for a person. */
  why: z.string(),
})
export type Statement = z.infer<typeof Statement>
