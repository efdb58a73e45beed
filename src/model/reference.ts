import { z } from 'zod'
import { Span } from './span.ts'

/** A field of a reference entry with the stretch that it was read from. */
export const ReferenceField = z.object({ value: z.string(), span: Span })
export type ReferenceField = z.infer<typeof ReferenceField>

/** An entry of the document's own reference list; fields are named as in CSL. `issued` and `accessed` are EDTF. */
export const Reference = z.object({
  id: z.string(),
  /** The number as printed, or null in an unnumbered list. */
  number: z.int().nullable(),
  span: Span,
  fields: z.object({
    author: z.array(ReferenceField),
    title: ReferenceField.nullable(),
    'container-title': ReferenceField.nullable(),
    publisher: ReferenceField.nullable(),
    'publisher-place': ReferenceField.nullable(),
    issued: ReferenceField.nullable(),
    accessed: ReferenceField.nullable(),
    URL: ReferenceField.nullable(),
    archive: ReferenceField.nullable(),
    page: ReferenceField.nullable(),
  }),
  /** BCP 47 language of the entry, by its script and words. */
  language: z.string(),
})
export type Reference = z.infer<typeof Reference>

/** A pointer from the text to the list ("[3]", "[3, 5–7]" is three markers of one span …). `entry` null: nothing in the list has that number. */
export const Marker = z.object({
  id: z.string(),
  span: Span,
  number: z.int(),
  entry: z.string().nullable(),
  /** The stretch of text that the marker is taken to bear. */
  claim: Span,
})
export type Marker = z.infer<typeof Marker>
