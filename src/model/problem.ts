import { z } from 'zod'
import { Span } from './span.ts'

/** Trouble in one document: it travels with the reading, and the batch goes on. `code` is stable, kebab-case. */
export const Problem = z.object({
  code: z.string(),
  stage: z.string(),
  span: Span.nullable(),
  message: z.string(),
})
export type Problem = z.infer<typeof Problem>
