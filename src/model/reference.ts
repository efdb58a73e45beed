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
  /** Of "ibid.", "op. cit." and short titles the id of the entry that is meant; absent or null where the entry is a work of its own. */
  meant: z.string().nullable().optional(),
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

/** What a piece of evidence rests on. */
export const EvidenceKind = z.enum([
  'speaker-or-author',
  'body',
  'date',
  'outlet',
  'title-words',
  'names',
  'language',
  'quotation',
  'address',
])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/**
 * One thing that speaks for or against an entry bearing a claim. `weight` is a natural logarithm of a likelihood ratio: positive for, negative
 * against. `claim` and `entry` are the stretches of the document that show it; null where one side is silent. `why` is for a person.
 */
export const Evidence = z.object({
  kind: EvidenceKind,
  side: z.enum(['for', 'against']),
  weight: z.number(),
  claim: Span.nullable(),
  entry: Span.nullable(),
  why: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** An entry that bears a claim better than the printed one, with how likely it is the one meant. */
export const BetterEntry = z.object({
  entry: z.string(),
  probability: z.number().min(0).max(1),
  evidence: z.array(Evidence),
})
export type BetterEntry = z.infer<typeof BetterEntry>

/**
 * What a marker's printed number is worth. `probability` is that of the printed entry being the one meant, by the claim's own evidence and the
 * list as a whole. `undecided` says that nothing tells, and raises no alarm; `better` null in `does-not-fit` means that no entry bears the claim out.
 */
export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fits'), ...judged() }),
  z.object({ kind: z.literal('undecided'), ...judged() }),
  z.object({ kind: z.literal('doubtful'), ...judged(), better: BetterEntry.nullable() }),
  z.object({ kind: z.literal('does-not-fit'), ...judged(), better: BetterEntry.nullable() }),
  z.object({ kind: z.literal('no-entry'), marker: z.string(), better: BetterEntry.nullable() }),
])
export type Verdict = z.infer<typeof Verdict>

function judged() {
  return { marker: z.string(), entry: z.string(), probability: z.number().min(0).max(1), evidence: z.array(Evidence) }
}

/** A marker's number as it should be printed by an explanation; null where no entry is left for it. */
export const Renumbering = z.object({ marker: z.string(), from: z.int(), to: z.int().nullable() })
export type Renumbering = z.infer<typeof Renumbering>

/**
 * What shifted the later numbers. `entry` is the surplus one and `of` the one that it repeats; with `markers-renumbered` the list is whole, and the
 * numbers in the text were changed.
 */
export const ShiftCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry-doubled'), entry: z.string(), of: z.string() }),
  z.object({ kind: z.literal('entry-added'), entry: z.string().nullable() }),
  z.object({ kind: z.literal('entry-missing') }),
  z.object({ kind: z.literal('markers-renumbered') }),
])
export type ShiftCause = z.infer<typeof ShiftCause>

/**
 * One account of how the markers stand to the list as a whole. `shift`: from marker `from` on (whose printed number is `number`) the entry meant is
 * the printed number plus `by`. `swap`: two entries changed places. `move`: the entries `first` … `last`, as numbered now, were moved and those
 * between followed. `mixed`: several markers are wrong without a common cause. `none`: the numbers are right but for single markers.
 */
export const ListExplanation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none'), ...explained() }),
  z.object({
    kind: z.literal('shift'),
    ...explained(),
    by: z.int(),
    from: z.string(),
    number: z.int(),
    cause: ShiftCause,
  }),
  z.object({ kind: z.literal('swap'), ...explained(), entries: z.tuple([z.string(), z.string()]) }),
  z.object({ kind: z.literal('move'), ...explained(), first: z.string(), last: z.string(), by: z.int() }),
  z.object({ kind: z.literal('mixed'), ...explained() }),
])
export type ListExplanation = z.infer<typeof ListExplanation>

function explained() {
  return { probability: z.number().min(0).max(1), why: z.string(), renumbering: z.array(Renumbering) }
}

/** Something wrong with the list or its use that is no matter of one marker's fit. `span` is where to look; `entry` and `other` are entries' ids. */
export const ListFinding = z.object({
  code: z.enum([
    'entry-duplicate',
    'entry-never-cited',
    'entry-older-than-claim',
    'entry-out-of-order',
    'claim-without-reference',
  ]),
  span: Span,
  entry: z.string().nullable(),
  other: z.string().nullable(),
  marker: z.string().nullable(),
  message: z.string(),
})
export type ListFinding = z.infer<typeof ListFinding>

/** The judgement of a document's references: one verdict a marker in the order of the text, explanations with the likeliest first, and findings. */
export const Judgement = z.object({
  verdicts: z.array(Verdict),
  explanations: z.array(ListExplanation),
  findings: z.array(ListFinding),
})
export type Judgement = z.infer<typeof Judgement>
