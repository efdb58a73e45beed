import { z } from 'zod'
import { Span } from './span.ts'

/** Where a date comes from. `value` is EDTF (a date, or an interval `a/b`), with no more precision than the text gives. */
export const TimeAnchor = z.discriminatedUnion('kind', [
  /** Written out in the text: "19 June 2024". */
  z.object({ kind: z.literal('stated'), value: z.string(), span: Span }),
  /** Worked out from the words at `span` and `from` (a sentence for people: 'the document’s date 2025-05-05'). */
  z.object({ kind: z.literal('derived'), value: z.string(), span: Span, from: z.string() }),
  /** Not said by the words, taken from context, as `from` tells. */
  z.object({ kind: z.literal('assumed'), value: z.string(), span: Span.nullable(), from: z.string() }),
  /** Unknown, and why. */
  z.object({ kind: z.literal('unknown'), value: z.null(), span: Span.nullable(), from: z.string() }),
])
export type TimeAnchor = z.infer<typeof TimeAnchor>

/** An expression of time in the text (TIMEX3's types) with what it means. */
export const TimeExpression = z.object({
  id: z.string(),
  span: Span,
  type: z.enum(['date', 'time', 'duration', 'set']),
  anchor: TimeAnchor,
})
export type TimeExpression = z.infer<typeof TimeExpression>
