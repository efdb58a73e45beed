import { describe, expect, it } from 'vitest'
import { plover } from './plover.ts'

describe('PLOVER as data', () => {
  it('has sixteen types in four quads', () => {
    expect(plover.types.size).toBe(16)
    const quads = [...plover.types.values()].map((type) => type.quad)
    expect([1, 2, 3, 4].map((quad) => quads.filter((each) => each === quad).length)).toEqual([4, 3, 4, 5])
  })

  it('asks for a recipient of COOPERATE, AID and SANCTION only', () => {
    const needing = [...plover.types].filter(([, type]) => type.needsRecipient).map(([name]) => name)
    expect(needing.sort()).toEqual(['AID', 'COOPERATE', 'SANCTION'])
  })

  it('scores within −10 and 10, and conflict never above cooperation', () => {
    const scores = (quads: number[]) =>
      [...plover.types.values()].filter((t) => quads.includes(t.quad)).map((t) => t.score)
    expect(Math.min(...scores([1, 2]))).toBeGreaterThan(Math.max(...scores([3, 4])))
    for (const score of scores([1, 2, 3, 4])) expect(Math.abs(score)).toBeLessThanOrEqual(10)
  })

  it('names each context once', () => {
    expect(plover.contexts).toHaveLength(new Set(plover.contexts).size)
    expect(plover.contexts).toContain('diplomatic')
  })
})
