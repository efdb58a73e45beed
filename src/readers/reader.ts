import type { Block, Fact, Problem } from '../model/index.ts'

/** What a person says of a document; it wins over what the document says of itself. */
export interface Given {
  readonly date: string | null
  readonly author: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly language: string | null
}

export type Facts = { readonly title: Fact; readonly author: Fact; readonly publisher: Fact; readonly date: Fact }

/** A document's text with its blocks, and what its format says of it; a fact that is null is looked for in the text. */
export interface Content {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly facts: { readonly [K in keyof Facts]: Fact | null }
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
  read(bytes: Uint8Array): Content | Promise<Content>
}

export const noFacts: Content['facts'] = { title: null, author: null, publisher: null, date: null }

/** A fact found in the document; null for what is empty. */
export function found(value: string | null | undefined, from: string): Fact | null {
  const clean = value?.replace(/\s+/gu, ' ').trim()
  return clean ? { kind: 'known', value: clean, from, span: null } : null
}

/** The largest file that is opened, in bytes. */
export const MOST_BYTES = 64 * 2 ** 20
