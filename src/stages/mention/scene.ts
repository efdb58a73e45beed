import type { ActorRef, Mention, Sentence, Token } from '../../model/index.ts'
import type { TitleLexicon } from '../../pipeline/index.ts'
import type { Memory } from './memory.ts'
import type { Name } from './phrases.ts'

/** What resolving a phrase may look at: its sentence with the names in it, the lexicon, and the document so far. */
export interface Scene {
  readonly sentence: Sentence
  readonly names: readonly Name[]
  readonly titles: TitleLexicon
  readonly memory: Memory
  /** The persons of the whole document, so that a surname before the full name is understood too; null in the first round. */
  readonly persons: Memory | null
  /** What the pronouns of this sentence stand for, by token id, as far as they have been read. */
  readonly pronouns: Map<number, Antecedent>
  /** The mentions of this sentence by head token id, as far as they have been read. */
  readonly made: ReadonlyMap<number, Mention>
  /** The country of a settlement, by the gazetteer and the countries that the document names. */
  settlement(name: string): { readonly code: string; readonly why: string } | null
  /** Who was a member of a body at the document's date; empty where its members are not known. */
  membersOf(body: string): readonly ActorRef[]
  isAlliance(body: string): boolean
  /** Whether the sentence before has for its subject a thing that is no actor: "it" may well be that. */
  readonly afterThing: boolean
  /** The document's words for a run of tokens, on one line. */
  words(tokens: readonly Token[]): string
}

/** What a pronoun stands for. */
export interface Antecedent {
  readonly actor: ActorRef
  readonly why: string
  readonly members: readonly ActorRef[]
}

/** What a phrase is a mention of. */
export interface Resolved {
  readonly actor: ActorRef
  readonly form: Mention['form']
  readonly why: string
  readonly members: readonly ActorRef[]
  readonly head: Token
  /** Whether the whole phrase is the mention, not the name alone. */
  readonly whole: boolean
  /** The lexicon's phrase for the office or body. */
  readonly role: string | null
  /** Ids of tokens that are part of this mention's office and name nothing themselves: "State" in "head of State". */
  readonly spent: readonly number[]
}
