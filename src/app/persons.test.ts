import { describe, expect, it } from 'vitest'
import { merging, type Ruling } from '../review/index.ts'
import { openStore } from '../store/index.ts'
import { activity, madeReading } from '../store/made.fixture.ts'
import { decide } from './decide.ts'
import { knownPersons } from './persons.ts'

describe('the persons of a record', () => {
  const store = openStore(':memory:')
  const read = (seed: number) => store.save(madeReading(seed, 6), activity, '2025-01-01T00:00:00Z')

  it('are kept until the record takes in a reading or a decision', () => {
    read(1)
    const first = knownPersons(store)
    expect(knownPersons(store)).toBe(first)
    read(2)
    const second = knownPersons(store)
    expect(second.persons.flatMap((p) => p.records)).toHaveLength(2)
    expect(knownPersons(store)).toBe(second)
    decide(store, 'person', merging(second.persons), { by: 'a reader', at: '2025-01-02T00:00:00Z', reason: 'a test' })
    expect(knownPersons(store)).not.toBe(second)
  })

  it('are told by the decisions taken since', () => {
    const { persons } = knownPersons(store)
    const [one, other] = persons.flatMap((p) => p.records.map((r) => r.id))
    const ruling: Ruling = { kind: 'unmerged', findings: [one!], from: [other!] }
    decide(store, 'person', ruling, { by: 'a reader', at: '2025-01-03T00:00:00Z', reason: 'two envoys' })
    expect(knownPersons(store).persons).toHaveLength(2)
  })
})
