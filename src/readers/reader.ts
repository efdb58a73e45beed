import { type Block, DragomanError, type Fact, type Link, type Problem } from '../model/index.ts'

/** What a person says of a document; it wins over what the document says of itself. */
export interface Given {
  readonly date: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly language: string | null
}

export type Facts = { readonly title: Fact; readonly author: Fact; readonly publisher: Fact; readonly date: Fact }

/** What a format says of the document; null where it says nothing. */
export type OwnFacts = { readonly [K in keyof Facts]: Fact | null }

/** A document's text with its blocks, and what its format says of it. */
export interface Content {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  /** Written for readers (a page's metadata, front matter): wins over what the text's first and last lines say. */
  readonly facts: OwnFacts
  /** Filled in by the program that wrote the file (Word and PDF properties): used when the text itself says nothing. */
  readonly properties: OwnFacts
  readonly language: string | null
  readonly encoding: string | null
  readonly problems: readonly Problem[]
}

/** One format. `sniff` looks at the first bytes when neither media type nor extension tells. */
export interface Reader {
  readonly format: string
  readonly mediaTypes: readonly string[]
  readonly extensions: readonly string[]
  sniff(bytes: Uint8Array): boolean
  /** Throws DragomanError for what cannot be read. */
  read(bytes: Uint8Array): Content | Promise<Content>
}

export const noFacts: OwnFacts = { title: null, author: null, publisher: null, date: null }

/** A fact found in the document; null for what is empty. */
export function found(value: string | null | undefined, from: string): Fact | null {
  const clean = value?.replace(/\s+/gu, ' ').trim()
  return clean ? { kind: 'known', value: clean, from, span: null } : null
}

/** Trouble with the file as a whole, found while it was read. */
export const trouble = (code: string, message: string): Problem => ({ code, stage: 'read', span: null, message })

/** The largest file that is opened, in bytes. */
export const MOST_BYTES = 64 * 2 ** 20

/** The longest text of one document, in UTF-16 code units: some forty long books. */
export const MOST_TEXT = 20_000_000

/** The most lines, or pieces of text, of one document. */
export const MOST_LINES = 500_000

/** Throws `too-large` when the text is longer than one document may be. */
export function checkLength(text: string): void {
  if (text.length > MOST_TEXT) throw tooLarge(`more than ${MOST_TEXT / 1e6} million characters`)
}

/** `what` is the part that there is too much of: "more than 500000 lines". */
export const tooLarge = (what: string): DragomanError =>
  new DragomanError('too-large', `the document has ${what}; split it into smaller files and read those`)
