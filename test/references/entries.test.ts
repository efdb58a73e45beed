import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareEntry, entriesIn, f1, type Gold, sum } from './entries.ts'

const folder = join(import.meta.dirname, 'entries')
const tuning = entriesIn(folder)
const heldOut = entriesIn(join(folder, 'heldout'))
const score = (golds: readonly Gold[]): number => f1(sum(golds.map((g) => compareEntry(g).tally)))

describe('the entries', () => {
  it('are 25 in each of eight styles, half of them held out, none twice', () => {
    expect([...tuning.keys()]).toEqual([...heldOut.keys()])
    expect(tuning.size).toBe(8)
    for (const [style, golds] of tuning) expect([style, golds.length + heldOut.get(style)!.length]).toEqual([style, 25])
    const texts = [...tuning.values(), ...heldOut.values()].flat().map((g) => g.text)
    expect(new Set(texts).size).toBe(200)
  })
})

// A floor is what the reading reached when it was last raised, less a little.
describe('the fields of entries', () => {
  it.each([...tuning])('are read no worse than before: %s', (_, golds) => {
    const misses = golds.flatMap((g) => compareEntry(g).misses)
    expect(score(golds), JSON.stringify(misses, null, 1)).toBeGreaterThanOrEqual(0.97)
  })
  it('are read in those held out nearly as well', () => {
    expect(score([...heldOut.values()].flat())).toBeGreaterThanOrEqual(0.95)
  })
})
