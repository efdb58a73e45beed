import type { ActorRef, Doc, Frame, Sentence, Span } from '../model/index.ts'

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
  /** Forces, weapons, documents, nationalities and titles, which may lie inside one another and inside names. */
  readonly things: readonly { readonly first: number; readonly last: number; readonly label: string }[]
  readonly frames: readonly ModelFrame[]
}

/** A frame whose sentence is the one that it is found in. */
export type ModelFrame = Frame extends infer F ? (F extends Frame ? Omit<F, 'sentence'> : never) : never

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
  readonly happenings: HappeningLexicon
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

/**
 * A verb of saying, thinking, writing, showing, judging or willing. `quoteOnly` verbs tell of speech only with a quotation;
 * those of the kind 'rule' ('the charter prohibits') only with a law, treaty or ruling for subject.
 */
export interface AttributionVerb {
  readonly kind: 'speech' | 'writing' | 'thought' | 'showing' | 'judgement' | 'will' | 'rule'
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
  /** Nouns of what shows something, documents among them ('the footage shows'). */
  readonly showing: ReadonlySet<string>
  /** Verb lemma → objects with which it is an act and no speech ('recalled its ambassador'). */
  readonly actsUpon: ReadonlyMap<string, ReadonlySet<string>>
  /** Verbs by which a document comes from somebody ('issued a statement'). */
  readonly issuing: ReadonlySet<string>
  /** Nouns of laws, treaties, rulings and their parts, which speak by what they require and forbid. */
  readonly rules: ReadonlySet<string>
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
  /** Verbs whose subject is what the noun of saying after them is about ('faced criticism'). */
  readonly receivingVerbs: ReadonlySet<string>
  /** Verbs that a verb of saying hangs on without another speaker ('went on to explain'). */
  readonly catenatives: ReadonlySet<string>
  /** Verbs whose object does what the infinitive after it says ('forced them to explain'). */
  readonly causatives: ReadonlySet<string>
  /** What stands before a headline's colon without being a speaker ('Breaking:'). */
  readonly noSpeaker: ReadonlySet<string>
  /** Common nouns of who may stand beside a headline's mark as its speaker ('Banks must pay: regulator'). */
  readonly voices: ReadonlySet<string>
  /** Relative pronouns. */
  readonly relatives: ReadonlySet<string>
}

