import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordedDecision } from '../model/index.ts'
import { decided, foldDecisions, type Link, type Ruling } from './fold.ts'

const made = { what: 'person', by: 'a reader', at: '2026-01-01T00:00:00Z', reason: 'the letters say so' } as const

/** Rulings as decisions in the order in which they were made, numbered from 1. */
function ledger(...rulings: readonly Ruling[]): RecordedDecision[] {
  const out: RecordedDecision[] = []
  for (const ruling of rulings) out.push({ ...decided(ruling, made, out), number: out.length + 1 })
  return out
}
const merged = (...findings: string[]): Ruling => ({ kind: 'merged', findings })
const unmerged = (findings: string[], from: string[]): Ruling => ({ kind: 'unmerged', findings, from })
const link = (a: string, b: string, probability = 0.9): Link => ({ findings: [a, b], probability })

const fold = (
  findings: string,
  decisions: readonly RecordedDecision[],
  links: readonly Link[] = [],
  apart: readonly string[] = [],
) =>
  foldDecisions(
    { findings: findings.split(''), links, apart: (a, b) => apart.includes(a + b) || apart.includes(b + a) },
    decisions,
  )
/** The groups in short: 'ab c'. */
const groups = (...given: Parameters<typeof fold>): string =>
  fold(...given)
    .groups.map((g) => g.members.join(''))
    .join(' ')

describe('decisions folded over findings', () => {
  it.each([
    ['nothing decided', [], 'a b c d'],
    ['a merge', [merged('a', 'c')], 'ac b d'],
    ['merges that meet', [merged('a', 'c'), merged('c', 'd')], 'acd b'],
    ['a merge undone', [merged('a', 'c'), unmerged(['a'], ['c'])], 'a b c d'],
    ['a merge undone and done again', [merged('a', 'c'), unmerged(['a'], ['c']), merged('a', 'c')], 'ac b d'],
    ['one taken out of three', [merged('a', 'b', 'c'), unmerged(['a'], ['b', 'c'])], 'a bc d'],
    ['two parted, each with its own', [merged('a', 'b'), merged('b', 'c'), unmerged(['a'], ['c'])], 'a bc d'],
    ['parted before a merge that says otherwise', [unmerged(['a'], ['b']), merged('a', 'b', 'c')], 'abc d'],
  ] as [string, Ruling[], string][])('%s', (_, rulings, expected) => {
    expect(groups('abcd', ledger(...rulings))).toBe(expected)
  })

  it('go before evidence, and the stronger evidence before the weaker', () => {
    expect(groups('abc', [], [link('a', 'b')])).toBe('ab c')
    expect(groups('abc', ledger(unmerged(['a'], ['b'])), [link('a', 'b')])).toBe('a b c')
    expect(groups('abc', ledger(unmerged(['a'], ['b'])), [link('a', 'c', 0.91), link('b', 'c', 0.95)])).toBe('a bc')
    expect(groups('abc', [], [link('a', 'c', 0.97), link('b', 'c', 0.95)], ['ab'])).toBe('ac b')
  })

  it('may join what evidence keeps apart', () => {
    expect(groups('abc', ledger(merged('a', 'b')), [], ['ab'])).toBe('ab c')
  })

  it('stay with the group, and so does the evidence', () => {
    const decisions = ledger(merged('a', 'b'))
    const links = [link('b', 'c'), link('a', 'c', 0.92)]
    const [first] = fold('abc', decisions, links).groups
    expect(first).toEqual({
      members: ['a', 'b', 'c'],
      joins: [
        { by: 'decision', decision: decisions[0] },
        { by: 'evidence', link: links[1] },
        { by: 'evidence', link: links[0] },
      ],
    })
    expect(fold('abc', []).groups[0]!.joins).toEqual([])
  })

  it('are orphaned when a finding is gone, and still count for the others', () => {
    const decisions = ledger(merged('a', 'x', 'b'), unmerged(['y'], ['c']), merged('c', 'd'))
    const folded = fold('abcd', decisions, [link('a', 'z')])
    expect(folded.groups.map((g) => g.members)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(folded.orphaned).toEqual([
      { decision: decisions[0], missing: ['x'] },
      { decision: decisions[1], missing: ['y'] },
    ])
  })

  it('supersede the newest that says the contrary of the same findings', () => {
    const rulings = [
      merged('a', 'b', 'c'),
      merged('a', 'd'),
      unmerged(['a'], ['c', 'd']),
      merged('b', 'c'),
      merged('c', 'a'),
    ]
    expect(ledger(...rulings).map((d) => d.supersedes)).toEqual([null, null, 2, null, 3])
  })

  it('leave every finding in one group, hold what was decided last, and do not hang on the order of links', () => {
    const id = fc.constantFrom(...'abcdefg')
    const ids = fc.uniqueArray(id, { minLength: 2, maxLength: 4 })
    const ruling = fc.oneof(
      ids.map((all) => merged(...all)),
      ids.map(([first, ...others]) => unmerged([first!], others)),
    )
    const links = fc.uniqueArray(
      ids.map(([a, b]) => [a!, b!] as const),
      { selector: ([a, b]) => [a, b].sort().join(''), maxLength: 8 },
    )
    fc.assert(
      fc.property(fc.array(ruling, { maxLength: 6 }), links, (rulings, pairs) => {
        const weighed = pairs.map(([a, b], i) => link(a, b, 0.99 - i / 100))
        const folded = groups('abcdefg', ledger(...rulings), weighed)
        expect(folded.replaceAll(' ', '').split('').sort().join('')).toBe('abcdefg')
        expect(groups('abcdefg', ledger(...rulings), weighed.toReversed())).toBe(folded)
        const last = rulings.at(-1)
        const together = (a: string, b: string) => folded.split(' ').some((g) => g.includes(a) && g.includes(b))
        if (last?.kind === 'merged') expect(together(last.findings[0]!, last.findings[1]!)).toBe(true)
        if (last?.kind === 'unmerged') expect(together(last.findings[0]!, last.from[0]!)).toBe(false)
      }),
    )
  })
})
