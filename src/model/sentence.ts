import { z } from 'zod'
import { Span } from './span.ts'

/** A syntactic word (CoNLL-U). `id` counts from 1 in its sentence; `head` 0 is the root. */
export const Token = z.object({
  id: z.int(),
  span: Span,
  form: z.string(),
  lemma: z.string(),
  upos: z.string(),
  /** CoNLL-U features: 'Mood=Ind|Tense=Past|VerbForm=Fin', '_' for none. */
  feats: z.string(),
  head: z.int(),
  /** Universal Dependencies relation with its subtype: 'nsubj:pass'. */
  deprel: z.string(),
})
export type Token = z.infer<typeof Token>

/** A sentence of the document; `block` is the index of the block that it stands in. */
export const Sentence = z.object({ index: z.int(), block: z.int(), span: Span, tokens: z.array(Token) })
export type Sentence = z.infer<typeof Sentence>

/** A name found by the language model. `tokens` is [first, last] token ids, inclusive. */
export const NamedEntity = z.object({
  sentence: z.int(),
  tokens: z.tuple([z.int(), z.int()]),
  span: Span,
  label: z.enum(['PER', 'ORG', 'LOC']),
})
export type NamedEntity = z.infer<typeof NamedEntity>

/** A force (MIL), weapon (WPN), document or treaty (DOC), nationality (NAT) or title (TTL) found by the language model; they may lie inside one another. */
export const Thing = NamedEntity.extend({ label: z.enum(['MIL', 'WPN', 'DOC', 'NAT', 'TTL']) })
export type Thing = z.infer<typeof Thing>
