import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../src/app/compose.ts'
import type { Reading, Span } from '../../src/model/index.ts'
import { overlaps } from '../../src/text/index.ts'

/** A marked telling: `label` names its happening, `denies` says that it denies it. Offsets in the text without marks. */
interface Mark {
  readonly label: string
  readonly denies: boolean
  readonly span: Span
}

/** A text with the tellings that are marked in it, as Markdown (`source`) and as it is read. */
export interface Example {
  readonly name: string
  readonly date: string
  readonly source: string
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Pairs of tellings that are of one happening: expected, found, and both; `misses` and `extras` in words. */
export interface Score {
  readonly expected: number
  readonly found: number
  readonly hits: number
  readonly misses: readonly string[]
  readonly extras: readonly string[]
}

type Folder = 'tuning' | 'heldout'

/** All examples of a folder. */
export const examplesIn = (folder: Folder): Example[] =>
  readdirSync(join(import.meta.dirname, folder))
    .sort()
    .flatMap(
      (file) => parse(readFileSync(join(import.meta.dirname, folder, file), 'utf8'), { schema: 'failsafe' }) as Raw[],
    )
    .map(exampleOf)

type Raw = { readonly name: string; readonly date: string; readonly text: string }

function exampleOf({ name, date, text: raw }: Raw): Example {
  const hash = raw.startsWith('# ') ? '# ' : ''
  const marked = raw.slice(hash.length).trim()
  const marks: Mark[] = []
  let text = ''
  let from = 0
  for (const m of marked.matchAll(/\{(\w+)(!?): ([^}]*)\}/gu)) {
    text += marked.slice(from, m.index)
    marks.push({ label: m[1]!, denies: m[2] === '!', span: { start: text.length, end: text.length + m[3]!.length } })
    text += m[3]!
    from = m.index + m[0].length
  }
  const whole = text + marked.slice(from)
  return { name, date, source: hash + whole, text: whole, marks }
}

/** The pairs of a text, each as the two words in their order, denials with '!'. */
export async function scoreOf(app: App, example: Example): Promise<Score> {
  const { marks, source, text } = example
  const reading = await app.readFile(
    new TextEncoder().encode(source),
    { uri: 'example.md', mediaType: null },
    { date: example.date, author: null, publisher: null, title: null, language: 'en' },
  )
  if (reading.doc.text !== text) throw new Error(`${example.name}: the reader changed the text`)
  const expected = new Set(
    marks.flatMap((b, at) =>
      marks.slice(0, at).flatMap((a, i) => (a.label === b.label ? [key(i, at, a.denies !== b.denies)] : [])),
    ),
  )
  const found = pairsOf(reading, marks)
  const wordsOf = (mark: Mark | undefined) => mark && text.slice(mark.span.start, mark.span.end)
  const words = (pair: string) => `${example.name}: ${pair.replace(/\d+/gu, (n) => wordsOf(marks[Number(n)]) ?? n)}`
  return {
    expected: expected.size,
    found: found.size,
    hits: [...found].filter((pair) => expected.has(pair)).length,
    misses: [...expected].filter((pair) => !found.has(pair)).map(words),
    extras: [...found].filter((pair) => !expected.has(pair)).map(words),
  }
}

const key = (a: number, b: number, denies: boolean): string => `${a} ${denies ? '≠' : '='} ${b}`

/** Every pair of tellings that stand in one group; a telling that is not marked is named by its words and counts as wrong. */
function pairsOf({ doc, layers }: Reading, marks: readonly Mark[]): Set<string> {
  const spans = new Map<string, Span>([
    ...layers.eventRecords.map((e) => [e.id, e.trigger] as const),
    ...layers.recalls.map((r) => [r.id, r.span] as const),
  ])
  const denied = new Set(layers.eventRecords.filter((e) => e.status === 'denied').map((e) => e.id))
  const nameOf = (id: string): number | string => {
    const at = marks.findIndex((m) => overlaps(m.span, spans.get(id)!))
    return at >= 0 ? at : doc.text.slice(spans.get(id)!.start, spans.get(id)!.end)
  }
  const out = new Set<string>()
  for (const group of groupsOf(layers.tellingLinks.map((l) => l.findings)))
    for (const [at, b] of group.entries())
      for (const a of group.slice(0, at)) {
        const [x, y] = [nameOf(a), nameOf(b)]
        if (x !== y) out.add(key(x as number, y as number, denied.has(a) !== denied.has(b)))
      }
  return out
}

/** Ids joined by links, each group in the order of the links. */
function groupsOf(links: readonly (readonly [string, string])[]): string[][] {
  const groups: Set<string>[] = []
  for (const link of links) {
    const touched = groups.filter((g) => link.some((id) => g.has(id)))
    const merged = new Set([...touched.flatMap((g) => [...g]), ...link])
    for (const g of touched) groups.splice(groups.indexOf(g), 1)
    groups.push(merged)
  }
  return groups.map((g) => [...g])
}

/** Several scores as one. */
export const sumOf = (scores: readonly Score[]): Score => ({
  expected: scores.reduce((sum, s) => sum + s.expected, 0),
  found: scores.reduce((sum, s) => sum + s.found, 0),
  hits: scores.reduce((sum, s) => sum + s.hits, 0),
  misses: scores.flatMap((s) => s.misses),
  extras: scores.flatMap((s) => s.extras),
})

export const precisionOf = ({ hits, found }: Score): number => (found === 0 ? 1 : hits / found)
export const recallOf = ({ hits, expected }: Score): number => (expected === 0 ? 1 : hits / expected)
