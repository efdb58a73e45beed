import { z } from 'zod'

/** A stretch that belongs to a frame's anchor: [first, last] token ids, inclusive. */
export const FramePart = z.object({ label: z.string(), tokens: z.tuple([z.int(), z.int()]) })
export type FramePart = z.infer<typeof FramePart>

const anchored = { sentence: z.int(), token: z.int(), parts: z.array(FramePart) }

/**
 * What the language model sees around a word: a predicate with its PropBank roleset and roles and its factuality (−3 surely not … 3
 * surely so), a cue of speech with its speaker and content, or an act with its PLOVER types and sides. `probability` is the model's own.
 */
export const Frame = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('predicate'),
    ...anchored,
    roleset: z.string(),
    factuality: z.number(),
    probability: z.number(),
  }),
  z.object({ kind: z.literal('cue'), ...anchored, probability: z.number() }),
  z.object({ kind: z.literal('act'), ...anchored, types: z.record(z.string(), z.number()), status: z.string() }),
])
export type Frame = z.infer<typeof Frame>
