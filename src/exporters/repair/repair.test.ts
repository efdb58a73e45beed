import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from './diff.ts'
import { edited } from './edits.ts'
import { renumbered } from './numbers.ts'
import { finder } from './places.ts'

const print = (marker: string, from: number[], to: number[]): string | null => {
  const edits = renumbered(marker, from, to)
  return edits === null ? null : edited(marker, edits)
}

describe('a marker’s numbers', () => {
  it.each([
    ['[3]', [3], [4], '[4]'],
    ['[ 3 ]', [3], [14], '[ 14 ]'],
    ['[^12]', [12], [9], '[^9]'],
    ['12', [12], [13], '13'],
    ['¹²', [12], [8], '⁸'],
    ['[3, 5–7]', [3, 5, 6, 7], [4, 6, 7, 8], '[4, 6–8]'],
    ['[3, 5–7]', [3, 5, 6, 7], [3, 5, 6, 8], '[3, 5, 6, 8]'],
    ['[1;2]', [1, 2], [2, 1], '[2;1]'],
    ['[1-3]', [1, 2, 3], [1, 7, 9], '[1, 7, 9]'],
    ['[3]–[5]', [3, 4, 5], [4, 5, 6], '[4]–[6]'],
    ['[3, p. 12]', [3], [4], '[4, p. 12]'],
    ['[<a href="#r3">3</a>]', [3], [4], '[<a href="#r3">4</a>]'],
    ['\\[3\\]', [3], [4], '\\[4\\]'],
    ['¹,²', [1, 2], [4, 5], '⁴,⁵'],
  ])('%s of %j become %j: %s', (marker, from, to, made) => {
    expect(print(marker, from, to)).toBe(made)
  })

  it.each([
    ['(Keller 2015)', [2]],
    ['[4]', [3]],
    ['[3, p. 12]', [3, 12]],
    ['[see 3]', [3]],
  ])('%s is left alone when it does not print %j', (marker, from) => {
    expect(
      renumbered(
        marker,
        from,
        from.map((n) => n + 1),
      ),
    ).toBeNull()
  })

  it('do not replace a list with tags in it by one without', () => {
    expect(renumbered('[<b>1</b>–3]', [1, 2, 3], [1, 7, 9])).toBeNull()
  })
})

describe('places', () => {
  const at = (text: string, marker: string, nth = 0) => {
    let start = -1
    for (let i = 0; i <= nth; i++) start = text.indexOf(marker, start + 1)
    return { start, end: start + marker.length }
  }
  const found = (source: string, text: string, marker: string, nth = 0) => {
    const place = finder(source, text)(at(text, marker, nth))
    return place === null ? null : [source.slice(place.start, place.end), place.start]
  }

  it('are found behind marks, tags, other spaces and other figures', () => {
    expect(found('It *rained*.[^1] It **poured**.[^2]', 'It rained.[1] It poured.[2]', '[2]')).toEqual(['[^2]', 31])
    expect(found('It\nrained.<sup>12</sup> So', 'It rained.¹² So', '¹²')).toEqual(['12', 15])
    expect(found('It rained \\[1\\].', 'It rained [1].', '[1]')).toEqual(['\\[1\\]'.slice(1), 11])
  })

  it('are told apart by what stands before, and by order where that is alike', () => {
    const text = 'It rained.[1] It poured.[1] It rained.[1]'
    expect([0, 1, 2].map((n) => found(text, text, '[1]', n)?.[1])).toEqual([10, 24, 38])
  })

  it('are not guessed where the source has one more', () => {
    expect(found('a.[1] a.[1]', 'a.[1]', '[1]')).toBeNull()
    expect(found('It was in 112.12', 'It was.12', '12')).toBeNull()
  })

  it('stay fast on hostile text', () => {
    const text = `${'*'.repeat(50_000)}[1] ${'<'.repeat(50_000)}[1] ${'[1] '.repeat(20_000)}`
    const started = process.cpuUsage()
    finder(text, text)(at(text, '[1]', 3))
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000)
  })
})

describe('a unified diff', () => {
  it('shows changed lines with three around them, and joins what is near', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`)
    const after = lines.map((l, i) => (i === 4 || i === 5 || i === 8 ? l.toUpperCase() : l))
    expect(unifiedDiff(`${lines.join('\n')}\n`, `${after.join('\n')}\n`, { from: 'a', to: 'b' })).toBe(
      [
        '--- a',
        '+++ b',
        '@@ -2,11 +2,11 @@',
        ...[' line 2', ' line 3', ' line 4', '-line 5', '-line 6', '+LINE 5', '+LINE 6'],
        ...[' line 7', ' line 8', '-line 9', '+LINE 9', ' line 10', ' line 11', ' line 12'],
        '',
      ].join('\n'),
    )
  })

  it('is empty when nothing changed', () => {
    fc.assert(fc.property(fc.string(), (text) => unifiedDiff(text, text, { from: 'a', to: 'b' }) === ''))
  })
})