/** Words of time; see `lang/en/times.ts`. Keys are lower case; the shapes that they join in are in `stages/date/`. */
export interface TimeLexicon {
  readonly months: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<string, number>
  /** Cardinal words, and vague ones such as "several" as null. */
  readonly numbers: ReadonlyMap<string, number | null>
  /** Of those, which "a" stands before: "a few". */
  readonly collectives: ReadonlySet<string>
  /** Ordinal words; "last" is −1. */
  readonly ordinals: ReadonlyMap<string, number>
  /** Endings that make a figure an ordinal: "th". */
  readonly ordinalEndings: ReadonlySet<string>
  /** Decades of the twentieth century by name: "sixties" 6. */
  readonly decades: ReadonlyMap<string, number>
  /** EDTF numbers of seasons: 21 spring … 24 winter. */
  readonly seasons: ReadonlyMap<string, number>
  readonly units: ReadonlyMap<string, TimeUnit>
  /** The plural forms among `units`. */
  readonly plurals: ReadonlySet<string>
  /** Parts of a day ("morning"), and those that are moments ("noon"). */
  readonly dayparts: ReadonlySet<string>
  readonly moments: ReadonlySet<string>
  /** After a time of day: "hours", then "local time" or a zone. */
  readonly hours: ReadonlySet<string>
  readonly zones: ReadonlySet<string>
  /** Feast days by name, a space between words: a fixed day of the year, or why its name gives none. */
  readonly holidays: ReadonlyMap<string, { readonly month: number; readonly day: number } | string>
  /** Before a date or a time of which they take part: true where that makes it approximate ("early"), else false ("later that year"). */
  readonly vague: ReadonlyMap<string, boolean>
  /** Nouns for a part of a longer time, with "of" after them: "end", "middle", "rest". */
  readonly parts: ReadonlySet<string>
  /** "last" −1, "this" 0, "next" 1, seen from the document; "previous", "following", "same" from the narrative. */
  readonly fromDocument: ReadonlyMap<string, number>
  readonly fromNarrative: ReadonlyMap<string, number>
  /** "recent", before plural units. */
  readonly recent: ReadonlySet<string>
  /** "yesterday" −1, "today" 0 … in days from the document's date. */
  readonly days: ReadonlyMap<string, number>
  /** The moment of writing: "now"; and nouns that mean it after "at": "at present". */
  readonly now: ReadonlySet<string>
  readonly present: ReadonlySet<string>
  /** Words that place something before (−1), at (0) or after (1) now without a date: "recently", "former"; and nouns with an article: "the past". */
  readonly dateless: ReadonlyMap<string, -1 | 0 | 1>
  readonly datelessNouns: ReadonlyMap<string, -1 | 0 | 1>
  /** Nouns for time itself that point back with "that" or "the same" before them; `spells` also without a preposition. */
  readonly occasions: ReadonlySet<string>
  readonly spells: ReadonlySet<string>
  /** After a length of time: back from the document ("ago"); back or on from the narrative ("before", "after"), `alone` without a date after them. */
  readonly ago: ReadonlySet<string>
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly alone: ReadonlySet<string>
  /** "every year" (a unit follows), and adverbs with the unit that they repeat by. */
  readonly every: ReadonlySet<string>
  /** "every other year". */
  readonly other: ReadonlySet<string>
  readonly recurring: ReadonlyMap<string, readonly [unit: TimeUnit, count: number]>
  /** "once", "twice": "a year" after them is a rate. */
  readonly times: ReadonlySet<string>
  /** Months, seasons and weekdays that are common words too, taken only beside a number or after a word of time. */
  readonly doubtful: ReadonlySet<string>
  /** Eras as written, without points: "BC" −1, "AD" 1. */
  readonly eras: ReadonlyMap<string, -1 | 1>
  /** "FY", "fiscal": a fiscal year follows; and words that need "year" after them: "financial year". */
  readonly fiscal: ReadonlySet<string>
  readonly fiscalYears: ReadonlySet<string>
  /** Runs of words that bound a length of time: "nearly", "more than". */
  readonly bounds: readonly (readonly string[])[]
  /** Words before a date that make it approximate: "about", "circa". */
  readonly estimates: ReadonlySet<string>
  /** Words before a number that measure something: "over 2000". */
  readonly measures: ReadonlySet<string>
  /** Adjectives between a number and a unit: "three long years". */
  readonly lengths: ReadonlySet<string>
  /** After a length of time, and part of it: "long", "period". */
  readonly lengthNouns: ReadonlySet<string>
  /** What may be joined to a year by a hyphen: "post-1945". */
  readonly prefixes: ReadonlySet<string>
  /** Before a name: "Mr Friday" is no day. */
  readonly titles: ReadonlySet<string>
  /** A unit of two: "fortnight". */
  readonly doubled: ReadonlySet<string>
  /** Before a unit with no number they mean one: "another week". */
  readonly oneMore: ReadonlySet<string>
  /** Nouns before a number that make it no year: "resolution", "page". */
  readonly numbered: ReadonlySet<string>
  /** Nouns after a number that make it no year: "soldiers", "percent"; `plural` tells other nouns in the plural. */
  readonly counted: ReadonlySet<string>
  plural(word: string): boolean
  /** Prepositions that only a time follows where a number stands ("in 1914"), and those that other numbers follow as well. */
  readonly timePrepositions: ReadonlySet<string>
  readonly loosePrepositions: ReadonlySet<string>
  /** Prepositions before a time that bounds something and does not say when it was: "since", "until". */
  readonly limits: ReadonlySet<string>
  /** Prepositions that make a date an open interval for what they date: from it on, or up to it. */
  readonly bounding: ReadonlyMap<string, 'from' | 'to'>
  readonly determiners: ReadonlySet<string>
  /** Function words: a word that is none of them may be the noun that a word of time describes ("the spring offensive"). */
  readonly small: ReadonlySet<string>
  /** The small words of expressions of time by their part in them. */
  readonly particles: Readonly<Record<TimeParticle, ReadonlySet<string>>>
  /** Whether a word shows by itself that its clause tells of the past or of what is to come. */
  tense(word: string): 'past' | 'future' | null
  /** Whether a word with "to" after it tells of what is to come: "are to meet", "agreed to meet". */
  readonly intent: ReadonlySet<string>
  /** Words that look ahead only with a verb after them: "will" before "in three days" is a noun. */
  readonly modals: ReadonlySet<string>
  /** Verbs that move something to a later date, which comes after "to" or "until": "adjourned until Monday". */
  readonly moving: ReadonlySet<string>
}

export type TimeParticle =
  | 'the'
  | 'a'
  | 'this'
  | 'that'
  | 'of'
  | 'on'
  | 'in'
  | 'at'
  | 'by'
  | 'and'
  | 'to'
  | 'from'
  | 'between'
  | 'year'
  | 'half'
  | 'old'
  | 'new'
  | 'turn'
  | 'time'
  | 'hours'
  | 'modal'
  | 'now'
  | 'ahead'

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

