import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { decide } from '../../app/decide.ts'
import { type Known, knownPersons } from '../../app/persons.ts'
import { DragomanError } from '../../model/index.ts'
import { type Identity, merging, parting } from '../../review/index.ts'
import type { Store } from '../../store/index.ts'
import { personRow } from '../rows.ts'
import { MergeBody, type PersonView, parsed, UnmergeBody } from '../wire.ts'

/** The persons of the record across its documents, and decisions on who is one with whom. */
export const persons = (store: Store, now: () => Date) => {
  const made = (reason: string) => ({ by: 'the workbench', at: now().toISOString(), reason })
  return new Hono()
    .get('/', (c) => {
      const { persons, proposals } = knownPersons(store)
      const rows = persons.map(personRow).sort((a, b) => b.documents - a.documents || b.mentions - a.mentions)
      return c.json({ persons: rows, proposals: proposals.length })
    })
    .get('/:id', (c) => c.json(personView(knownPersons(store), c.req.param('id'))))
    .post(
      '/merge',
      validator('json', (value) => parsed(MergeBody, value)),
      (c) => {
        const { persons, reason } = c.req.valid('json')
        const known = knownPersons(store)
        return c.json({
          decision: decide(store, 'person', merging(persons.map((id) => personOf(known, id))), made(reason)),
        })
      },
    )
    .post(
      '/unmerge',
      validator('json', (value) => parsed(UnmergeBody, value)),
      (c) => {
        const { record, from, reason } = c.req.valid('json')
        const ruling = parting(personOf(knownPersons(store), record), [record], from)
        if (ruling.kind === 'unmerged' && ruling.from.length === 0)
          throw new DragomanError('bad-request', 'this person is one with nobody')
        return c.json({ decision: decide(store, 'person', ruling, made(reason)) })
      },
    )
}

function personOf({ persons }: Known, id: string): Identity {
  const person = persons.find((p) => p.records.some((r) => r.id === id))
  if (person === undefined) throw new DragomanError('not-found', 'the record has no person of that id')
  return person
}

function personView(known: Known, id: string): PersonView {
  const person = personOf(known, id)
  const ids = new Set(person.records.map((r) => r.id))
  return {
    person,
    proposals: known.proposals.flatMap((link) => {
      const [mine, other] = link.findings.toSorted((a, b) => Number(ids.has(b)) - Number(ids.has(a)))
      return ids.has(mine!) ? [{ ...link, other: personRow(personOf(known, other!)) }] : []
    }),
    documents: Object.fromEntries(known.documents),
  }
}
