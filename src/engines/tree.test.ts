import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTree } from './tree.ts'

/** Every tree over n words with one root, by brute force. */
function* trees(n: number): Generator<number[]> {
  const heads = new Array<number>(n).fill(0)
  const rooted = (): boolean =>
    heads.every((_, i) => {
      let v = i + 1
      for (let steps = 0; v !== 0; steps++) {
        if (steps > n) return false
        v = heads[v - 1]!
      }
      return true
    })
  const fill = function* (i: number): Generator<number[]> {
    if (i === n) {
      if (heads.filter((h) => h === 0).length === 1 && rooted()) yield [...heads]
      return
    }
    for (let h = 0; h <= n; h++) {
      if (h === i + 1) continue
      heads[i] = h
      yield* fill(i + 1)
    }
  }
  yield* fill(0)
}

describe('bestTree', () => {
  it('finds the best of all trees with one root', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 4 })
          .chain((n) =>
            fc
              .array(fc.integer({ min: -50, max: 50 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
              .map((s) => ({ n, s })),
          ),
        ({ n, s }) => {
          const score = (d: number, h: number) => s[(d - 1) * (n + 1) + h]!
          const total = (heads: readonly number[]) => heads.reduce((sum, h, i) => sum + score(i + 1, h), 0)
          const best = Math.max(...[...trees(n)].map(total))
          const found = bestTree(n, score)
          expect(found.filter((h) => h === 0)).toHaveLength(1)
          expect(total(found)).toBe(best)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives nothing for no words', () => expect(bestTree(0, () => 0)).toEqual([]))
})
