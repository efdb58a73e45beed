import type { ActorRef, Doc, Sentence, Span } from '../model/index.ts'

/** What the language model says of a run of words (one block, or as much of it as a window holds). */
export interface ModelSentence {
  /** [first, last + 1) words of the block. */
  readonly words: readonly [number, number]
  readonly upos: readonly string[]
  readonly feats: readonly string[]
  readonly lemmas: readonly string[]
  /** 0 the root, else 1-based inside the sentence. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  readonly entities: readonly { readonly first: number; readonly last: number; readonly label: 'PER' | 'ORG' | 'LOC' }[]
}

/** The language model. `read` takes the words of one block and gives its sentences; the same words give the same answer wherever they stand. */
export interface Engine {
  readonly id: string
  read(words: readonly string[]): Promise<ModelSentence[]>
}

/** What a language brings: data that stages ask for. Each stage's own file in `lang/<code>/` gives its part. */
export interface Language {
  readonly code: string
  /** Words of a stretch of text, as spans of `text`, in the training data's conventions. */
  words(text: string, within: Span): Span[]
  readonly attribution: AttributionLexicon
  readonly times: TimeLexicon
  readonly titles: TitleLexicon
}

/** What may follow a verb of saying as the thing said. */
export type AttributionFrame =
  | 'clause'
  | 'quotation'
  | 'noun'
  | 'noun-with-ground'
  | 'infinitive'
  | 'object-infinitive'
  | 'predicate'
  | 'named'

type Stance = 'reports' | 'endorses' | 'doubts' | 'denies'

/** A verb of saying, thinking, writing, showing, judging or willing. `quoteOnly` verbs tell of speech only with a quotation. */
export interface AttributionVerb {
  readonly kind: 'speech' | 'writing' | 'thought' | 'showing' | 'judgement' | 'will'
  readonly stance: Stance
  readonly quoteOnly: boolean
  readonly frames: ReadonlySet<AttributionFrame>
  /** Prepositions that lead in what is said: 'called for'. */
  readonly prepositions: readonly string[]
}

/** A noun of saying or thinking, or a document that says something. */
export interface AttributionNoun {
  readonly kind: 'speech' | 'thought' | 'document'
  readonly stance: Stance
}

/** Words that show speech; see `lang/en/attribution.ts`. */
export interface AttributionLexicon {
  /** Verb lemma, with its particle after a space ('point out') → how it treats what is said. */
  readonly verbs: ReadonlyMap<string, AttributionVerb>
  /** Inflected form → lemma of the verbs above, so that the stage does not rest on the lemmatiser alone. */
  readonly forms: ReadonlyMap<string, string>
  /** Noun lemma (statement, claim, interview …). */
  readonly nouns: ReadonlyMap<string, AttributionNoun>
  /** Nouns of documents and occasions, which may stand for their speaker ('the report says'). */
  readonly documents: ReadonlySet<string>
  /** Prepositional cues ('according to', 'in the words of'). */
  readonly phrases: readonly string[]
  /** Nouns that are a cue with a possessor ('in his view'). */
  readonly possessed: ReadonlySet<string>
  /** Adverbs of hearsay ('allegedly'). */
  readonly adverbs: ReadonlyMap<string, Stance>
  /** Adjectives of a state of mind with a clause ('is confident that'). */
  readonly adjectives: ReadonlyMap<string, Stance>
  /** Adverbs beside a cue by which the outer voice judges it ('falsely claimed'). */
  readonly manner: ReadonlyMap<string, Stance>
  /** Verbs that only carry a noun of saying ('issued a warning'). */
  readonly lightVerbs: ReadonlySet<string>
  /** Verbs that a verb of saying hangs on without another speaker ('went on to explain'). */
  readonly catenatives: ReadonlySet<string>
  /** What stands before a headline's colon without being a speaker ('Breaking:'). */
  readonly noSpeaker: ReadonlySet<string>
  /** Relative pronouns. */
  readonly relatives: ReadonlySet<string>
}

/** Words of time; see `lang/en/times.ts`. Keys are lower case. */
export interface TimeLexicon {
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
  /** Cardinal and ordinal words, and vague ones such as "several" as null. */
  readonly numbers: ReadonlyMap<string, number | null>
  readonly ordinals: ReadonlyMap<string, number>
  /** EDTF numbers of seasons: 21 spring … 24 winter. */
  readonly seasons: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, TimeUnit>
  /** Words that make a date approximate or name a part of it ("early", "mid", "about"). */
  readonly vague: ReadonlySet<string>
  /** "last" −1, "this" 0, "next" 1, seen from the document; "previous", "following", "same" from the narrative. */
  readonly fromDocument: ReadonlyMap<string, number>
  readonly fromNarrative: ReadonlyMap<string, number>
  /** "yesterday" −1, "today" 0 … in days from the document's date. */
  readonly days: ReadonlyMap<string, number>
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly recurring: ReadonlySet<string>
  /** Months that are common words too ("may", "march"), taken only beside a number or after a preposition. */
  readonly doubtful: ReadonlySet<string>
}

export type TimeUnit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'weekend'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

/** Offices and honorifics; see `lang/en/titles.ts`. */
export interface TitleLexicon {
  /** Office noun phrase (lower case) → sector code. */
  readonly offices: ReadonlyMap<string, string>
  readonly honorifics: ReadonlySet<string>
  /** Body or institution (lower case: 'foreign ministry', 'parliament') → sector code or null. */
  readonly bodies: ReadonlyMap<string, string | null>
  /** People taken together (lemma: 'troop', 'protester') → sector code or null. */
  readonly groups: ReadonlyMap<string, string | null>
}

/** Names that the world uses for states, bodies and places. */
export interface ActorOntology {
  /** The actor that a name, demonym or capital stands for, with why; null when none. */
  lookup(
    name: string,
  ): { readonly actor: ActorRef; readonly form: 'name' | 'adjective' | 'capital'; readonly why: string } | null
  /** The longest known name that begins at the word `at`, as the number of words it takes. */
  longest(
    words: readonly string[],
    at: number,
  ): {
    readonly length: number
    readonly actor: ActorRef
    readonly form: 'name' | 'adjective' | 'capital'
    readonly why: string
  } | null
}

/** PLOVER as data. */
export interface EventOntology {
  readonly types: ReadonlyMap<
    string,
    {
      readonly quad: 1 | 2 | 3 | 4
      readonly needsRecipient: boolean
      readonly modes: readonly string[]
      readonly score: number
      readonly gloss: string
    }
  >
  readonly contexts: readonly string[]
}

/** Which words in which frames mean which type; `codebook/` defines what an entry is and how it matches. */
export interface CodebookPort {
  readonly version: string
  match(sentence: Sentence): CodebookMatch[]
}

/** A word that may name a side: the head token of the argument, its role in the frame, and the construction that it was found by. */
export interface SideCandidate {
  readonly id: number
  readonly role: string
  readonly by: string
}

/** A trigger found in a sentence, with token ids for its sides. */
export interface CodebookMatch {
  readonly entry: string
  readonly type: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  /** Ids of the trigger's tokens, the head first. */
  readonly trigger: readonly number[]
  /** Ids of the head tokens of the sides as the frame finds them, empty when the sentence does not name them. */
  readonly actors: readonly number[]
  readonly recipients: readonly number[]
  /** All that may be the actor or the recipient, the likeliest first: the first that names a side is taken. */
  readonly actorCandidates: readonly SideCandidate[]
  readonly recipientCandidates: readonly SideCandidate[]
  /** Whether the recipient itself, not something inside it, must be a side. */
  readonly strict: boolean
  readonly reciprocal: boolean
  readonly confidence: number
  readonly why: string
}

/** All that a stage may ask for. */
export interface Ports {
  readonly engine: Engine
  readonly language: Language
  readonly actors: ActorOntology
  readonly plover: EventOntology
  readonly codebook: CodebookPort
}

export type { Doc }
