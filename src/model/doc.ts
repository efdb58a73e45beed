import { z } from 'zod'
import { Span } from './span.ts'

/** A stretch of the text of one kind. `page` counts from 1 where the format has pages. Blocks follow one another and do not overlap. */
export const Block = z.object({
  kind: z.enum(['heading', 'paragraph', 'list-item', 'block-quotation', 'reference-list', 'table-cell']),
  span: Span,
  /** 1 to 6 for a heading, else null. */
  level: z.int().nullable(),
  page: z.int().nullable(),
})
export type Block = z.infer<typeof Block>

/** A fact about the document with where it was found ('--date', 'meta article:published_time', 'first lines'); unknown with the reason. */
export const Fact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), value: z.string(), from: z.string(), span: Span.nullable() }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
])
export type Fact = z.infer<typeof Fact>

/** The file that a document was read from. */
export const Origin = z.object({
  uri: z.string(),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  sha256: z.string(),
  bytes: z.int(),
})
export type Origin = z.infer<typeof Origin>

/** A link from words of the text to another place (http or https). */
export const Link = z.object({ span: Span, url: z.string() })
export type Link = z.infer<typeof Link>

/** A document as read: its text is never normalised afterwards. `date` (EDTF) is its creation time, TIMEX3's dct. */
export const Doc = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string(),
  title: Fact,
  author: Fact,
  publisher: Fact,
  date: Fact,
  origin: Origin,
  blocks: z.array(Block),
  /** In the order of the text; none where the format has none. */
  links: z.array(Link).default([]),
})
export type Doc = z.infer<typeof Doc>
