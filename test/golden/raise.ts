import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compose } from '../../src/app/compose.ts'
import { compare, Expected, f1 } from './compare.ts'

/**
 * Measures the samples as they are read now and sets their floors a little below. Look at the difference before it is committed: a floor that
 * falls says that the reading got worse there.
 *
 *     node_modules/.bin/node test/golden/raise.ts
 */
const LESS = 0.02
const samples = resolve(import.meta.dirname, '../../samples')
const app = await compose()
const floors: Record<string, Record<string, number>> = {}
for (const name of readdirSync(samples).filter((n) => /\.(?:md|html|pdf|docx)$/u.test(n))) {
  const given = { date: null, author: null, publisher: null, title: null, language: null }
  const reading = await app.readFile(readFileSync(join(samples, name)), { uri: name, mediaType: null }, given)
  const lines = readFileSync(join(samples, 'expected', `${name.replace(/\.\w+$/u, '')}.expected.jsonl`), 'utf8').split(
    '\n',
  )
  const expected = lines.filter((line) => line.trim() !== '').map((line) => Expected.parse(JSON.parse(line)))
  const scores = Object.entries(compare(reading, expected))
  floors[name] = Object.fromEntries(scores.map(([kind, score]) => [kind, Math.floor((f1(score) - LESS) * 100) / 100]))
}
await app.dispose()
writeFileSync(join(import.meta.dirname, 'floors.json'), `${JSON.stringify(floors, null, 2)}\n`)
