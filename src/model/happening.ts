import { z } from 'zod'
import { Citation } from './citation.ts'
import { Voice } from './record.ts'
import { Span } from './span.ts'

/** A noun phrase that points back at a happening told before and is no event of its own: "the visit", "this decision". */
export const Recall = z.object({
  id: z.string(),
  doc: z.string(),
  sentence: z.int(),
  span: Span,
  /** The innermost statement that holds it, or null for the author's own words. */
  statement: z.string().nullable(),
  /** Outermost first. */
  speakers: z.array(Voice),
  citation: Citation,
})
export type Recall = z.infer<typeof Recall>

/** One ground for two tellings being of one happening (above 0) or of two: its name in the table of grounds, its log-odds, and words for a person. */
export const Ground = z.object({ name: z.string(), weight: z.number(), words: z.string() })
export type Ground = z.infer<typeof Ground>

/**
 * Two tellings of one happening, the earlier first, by the ids of events and recalls. In a 'denial' one of them denies what the other asserts:
 * they are about one happening and are never made one truth.
 */
export const TellingLink = z.object({
  findings: z.tuple([z.string(), z.string()]),
  kind: z.enum(['same', 'denial']),
  probability: z.number().min(0).max(1),
  grounds: z.array(Ground),
})
export type TellingLink = z.infer<typeof TellingLink>
