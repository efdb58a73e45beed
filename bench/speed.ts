import { readFileSync } from 'node:fs'
import { compose } from '../src/app/compose.ts'
import { given, textsNamed } from './texts.ts'

/** Reads every sample (or the files named) three times after a warm-up; prints sentences a second of the whole reading, the middle of three, as JSON. */
const files = textsNamed(process.argv.slice(2))

const began = performance.now()
const app = await compose()
const load = performance.now() - began
const texts: string[] = []
const pass = async (): Promise<{ sentences: number; seconds: number }> => {
  const start = performance.now()
  let sentences = 0
  texts.length = 0
  for (const file of files) {
    const { doc, layers } = await app.readFile(readFileSync(file), { uri: file, mediaType: null }, given)
    sentences += layers.sentences.length
    texts.push(...layers.sentences.map((s) => doc.text.slice(s.span.start, s.span.end)))
  }
  return { sentences, seconds: (performance.now() - start) / 1000 }
}
await pass()
const runs = [await pass(), await pass(), await pass()].sort((a, b) => a.seconds - b.seconds)
const { sentences, seconds } = runs[1]!
await app.dispose()
process.stdout.write(
  `${JSON.stringify({ sentences, perSecond: Number((sentences / seconds).toFixed(1)), loadMs: Math.round(load), peakMB: Math.round(process.resourceUsage().maxRSS / 1024), texts })}\n`,
)
