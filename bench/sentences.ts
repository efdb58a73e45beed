import { compose } from '../src/app/compose.ts'
import { markedSentences, overlap } from './marked.ts'
import { compareSpeech } from './speech.ts'

/**
 * Events and statements that the whole reading finds in our own marked sentences: of their test part, or with `--dev` or `--train` of that. An event is right when a
 * gold word of its type stands in its trigger; a side when it overlaps the gold stretch. Prints F1 and how well confidence is calibrated.
 *
 *     node_modules/.bin/node bench/sentences.ts [--dev | --train] [--errors]
 */
const has = (flag: string): boolean => process.argv.includes(flag)
const only = process.argv.find((a) => a.startsWith('--file='))?.slice(7)
const marked = markedSentences().filter((row) =>
  only === undefined
    ? row.part === (has('--train') ? 'train' : has('--dev') ? 'dev' : 'test')
    : row.file.startsWith(only),
)

const app = await compose()
const count: Record<string, [number, number, number]> = {}
const add = (name: string, right: number, gold: number, found: number): void => {
  const [a, b, c] = count[name] ?? [0, 0, 0]
  count[name] = [a + right, b + gold, c + found]
}
const bins: { p: number; right: boolean }[] = []
for (const row of marked) {
  const given = { date: null, author: null, publisher: null, title: null, language: 'en' }
  const { doc, layers } = await app.readFile(
    Buffer.from(`${row.text}\n`),
    { uri: 'x.txt', mediaType: 'text/plain' },
    given,
  )
  const shift = doc.text.indexOf(row.text)
  for (const [name, n] of Object.entries(compareSpeech(row, layers.statements, shift))) add(`said: ${name}`, ...n)
  const events = layers.events.map((e) => ({
    ...e,
    trigger: { start: e.trigger.start - shift, end: e.trigger.end - shift },
  }))
  const open = new Set(row.events)
  const pairs = events.flatMap((e) => {
    const gold = [...open].find((g) => g.type === e.type && overlap(g.word, e.trigger))
    if (gold !== undefined) open.delete(gold)
    bins.push({ p: e.confidence, right: gold !== undefined })
    return gold === undefined ? [] : [{ e, gold }]
  })
  add('type', pairs.length, row.events.length, events.length)
  const words = new Set(row.events.filter((g) => events.some((e) => overlap(g.word, e.trigger))))
  add(
    'word',
    words.size,
    row.events.length,
    events.filter((e) => row.events.some((g) => overlap(g.word, e.trigger))).length +
      events.filter((e) => !row.events.some((g) => overlap(g.word, e.trigger))).length,
  )
  let both = 0
  for (const { e, gold } of pairs) {
    add('status', Number(e.status === gold.status), 1, 1)
    const side = (golds: readonly [number, number][], found: typeof e.actors): boolean => {
      const at = found.flatMap((s) =>
        s.span === null ? [] : [{ start: s.span.start - shift, end: s.span.end - shift }],
      )
      const right = golds.filter((g) => at.some((s) => overlap(g, s))).length
      add('sides', right, golds.length, found.length)
      return right === golds.length && found.length === golds.length
    }
    const reciprocal = gold.actors.length > 0 && JSON.stringify(gold.actors) === JSON.stringify(gold.recipients)
    both += Number(
      reciprocal
        ? side(gold.actors, [...e.actors, ...e.recipients])
        : [side(gold.actors, e.actors), side(gold.recipients, e.recipients)].every(Boolean),
    )
  }
  add('type and sides', both, row.events.length, events.length)
  if (has('--errors')) for (const g of open) console.log(`missed ${g.type} "${row.text.slice(...g.word)}": ${row.text}`)
  if (has('--errors'))
    for (const e of events.filter((e) => !pairs.some((p) => p.e === e)))
      console.log(
        `wrong  ${e.type} ${e.confidence} "${row.text.slice(e.trigger.start, e.trigger.end)}": ${row.text}\n       ${e.why}`,
      )
}
await app.dispose()
const f1 = ([right, gold, found]: [number, number, number]): string =>
  `P ${(right / Math.max(1, found)).toFixed(3)} R ${(right / Math.max(1, gold)).toFixed(3)} F1 ${((2 * right) / Math.max(1, gold + found)).toFixed(3)}`
for (const [name, n] of Object.entries(count)) console.log(name.padEnd(15), f1(n))
let ece = 0
for (let b = 0; b < 10; b++) {
  const own = bins.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === b)
  if (own.length === 0) continue
  const [mean, right] = [own.reduce((s, x) => s + x.p, 0) / own.length, own.filter((x) => x.right).length / own.length]
  ece += (own.length / bins.length) * Math.abs(mean - right)
  console.log(
    `confidence ${(b / 10).toFixed(1)}–${((b + 1) / 10).toFixed(1)}: ${own.length} events, said ${mean.toFixed(2)}, right ${right.toFixed(2)}`,
  )
}
console.log(`${marked.length} sentences; expected calibration error ${ece.toFixed(3)}`)
