import { describe, expect, it } from 'vitest'
import type { RecordedDecision } from '../model/index.ts'
import { decided, type Ruling } from '../review/index.ts'
import { partedStill } from './parted.ts'

const made = { what: 'event', by: 'a reader', at: '2026-01-01T00:00:00Z', reason: '' } as const
const ledger = (...rulings: Ruling[]): RecordedDecision[] =>
  rulings.map((ruling, i) => ({ ...decided(ruling, made, []), number: i + 1 }))
const unmerged = (findings: string, from: string): Ruling => ({
  kind: 'unmerged',
  findings: findings.split(''),
  from: from.split(''),
})
/** What is held apart where the groups are as given, in short: '1 a|bc'. */
const still = (groups: string, ...rulings: Ruling[]): string[] => {
  const all = groups.split(' ')
  const parted = partedStill(ledger(...rulings), (id) => all.find((group) => group.includes(id)) ?? null)
  return parted.map((p) => `${p.decision.number} ${p.findings.join('')}|${p.from.join('')}`)
}

describe('what is held apart', () => {
  it('is what was parted and stands in two groups', () => {
    expect(still('a bc d', unmerged('a', 'bc'))).toEqual(['1 a|bc'])
    expect(still('ab c d', unmerged('a', 'bc'))).toEqual(['1 a|c'])
  })

  it('is nothing that was made one since, that no reading holds, or that was never decided', () => {
    expect(still('ab', unmerged('a', 'b'))).toEqual([])
    expect(still('b', unmerged('a', 'b'))).toEqual([])
    expect(still('a b', { kind: 'merged', findings: ['a', 'b'] })).toEqual([])
  })

  it('is told once, by the newest decision', () => {
    expect(still('a b c', unmerged('a', 'bc'), unmerged('b', 'a'))).toEqual(['2 b|a', '1 a|c'])
  })
})
