import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openReader } from './onnx.ts'

/** What fp32 said of some sentences when the model was exported (training/reader/export.py). */
interface Guarded {
  readonly words: string[]
  readonly upos: number[]
  readonly predicates: number[]
  readonly factuality: number[]
}
const folder = join(import.meta.dirname, '..', '..', 'models', 'reader')

test('int8 on this processor says what fp32 said', async () => {
  const guarded = JSON.parse(readFileSync(join(folder, 'guard.json'), 'utf8')) as Guarded[]
  const { labels } = JSON.parse(readFileSync(join(folder, 'reader.json'), 'utf8')) as { labels: { upos: string[] } }
  const reader = await openReader(folder)
  const share = { upos: [0, 0], predicates: [0, 0], factuality: [0, 0] }
  const count = (name: keyof typeof share, right: boolean): void => {
    share[name][0]! += Number(right)
    share[name][1]! += 1
  }
  for (const sentence of guarded) {
    const read = await reader.read(sentence.words)
    for (const part of read) {
      const [first] = part.words
      for (const [i, tag] of part.upos.entries()) count('upos', tag === labels.upos[sentence.upos[first + i]!])
      const predicates = new Map(part.frames.flatMap((f) => (f.kind === 'predicate' ? [[first + f.token - 1, f]] : [])))
      part.upos.forEach((_, i) => {
        const p = sentence.predicates[first + i]!
        const found = predicates.get(first + i)
        if (Math.abs(p - 0.5) > 0.2) count('predicates', p > 0.5 === (found !== undefined))
        if (found !== undefined)
          count('factuality', Math.abs(found.factuality - sentence.factuality[first + i]!) < 0.75)
      })
    }
  }
  await reader.close()
  for (const [right, all] of Object.values(share)) {
    expect(all).toBeGreaterThan(20)
    expect(right! / all!).toBeGreaterThan(0.95)
  }
})
