import { describe, expect, it } from 'vitest'
import type { EventRecord, Recall, RecordedDecision, TellingLink } from '../model/index.ts'
import { happeningsOf, joinsOf, type Told } from './happenings.ts'

const event = (id: string, start: number) => ({ id, trigger: { start, end: start + 1 } }) as EventRecord
const recall = (id: string, start: number) => ({ id, span: { start, end: start + 1 } }) as Recall
const link = (a: string, b: string, probability = 0.9): TellingLink => ({
  findings: [a, b],
  kind: 'same',
  probability,
  grounds: [],
})
const told: Told = {
  events: [event('e1', 0), event('e2', 20), event('e3', 40)],
  recalls: [recall('r1', 10)],
  tellingLinks: [link('e1', 'r1'), link('e1', 'e2', 0.8)],
}
const unmerged = (findings: string[], from: string[]): RecordedDecision => ({
  kind: 'unmerged',
  findings,
  from,
  what: 'event',
  by: 'a reader',
  at: '2026-01-01T00:00:00Z',
  reason: '',
  supersedes: null,
  number: 1,
})
const groups = (decisions: RecordedDecision[] = []) =>
  happeningsOf(told, decisions).map((h) => [h.id, ...h.tellings.map((t) => t.id)].join(' '))

describe('happenings', () => {
  it('hold their tellings in the order of the text, under the event told first', () =>
    expect(groups()).toEqual(['e1 e1 r1 e2', 'e3 e3']))

  it('are parted by decisions; words that point back at nothing any more are none', () => {
    expect(groups([unmerged(['e2'], ['e1', 'r1'])])).toEqual(['e1 e1 r1', 'e2 e2', 'e3 e3'])
    expect(groups([unmerged(['r1'], ['e1', 'e2'])])).toEqual(['e1 e1 e2', 'e3 e3'])
  })

  it('tell what joins each telling', () => {
    const [first] = happeningsOf(told, [])
    expect(joinsOf(first!, 'r1')).toEqual([{ by: 'evidence', link: told.tellingLinks[0] }])
    expect(joinsOf(first!, 'e1')).toHaveLength(2)
  })
})
