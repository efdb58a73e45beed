import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { compose } from '../src/app/compose.ts'

/**
 * How much of what the sample article tells is found: persons with their offices, and dated acts and sayings, both listed by hand (`article.yaml`). An office is found
 * where it begins, with its role, its holder's name and, where the list has one, its state; a dated happening where its anchor stands, with that value.
 *
 *     node_modules/.bin/node bench/article.ts [FILE]
 */
interface Listed {
  readonly date: string
  readonly persons: readonly {
    readonly name: string
    readonly role: string
    readonly at: number
    readonly code?: string
  }[]
  readonly dated: readonly ({ readonly at: number; readonly value: string } & (
    | { readonly act: string }
    | { readonly said: string }
  ))[]
}

const file = process.argv[2] ?? resolve(import.meta.dirname, '..', '..', 'shared', 'samples', 'relations-article.txt')
const listed = parse(readFileSync(resolve(import.meta.dirname, 'article.yaml'), 'utf8')) as Listed
const app = await compose()
const given = { date: listed.date, language: 'en', title: null, publisher: null, author: null }
const { layers } = await app.readText({ ...given, id: 'article', text: readFileSync(file, 'utf8') })
await app.dispose()

const offices = listed.persons.filter(({ name, role, at, code }) =>
  layers.persons.some(
    (person) =>
      person.name === name &&
      person.offices.some((o) => o.span.start === at && o.role === role && (code === undefined || o.code === code)),
  ),
)
const holders = (rows: Listed['persons']): number => new Set(rows.map((row) => row.name)).size

/** Sayings may be told with words before the anchor ("was also emphasized"). */
const dated = listed.dated.filter((row) => {
  const found =
    'act' in row
      ? layers.events.filter((event) => event.trigger.start === row.at)
      : layers.statements.filter(({ cue }) => cue !== null && cue.start <= row.at && row.at < cue.end)
  return found.some(({ id }) => layers.anchors[id]?.value === row.value)
})

console.log(
  `offices ${offices.length} of ${listed.persons.length}; persons with an office ${holders(offices)} of ${holders(listed.persons)}`,
)
console.log(`dated acts and sayings ${dated.length} of ${listed.dated.length}`)
for (const row of listed.persons.filter((r) => !offices.includes(r)))
  console.log(`  missed ${row.at} ${row.name}: ${row.role}`)
for (const row of listed.dated.filter((r) => !dated.includes(r)))
  console.log(`  missed ${row.at} “${'act' in row ? row.act : row.said}” ${row.value}`)
