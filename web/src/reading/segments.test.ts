import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, type Mark, segmentsOf } from './segments.ts'

const mark = (start: number, end: number, of = ''): Mark<string> => ({ span: { start, end }, of })

describe('segmentsOf', () => {
  it('cuts at every edge and keeps what covers each piece, the inner first', () => {
    const outer = mark(0, 10, 'outer')
    const inner = mark(2, 5, 'inner')
    const across = mark(4, 8, 'across')
    const told = segmentsOf({ start: 0, end: 12 }, [outer, inner, across]).map(
      (s) => [s.start, s.end, s.marks.map((m) => m.of).join(' ')] as const,
    )
    expect(told).toEqual([
      [0, 2, 'outer'],
      [2, 4, 'inner outer'],
      [4, 5, 'inner across outer'],
      [5, 8, 'across outer'],
      [8, 10, 'outer'],
      [10, 12, ''],
    ])
  })

  const marks = fc
    .array(fc.tuple(fc.nat(60), fc.nat(60)))
    .map((pairs) => pairs.map(([a, b]) => mark(Math.min(a, b), Math.max(a, b))))

  it('covers the stretch once, whatever the marks', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const pieces = segmentsOf({ start: 10, end: 50 }, list)
        expect(pieces[0]!.start).toBe(10)
        expect(pieces.at(-1)!.end).toBe(50)
        for (let i = 1; i < pieces.length; i++) expect(pieces[i]!.start).toBe(pieces[i - 1]!.end)
        for (const piece of pieces) {
          const covering = list.filter(({ span }) => span.start <= piece.start && piece.end <= span.end)
          expect(new Set(piece.marks)).toEqual(new Set(covering))
        }
      }),
    )
  })

  it('gives marks that overlap different lanes', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const lanes = [...lanesOf(list)]
        for (const [a, laneA] of lanes)
          for (const [b, laneB] of lanes)
            if (a !== b && a.span.start < b.span.end && b.span.start < a.span.end) expect(laneA).not.toBe(laneB)
      }),
    )
  })
})

describe('lanesOf', () => {
  it('lays the inner of two nested marks nearer to the words', () => {
    const [outer, inner] = [mark(0, 10), mark(3, 6)]
    const lanes = lanesOf([outer, inner])
    expect(lanes.get(inner)).toBe(0)
    expect(lanes.get(outer)).toBe(1)
  })
})
