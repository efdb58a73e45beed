import { z } from 'zod'

/** What a decision is about: persons across documents, or tellings of one happening. */
export const Subject = z.enum(['person', 'event'])
export type Subject = z.infer<typeof Subject>

const made = {
  what: Subject,
  /** Who decided, and when (ISO 8601). */
  by: z.string().min(1),
  at: z.string(),
  reason: z.string(),
  /** The number of the earlier decision that this one overrules, null where there is none. */
  supersedes: z.int().nullable(),
}

/** What somebody decided about findings, by their ids, which outlive a re-reading. */
export const Decision = z.discriminatedUnion('kind', [
  /** All of `findings` are one. */
  z.object({ kind: z.literal('merged'), findings: z.array(z.string()).min(2), ...made }),
  /** Each of `findings` is another than each of `from`; among themselves they stay as they were. */
  z.object({
    kind: z.literal('unmerged'),
    findings: z.array(z.string()).min(1),
    from: z.array(z.string()).min(1),
    ...made,
  }),
])
export type Decision = z.infer<typeof Decision>

/** A decision as the record keeps it: numbered in the order in which they were made. */
export type RecordedDecision = Decision & { readonly number: number }