/** Offices and honorifics; see `lang/en/titles.ts`. Phrases are lower case. */
export interface TitleLexicon {
  /** Office noun phrase → sector code. */
  readonly offices: ReadonlyMap<string, string>
  readonly honorifics: ReadonlySet<string>
  /** Body or institution ('foreign ministry', 'parliament') → sector code or null. */
  readonly bodies: ReadonlyMap<string, string | null>
  /** People taken together (lemma: 'troop', 'protester') → sector code or null. */
  readonly groups: ReadonlyMap<string, string | null>
  /** Of those, nouns that mean several people though they stand in the singular: 'crowd', 'militia'. */
  readonly collectives: ReadonlySet<string>
  /** Nouns for a place that acts only by those who live or rule there: 'region', 'capital'. */
  readonly places: ReadonlySet<string>
  /** Nouns for a state as such: 'country', 'side'. "both" before one stands for two of them. */
  readonly states: ReadonlySet<string>
  /** Nouns of a bond with another, who is not the one that "whose" asks for: Russia's 'neighbor' is not Russia. */
  readonly relational: ReadonlySet<string>
  /** Nouns that name an actor only with a word that says whose or which: 'power', 'front', 'house'. */
  readonly doubtful: ReadonlySet<string>
  /** Those who are in a country for another one: the 'embassy' in Rome is not Italy's. */
  readonly abroad: ReadonlySet<string>
  /** Words before one of those that show them at home after all: 'rebel' forces. */
  readonly domestic: ReadonlySet<string>
  /** Office noun → offices that it may mean: 'head of state' → 'president', 'king'. */
  readonly synonyms: ReadonlyMap<string, ReadonlySet<string>>
  /** Office noun ('minister') → nouns of the body that it heads with the same words before it ('ministry'). */
  readonly headed: ReadonlyMap<string, ReadonlySet<string>>
}

/** A noun that points back at a happening: the words that may have told it, and the types (and mode) of acts that it tells of on its own. */
export interface HappeningNoun {
  readonly tellers: ReadonlySet<string>
  readonly types: readonly { readonly type: string; readonly mode: string | null }[]
  /** Whether its plural is one happening too: 'talks'. */
  readonly plural: boolean
}

/** Words by which a happening is told once more; see `lang/en/happenings.ts`. Lemmas, lower case. */
export interface HappeningLexicon {
  readonly nouns: ReadonlyMap<string, HappeningNoun>
  /** Nouns that may point back at any act: 'decision'. */
  readonly any: ReadonlySet<string>
  /** Determiners that point back: 'this', and weaker 'the'. */
  readonly this: ReadonlySet<string>
  readonly the: ReadonlySet<string>
  /** Adjectives that point back: 'said', 'mentioned'. */
  readonly said: ReadonlySet<string>
  /** Before a noun: it is another than those told before. */
  readonly fresh: ReadonlySet<string>
  /** The same, unless a determiner that points back stands before them: 'the new treaty'. */
  readonly novel: ReadonlySet<string>
  /** Beside a verb, also several words: it happened more than once. */
  readonly again: ReadonlySet<string>
  /** Nouns whose own modifiers tell of the noun after "of": 'a new round of talks'. */
  readonly parts: ReadonlySet<string>
}

/** What a name stands for. */
export interface KnownActor {
  readonly actor: ActorRef
  readonly form: 'name' | 'adjective' | 'capital'
  readonly why: string
  /** The states that a name such as "the Koreas" stands for together; else empty. */
  readonly members: readonly ActorRef[]
  /** All that an ambiguous name may mean, each with names whose presence in the document speaks for it; else empty. `actor` is what it means when none speaks. */
  readonly senses: readonly { readonly actor: ActorRef; readonly cues: readonly string[] }[]
}

/** Names that the world uses for states, bodies and places. */
export interface ActorOntology {
  /** The actor that a name, demonym or capital stands for, with why; null when none. */
  lookup(name: string): KnownActor | null
  /** The longest known name that begins at the word `at`, as the number of words it takes. */
  longest(words: readonly string[], at: number): (KnownActor & { readonly length: number }) | null
  /** The one state whose name of one word is a letter off a word that is no name itself; null when none or several are. */
  misspelt(word: string): KnownActor | null
  /** Who was a member of a body (by its code) through a time (EDTF; null for today); empty where its members are not known. */
  membersOf(body: string, on: string | null): readonly ActorRef[]
  /** Whether the members of a body are each other's allies by treaty. */
  isAlliance(body: string): boolean
}

/** A settlement of the gazetteer; `country` is ISO 3166 alpha-3, `geonames` its number there. */
export interface Settlement {
  readonly name: string
  readonly country: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly geonames: number
}

/** A water, mountain range, region, island or line: its middle, how far from that it may reach, and the states that it lies in or between or that claim it. */
export interface Landform {
  readonly names: readonly string[]
  readonly kind: 'sea' | 'strait' | 'river' | 'lake' | 'mountains' | 'region' | 'island' | 'border'
  readonly countries: readonly string[]
  readonly latitude: number
  readonly longitude: number
  readonly extentKm: number
}

/** Where places lie. */
export interface Gazetteer {
  /** All settlements of a name, the largest first. */
  settlements(name: string): readonly Settlement[]
  /** The water, range, region, island or line of a name, or null. */
  landform(name: string): Landform | null
  /** The middle of a country: latitude and longitude. */
  centre(country: string): readonly [number, number] | null
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
  /** Where a word that no entry lists keeps its sides, by the frame that words of its kind mostly have; null when there is no such word. */
  frame(sentence: Sentence, token: number): Pick<CodebookMatch, 'actorCandidates' | 'recipientCandidates'> | null
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
  /** Ids of arguments whose acts are the content of this one ('rejected a request'). */
  readonly absorbed: readonly number[]
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
  readonly gazetteer: Gazetteer
  readonly plover: EventOntology
  readonly codebook: CodebookPort
}

export type { Doc }
