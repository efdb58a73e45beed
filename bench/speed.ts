import { readFileSync } from 'node:fs'
import { compose, stages } from '../src/app/compose.ts'
import { given, textsNamed } from './texts.ts'

/** Reads every sample (or the files named) three times after a warm-up; prints sentences a second of the whole reading and of the language model alone, the middle of three, as JSON. */
const files = textsNamed(process.argv.slice(2))

const began = performance.now()
const app = await compose()
const load = performance.now() - began
const texts: string[] = []
let model = 0
const parse = stages.find((stage) => stage.name === 'parse')!
const run = parse.run as (...args: unknown[]) => Promise<unknown>
Object.assign(parse, {
  async run(...args: unknown[]) {
    const start = performance.now()
    const result = await run(...args)
    model += performance.now() - start
    return result
  },
})
const pass = async (): Promise<{ sentences: number; seconds: number; model: number }> => {
  const start = performance.now()
  let sentences = 0
  model = 0
  texts.length = 0
  for (const file of files) {
    const { doc, layers } = await app.readFile(readFileSync(file), { uri: file, mediaType: null }, given)
    sentences += layers.sentences.length
    texts.push(...layers.sentences.map((s) => doc.text.slice(s.span.start, s.span.end)))
  }
  return { sentences, seconds: (performance.now() - start) / 1000, model: model / 1000 }
}
await pass()
const runs = [await pass(), await pass(), await pass()].sort((a, b) => a.seconds - b.seconds)
const { sentences, seconds, model: inModel } = runs[1]!
const aSecond = (taken: number): number => Number((sentences / taken).toFixed(1))
await app.dispose()
process.stdout.write(
  `${JSON.stringify({ sentences, perSecond: aSecond(seconds), modelPerSecond: aSecond(inModel), loadMs: Math.round(load), peakMB: Math.round(process.resourceUsage().maxRSS / 1024), texts })}\n`,
)
