import { z } from 'zod'

/** Our pointer into a document: W3C Web Annotation's TextQuoteSelector and TextPositionSelector together. Offsets in UTF-16 code units. */
export const Citation = z.object({
  doc: z.string(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
})
export type Citation = z.infer<typeof Citation>
