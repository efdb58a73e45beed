import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEntry } from '../../src/stages/refer/entry.ts'

const word = z.string().nullable().default(null)

/**
 * An entry of `entries/*.yaml`: its text and what a careful reader finds in it. Values are as printed, dates EDTF; a news agency is
 * the publisher, a newspaper or broadcaster the container; `archive` is an archived copy's address, `page` no count of pages.
 */
export const Gold = z.strictObject({
  text: z.string(),
  author: z.array(z.string()).default([]),
  title: word,
  'container-title': word,
  publisher: word,
  'publisher-place': word,
  issued: word,
  accessed: word,
  URL: word,
  archive: word,
  page: word,
  language: z.string(),
})
export type Gold = z.infer<typeof Gold>

const KEYS = [
  'title',
  'container-title',
  'publisher',
  'publisher-place',
  'issued',
  'accessed',
  'URL',
  'archive',
  'page',
] as const

/** How many values were found right, were to be found, and were made. */
export interface Tally {
  readonly right: number
  readonly gold: number
  readonly made: number
}

/** A value that differs: made null where one is missed, gold null where one is too much. */
export interface Miss {
  readonly field: string
  readonly gold: string | null
  readonly made: string | null
  readonly text: string
}

/** The entries of a folder by style (the file's name). */
export const entriesIn = (folder: string): ReadonlyMap<string, readonly Gold[]> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => [name.replace('.yaml', ''), z.array(Gold).parse(parse(readFileSync(join(folder, name), 'utf8')))]),
  )

/** Field and value of everything that an entry holds; each author counts. */
function values(from: Omit<Gold, 'text'>): [string, string][] {
  const single = [...KEYS, 'language' as const].flatMap((key): [string, string][] => {
    const value = from[key]
    return value === null ? [] : [[key, value.trim()]]
  })
  return [...from.author.map((a): [string, string] => ['author', a.trim()]), ...single]
}

/** What the program reads in an entry, in the shape of the gold. */
function read(text: string): Omit<Gold, 'text'> {
  const { fields, language } = readEntry(text, { start: 0, end: text.length })
  const single = Object.fromEntries(KEYS.map((key) => [key, fields[key]?.value ?? null]))
  return {
    ...(single as Omit<Gold, 'text' | 'author' | 'language'>),
    author: fields.author.map((a) => a.value),
    language,
  }
}

/** Compares one entry with its gold: field by field, equal after trimming. */
export function compareEntry(gold: Gold): { readonly tally: Tally; readonly misses: readonly Miss[] } {
  const wanted = values(gold)
  const made = values(read(gold.text))
  const left = [...made]
  const missed = wanted.filter(([key, value]) => {
    const at = left.findIndex(([k, v]) => k === key && v === value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const misses = missed.map(([field, value]): Miss => {
    const at = left.findIndex(([k]) => k === field)
    const instead = at < 0 ? null : left.splice(at, 1)[0]![1]
    return { field, gold: value, made: instead, text: gold.text }
  })
  return {
    tally: { right: wanted.length - missed.length, gold: wanted.length, made: made.length },
    misses: [...misses, ...left.map(([field, value]) => ({ field, gold: null, made: value, text: gold.text }))],
  }
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  right: tallies.reduce((n, t) => n + t.right, 0),
  gold: tallies.reduce((n, t) => n + t.gold, 0),
  made: tallies.reduce((n, t) => n + t.made, 0),
})

export const f1 = ({ right, gold, made }: Tally): number => (gold + made === 0 ? 1 : (2 * right) / (gold + made))

/** `node test/references/entries.ts [heldout] [misses]` prints field F1 by style, and what differs. */
if (import.meta.main) {
  const folder = join(import.meta.dirname, 'entries', process.argv.includes('heldout') ? 'heldout' : '')
  const all = [...entriesIn(folder)].map(([style, golds]) => ({ style, results: golds.map(compareEntry) }))
  for (const { style, results } of all)
    console.log(`${style.padEnd(22)} ${f1(sum(results.map((r) => r.tally))).toFixed(3)}`)
  console.log(`${'all'.padEnd(22)} ${f1(sum(all.flatMap((s) => s.results.map((r) => r.tally)))).toFixed(3)}`)
  if (process.argv.includes('misses'))
    for (const { style, results } of all)
      for (const m of results.flatMap((r) => r.misses))
        console.log(`\n${style}: ${m.text}\n  ${m.field}: gold ${m.gold} | made ${m.made}`)
}
