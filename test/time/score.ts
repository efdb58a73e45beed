import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { times as lexicon } from '../../src/lang/en/times.ts'
import { blankDoc } from '../../src/stages/date/doc.fixture.ts'
import { findTimes } from '../../src/stages/date/grammar.ts'
import { resolveTimes } from '../../src/stages/date/resolve.ts'

/** An expression of time: where it stands, its EDTF value (null: unknown) and what that rests on. */
interface Time {
  readonly at: string
  readonly start: number
  readonly end: number
  readonly value: string | null
  readonly kind: string
}

interface Example {
  readonly text: string
  readonly date: string | null
  readonly times: readonly Time[]
}

/** Hits of words, of words with their value, and of both with the kind, among those expected and those found. */
export interface Score {
  readonly expected: number
  readonly found: number
  readonly spans: number
  readonly values: number
  readonly kinds: number
}

const nullish = (value: string | undefined): string | null =>
  value === undefined || /^(?:null|unknown|~|)$/u.test(value) ? null : value

/** Reads a file of examples; throws where words are not in their text or out of order. */
export function examplesOf(path: string): Example[] {
  type Raw = { text: string; date?: string; times?: { at: string; value?: string; kind: string }[] }
  const raw = parse(readFileSync(path, 'utf8'), { schema: 'failsafe' }) as Raw[]
  return raw.map((example) => {
    const text = example.text.trim()
    let from = 0
    const times = (Array.isArray(example.times) ? example.times : []).map((time): Time => {
      const [, at, nth] = /^(.*?)(?:@(\d+))?$/su.exec(time.at) as unknown as [string, string, string | undefined]
      const start = nth === undefined ? text.indexOf(at, from) : occurrence(text, at, Number(nth), from)
      if (start < from) throw new Error(`${basename(path)}: “${time.at}” is not in its place in: ${text}`)
      from = start + at.length
      return { at, start, end: from, value: nullish(time.value), kind: time.kind }
    })
    return { text, date: nullish(example.date), times }
  })
}

/** Where the nth occurrence begins, else the next one from a place on. */
function occurrence(text: string, words: string, nth: number, from: number): number {
  let start = -1
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  return start >= from ? start : text.indexOf(words, from)
}

/** What the date stage reads in a text; it needs no language model for this. */
export function read({ text, date }: Pick<Example, 'text' | 'date'>): Time[] {
  const doc = blankDoc(text, date)
  const found = doc.blocks.flatMap((block) => findTimes(text, block.span, lexicon))
  return resolveTimes(doc, found).times.map(({ span, anchor }) => ({
    ...span,
    at: text.slice(span.start, span.end),
    value: anchor.value,
    kind: anchor.kind,
  }))
}

/** Scores examples; `onMiss` hears of each that was not read as expected. */
export function score(
  examples: readonly Example[],
  onMiss?: (example: Example, found: readonly Time[]) => void,
): Score {
  const sum = { expected: 0, found: 0, spans: 0, values: 0, kinds: 0 }
  for (const example of examples) {
    const found = read(example)
    let right = 0
    for (const time of example.times) {
      const same = found.find((f) => f.start === time.start && f.end === time.end)
      if (same === undefined) continue
      sum.spans++
      if (same.value !== time.value) continue
      right++
      if (same.kind === time.kind) sum.kinds++
    }
    sum.values += right
    sum.expected += example.times.length
    sum.found += found.length
    if (right < example.times.length || right < found.length) onMiss?.(example, found)
  }
  return sum
}

export const f1 = (hits: number, { expected, found }: Score): number =>
  expected + found === 0 ? 1 : (2 * hits) / (expected + found)

/** All examples of a folder beside this file. */
export function examplesIn(folder: 'tuning' | 'heldout'): Example[] {
  const path = join(import.meta.dirname, folder)
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => examplesOf(join(path, name)))
}

const told = (time: Time): string => `${time.at} = ${time.value ?? 'unknown'} (${time.kind})`

function print(path: string, misses: boolean): void {
  const examples = examplesOf(path)
  const result = score(examples, (example, found) => {
    if (!misses) return
    const same = (a: Time, b: Time): boolean => a.start === b.start && a.end === b.end && a.value === b.value
    console.log(`\n[${example.date}] ${example.text}`)
    for (const t of example.times) if (!found.some((f) => same(f, t))) console.log(`  expected ${told(t)}`)
    for (const t of found) if (!example.times.some((f) => same(f, t))) console.log(`  found    ${told(t)}`)
  })
  const figure = (hits: number): string => f1(hits, result).toFixed(3)
  console.log(
    `${basename(path)}: ${examples.length} examples, ${result.expected} expressions; F1 of spans ${figure(result.spans)}, values ${figure(result.values)}, with the kind ${figure(result.kinds)}`,
  )
}

if (process.argv[1] === import.meta.filename) {
  const misses = process.argv.includes('--misses')
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  for (const folder of wanted.length > 0 ? wanted : ['tuning', 'heldout']) {
    const path = join(import.meta.dirname, folder)
    for (const name of readdirSync(path)
      .filter((n) => n.endsWith('.yaml'))
      .sort())
      print(join(path, name), misses)
  }
}
