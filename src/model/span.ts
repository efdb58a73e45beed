import { z } from 'zod'

/** A half-open stretch of a document's text, in UTF-16 code units. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof Span>
