import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Status } from '../model/index.ts'
import { stateCodes } from '../ontologies/actors.ts'
import { plover } from '../ontologies/plover.ts'
import { isDate } from '../text/index.ts'
import type { Arguments, Context, Option } from './context.ts'

const oneOf = (names: readonly string[]) => (value: string) =>
  names.includes(value) ? null : `say one of ${names.join(', ')}`

const edtf = (value: string): string | null => {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value)
  return m !== null && isDate(Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1))
    ? null
    : 'write a date as 2024, 2024-06 or 2024-06-19'
}

const whole = (value: string): string | null => (/^\d{1,9}$/u.test(value) ? null : 'write a whole number')

export const db: Option = {
  name: '--db',
  takes: 'FILE',
  what: 'the record’s database (else $DRAGOMAN_DB, else dragoman.sqlite in this folder)',
}
export const json: Option = { name: '--json', takes: null, what: 'print JSON for programs' }
export const csvOption: Option = { name: '--csv', takes: null, what: 'print CSV (RFC 4180)' }

/** From where contested names are seen in the interchange. */
export const perspective: Option = {
  name: '--perspective',
  takes: 'CODE',
  what: 'whose eyes contested territories are counted by: plover (as its records do, the default), none (each by its own code), or a state’s ISO 3166 code',
  check: (value) =>
    value === 'plover' || value === 'none' || stateCodes.has(value)
      ? null
      : 'say one of plover, none, or a code such as GEO',
}

/** What a person may say of the documents that are read. */
export const told: readonly Option[] = [
  { name: '--date', takes: 'DATE', what: 'the document’s date: 2024, 2024-06 or 2024-06-19', check: edtf },
  { name: '--author', takes: 'NAME', what: 'its author' },
  { name: '--publisher', takes: 'NAME', what: 'its publisher' },
  { name: '--title', takes: 'TITLE', what: 'its title' },
  {
    name: '--language',
    takes: 'CODE',
    what: 'its language (en)',
    check: (value) => (/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(value) ? null : 'write a language code such as en'),
  },
]

/** A time at which something is asked for. */
export const on: Option = {
  name: '--on',
  takes: 'DATE',
  what: 'at this time: 2024, 2024-06 or 2024-06-19',
  check: edtf,
}

/** What lists of entries are narrowed by. */
export const filters: readonly Option[] = [
  { name: '--speaker', takes: 'WORDS', what: 'only what this speaker says' },
  { name: '--since', takes: 'DATE', what: 'not before this date', check: edtf },
  { name: '--until', takes: 'DATE', what: 'not after this date', check: edtf },
  { name: '--document', takes: 'ID', what: 'only from this document' },
  { name: '--text', takes: 'WORDS', what: 'only where the text holds these words' },
  { name: '--limit', takes: 'NUMBER', what: 'at most so many rows (100; 0 for all)', check: whole },
]

export const eventFilters: readonly Option[] = [
  { name: '--actor', takes: 'CODE|NAME', what: 'who acts: a code (PRK) or part of a name' },
  { name: '--recipient', takes: 'CODE|NAME', what: 'to whom' },
  { name: '--type', takes: 'TYPE', what: 'PLOVER type', check: (value) => oneOf([...plover.types.keys()])(value) },
  { name: '--status', takes: 'STATUS', what: `one of ${Status.options.join(', ')}`, check: oneOf(Status.options) },
  ...filters,
]

export const databasePath = (args: Arguments, context: Context): string =>
  args.option('--db') ?? (context.env.DRAGOMAN_DB || 'dragoman.sqlite')

export const codebookOption: Option = {
  name: '--codebook',
  takes: 'FILE',
  what: 'your own codebook entries (else codebook.yaml beside the record, if it is there)',
}

/** The project's codebook file: the one named, or `codebook.yaml` beside the record when there is one. */
export function projectCodebookPath(args: Arguments, context: Context): string | null {
  const named = args.option('--codebook')
  if (named !== null) return named
  const beside = join(dirname(databasePath(args, context)), 'codebook.yaml')
  return existsSync(beside) ? beside : null
}

/** The common part of a filter, from the options. */
export const filterOf = (args: Arguments) => {
  const limit = Number(args.option('--limit') ?? 100)
  return {
    speaker: args.option('--speaker'),
    since: args.option('--since'),
    until: args.option('--until'),
    doc: args.option('--document'),
    text: args.option('--text'),
    descending: false,
    offset: 0,
    limit: limit === 0 ? -1 : limit,
  }
}

export const givenOf = (args: Arguments) => ({
  date: args.option('--date'),
  author: args.option('--author'),
  publisher: args.option('--publisher'),
  title: args.option('--title'),
  language: args.option('--language'),
})
