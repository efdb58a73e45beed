import { z } from 'zod'

/** Words of an entry: 'attack, bomb, break off' or a list; lower case lemmas, a particle or a modifier after/before a space. */
const Words = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (typeof value === 'string' ? value.split(',') : value).map((word) => word.trim()).filter((word) => word !== ''),
  )

/** Roles in order of preference; see `roles.ts`. A dot goes inside: 'object.of' is the "of" of the object. */
const RoleList = Words

/** Where a predicate keeps its sides: a template that entries share. */
export const Frame = z.strictObject({
  about: z.string(),
  of: z.enum(['verb', 'noun', 'adjective']),
  actor: RoleList,
  recipient: RoleList,
  /** Arguments whose own acts are the content of this one and are not told apart from it. */
  absorbs: RoleList.default([]),
  /** Roles that join the sides on an equal footing. */
  reciprocal: z.boolean().default(false),
})
export type Frame = z.infer<typeof Frame>

/** One line of the codebook: trigger words in a frame, what must and must not stand beside them, and what it is coded as. */
export const Entry = z
  .strictObject({
    verb: Words.optional(),
    noun: Words.optional(),
    adjective: Words.optional(),
    frame: z.string(),
    actor: RoleList.optional(),
    recipient: RoleList.optional(),
    absorbs: RoleList.optional(),
    reciprocal: z.boolean().optional(),
    /** Role → lemmas of which one must fill it; '*' is anything; '@actor' must be a side; '@fact' a clause, not an infinitive; '@must' what has to be done; '@wish' that or a subjunctive. */
    with: z.record(z.string(), Words).default({}),
    /** Role → lemmas that must not fill it; '*' the role must be empty. */
    without: z.record(z.string(), Words).default({}),
    voice: z.enum(['any', 'active', 'passive']).default('any'),
    mode: z.string().nullable().default(null),
    contexts: Words.default([]),
    /** How often a match means this type, 0 to 1. */
    weight: z.number().min(0).max(1).default(0.8),
    matches: z.string(),
    not: z.string(),
  })
  .refine((entry) => [entry.verb, entry.noun, entry.adjective].filter((words) => words !== undefined).length === 1, {
    message: 'give exactly one of verb, noun, adjective',
  })
export type Entry = z.infer<typeof Entry>

/** The entries of one type. `drops` names entries of earlier files that no longer count, so that a project may put its own in their place. */
export const CodebookPart = z.strictObject({
  type: z.string(),
  entries: z.array(z.unknown()).default([]),
  drops: z.array(z.string()).default([]),
})

/** A file of the codebook: one type, or a list of several. */
export const CodebookFile = z
  .union([CodebookPart, z.array(CodebookPart)])
  .transform((parts) => (Array.isArray(parts) ? parts : [parts]))

/** Verbs that lend their subject and prepositions to a noun ('held talks', 'came under attack'), and nouns that hide the real one. */
export const Support = z.strictObject({
  /** Their subject does what the object names. */
  doing: Words,
  /** Their subject is at the other end of it. */
  undergoing: Words,
  /** What they have as subject happens. */
  happening: Words,
  /** 'dozens of', 'a round of'. */
  transparent: Words,
})
export type Support = z.infer<typeof Support>

/** An entry made ready for matching. */
export interface Rule {
  /** 'SANCTION.impose.2': type, first word, how many before it begin so. */
  readonly id: string
  readonly file: string
  readonly line: number
  readonly type: string
  readonly of: 'verb' | 'noun' | 'adjective'
  readonly words: readonly string[]
  readonly actor: readonly string[]
  readonly recipient: readonly string[]
  readonly absorbs: readonly string[]
  readonly reciprocal: boolean
  readonly with: ReadonlyMap<string, ReadonlySet<string>>
  readonly without: ReadonlyMap<string, ReadonlySet<string>>
  readonly voice: 'any' | 'active' | 'passive'
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly weight: number
  readonly matches: string
  readonly not: string
}

/** Triggers by lemma: what the matcher looks words up in. */
export interface Codebook {
  readonly version: string
  readonly rules: readonly Rule[]
  readonly byLemma: ReadonlyMap<string, readonly { readonly rule: Rule; readonly word: string }[]>
  /** Every single word that triggers, restrictions and supporting verbs name. */
  readonly vocabulary: ReadonlySet<string>
  readonly doing: ReadonlySet<string>
  readonly undergoing: ReadonlySet<string>
  readonly happening: ReadonlySet<string>
  readonly transparent: ReadonlySet<string>
}
