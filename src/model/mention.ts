import { z } from 'zod'
import { Span } from './span.ts'

/** What stands behind a mention, as far as it is known. `code` is ISO 3166 alpha-3 or a body's code (UNO, NTO …); `sector` is PLOVER's (GOV MIL …). */
export const ActorRef = z.object({
  /** Canonical name: 'North Korea', 'Sergei Lavrov', 'Foreign Ministry of Russia'. */
  name: z.string(),
  kind: z.enum(['state', 'de-facto', 'igo', 'office', 'person', 'organisation', 'group', 'place', 'unknown']),
  code: z.string().nullable(),
  sector: z.string().nullable(),
})
export type ActorRef = z.infer<typeof ActorRef>

/**
 * A stretch of a sentence that names an actor or a place: the noun phrase without its relative clauses and appositions.
 * `head` is its head token's id; `form` tells a name from a description, an adjective ("Russian" troops) and a pronoun.
 */
export const Mention = z.object({
  id: z.string(),
  sentence: z.int(),
  span: Span,
  head: z.int(),
  form: z.enum(['name', 'description', 'adjective', 'pronoun']),
  actor: ActorRef,
  /** The actors that a phrase such as "both countries" stands for; empty when it is one. */
  members: z.array(ActorRef),
  /** Why this actor: 'demonym Russian', 'apposition', 'antecedent "the ministry"'. */
  why: z.string(),
})
export type Mention = z.infer<typeof Mention>
