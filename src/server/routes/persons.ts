import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { decide } from '../../app/decide.ts'
import { type Known, knownPersons } from '../../app/persons.ts'
import { DragomanError, type RecordedDecision } from '../../model/index.ts'
import { type Identity, merging, parting } from '../../review/index.ts'
import type { Store } from '../../store/index.ts'
import { partedStill } from '../parted.ts'
import { personRow } from '../rows.ts'
import type { Sign } from '../signed.ts'
import { MergeBody, type PersonView, parsed, UnmergeBody } from '../wire.ts'

/** The persons of the record across its documents, and decisions on who is one with whom. */
export const persons = (store: Store, sign: Sign) =>
  new Hono()
    .get('/', (c) => {
      const { persons, proposals } = knownPersons(store)
      const rows = persons.map(personRow).sort((a, b) => b.documents - a.documents || b.mentions - a.mentions)
      return c.json({ persons: rows, proposals: proposals.length })
    })
    .get('/:id', (c) => c.json(personView(knownPersons(store), store.decisions('person'), c.req.param('id'))))
    .post(
      '/merge',
      validator('json', (value) => parsed(MergeBody, value)),
      (c) => {
        const { persons, reason } = c.req.valid('json')
        const known = knownPersons(store)
        return c.json({
          decision: decide(store, 'person', merging(persons.map((id) => personOf(known, id))), sign(reason)),
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
        return c.json({ decision: decide(store, 'person', ruling, sign(reason)) })
      },
    )

function personOf({ persons }: Known, id: string): Identity {
  const person = persons.find((p) => p.records.some((r) => r.id === id))
  if (person === undefined) throw new DragomanError('not-found', 'the record has no person of that id')
  return person
}

function personView(known: Known, decisions: readonly RecordedDecision[], id: string): PersonView {
  const person = personOf(known, id)
  const ids = new Set(person.records.map((r) => r.id))
  const groups = new Map(known.persons.flatMap((p) => p.records.map((r) => [r.id, p] as const)))
  return {
    person,
    proposals: known.proposals.flatMap((link) => {
      const [mine, other] = link.findings.toSorted((a, b) => Number(ids.has(b)) - Number(ids.has(a)))
      return ids.has(mine!) ? [{ ...link, other: personRow(personOf(known, other!)) }] : []
    }),
    parted: partedStill(decisions, (finding) => groups.get(finding)?.id ?? null).flatMap(
      ({ decision, findings, from }) => {
        const others = findings.some((f) => ids.has(f)) ? from : from.some((f) => ids.has(f)) ? findings : []
        const persons = new Set(others.map((f) => groups.get(f)!).filter((p) => p !== person))
        return persons.size === 0 ? [] : [{ decision, others: [...persons].map(personRow) }]
      },
    ),
    documents: Object.fromEntries(known.documents),
  }
}
