import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, compose } from '../../src/app/compose.ts'
import type { Reading } from '../../src/model/index.ts'
import { compare, Expected, f1 } from './compare.ts'
import floors from './floors.json' with { type: 'json' }

const samples = resolve(import.meta.dirname, '../../samples')
const nothing = { date: null, author: null, publisher: null, title: null, language: null }
const expectedOf = (name: string): Expected[] =>
  readFileSync(join(samples, 'expected', `${name.replace(/\.\w+$/u, '')}.expected.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Expected.parse(JSON.parse(line)))

const names = readdirSync(samples).filter((name) => /\.(?:md|html|pdf|docx)$/u.test(name))
let app: App
const readings = new Map<string, Reading>()

beforeAll(async () => {
  app = await compose()
  for (const name of names)
    readings.set(name, await app.readFile(readFileSync(join(samples, name)), { uri: name, mediaType: null }, nothing))
}, 300_000)
afterAll(() => app.dispose())

it('finds the samples in four formats', () =>
  expect(new Set(names.map((n) => n.split('.').at(-1)))).toEqual(new Set(['md', 'html', 'pdf', 'docx'])))

describe.each(names)('%s', (name) => {
  it('knows its own facts', () => {
    const { doc } = readings.get(name)!
    const facts = expectedOf(name).find((e) => e.kind === 'document')!
    for (const key of ['title', 'date', 'publisher'] as const)
      expect([key, doc[key].kind === 'known' ? doc[key].value : null]).toEqual([key, facts[key]])
  })

  // A floor is what the reading reached when it was last raised, less a little; a change that falls below has made it worse.
  it('reads no worse than before', () => {
    const scores = compare(readings.get(name)!, expectedOf(name))
    const figures = Object.fromEntries(
      Object.entries(scores).map(([kind, score]) => [kind, Number(f1(score).toFixed(3))]),
    )
    const floor: Record<string, number> = floors[name as keyof typeof floors]
    for (const [kind, least] of Object.entries(floor))
      expect(figures[kind], `${name}: F1 of ${kind} of ${JSON.stringify(scores[kind])}`).toBeGreaterThanOrEqual(least)
    expect(Object.keys(floor).sort()).toEqual(Object.keys(figures).sort())
  })

  it('anchors every entry in its text, and breaks no stage', () => {
    const { doc, layers, problems } = readings.get(name)!
    for (const { citation, speakers } of [...layers.eventRecords, ...layers.statementRecords]) {
      expect(doc.text.slice(citation.start, citation.end)).toBe(citation.exact)
      expect(citation.exact).not.toBe('')
      expect(speakers.length).toBeGreaterThan(0)
    }
    expect(problems.filter((p) => p.code === 'stage-failed')).toEqual([])
  })
})

it('gives the same record wherever a text stands', async () => {
  const text =
    'The foreign minister of Norway met his Swedish counterpart in Oslo on 3 May 2022. “We agreed on a new treaty,” he said.'
  const input = { text, date: null, language: 'en', title: null, publisher: null, author: null }
  const first = await app.readText({ ...input, id: 'a' })
  await app.readText({
    ...input,
    id: 'b',
    text: 'Other words stand here. Quite a few of them, in fact, and none about treaties.',
  })
  const again = await app.readText({ ...input, id: 'a' })
  expect(again).toEqual(first)
}, 60_000)
