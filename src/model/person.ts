import { z } from 'zod'
import { Span } from './span.ts'
import { TimeAnchor } from './time.ts'

/** How the time of an office lies to its `when`: held at it, over before it ("former"), held until, since or throughout it, or only after it ("elect"). */
export const Held = z.enum(['at', 'before', 'until', 'since', 'during', 'after'])
export type Held = z.infer<typeof Held>

/** An office that the text gives a person, with the words that say so and the time for which they bear it out. */
export const Office = z.object({
  /** The words: 'Secretary of the Security Council of the Russian Federation'. */
  title: z.string(),
  /** The lexicon's phrase: 'secretary'. */
  role: z.string(),
  /** The state or body that the person acts for, as far as the document says; the office's sector. */
  code: z.string().nullable(),
  sector: z.string().nullable(),
  /** The body that its words name: 'Security Council of Russia'. */
  body: z.string().nullable(),
  span: Span,
  /** Index of the sentence; null in the reference list, which is not parsed. */
  sentence: z.int().nullable(),
  held: Held,
  when: TimeAnchor,
  /** The construction that gives the office: 'title', 'apposition', 'predicate is' … */
  why: z.string(),
})
export type Office = z.infer<typeof Office>

/** A person of the document: all names used, all mentions by id, all offices in the order of the text. */
export const Person = z.object({
  id: z.string(),
  name: z.string(),
  names: z.array(z.string()),
  code: z.string().nullable(),
  mentions: z.array(z.string()),
  offices: z.array(Office),
})
export type Person = z.infer<typeof Person>
