import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { decide } from '../../app/decide.ts'
import { DragomanError, type RecordedDecision, Subject } from '../../model/index.ts'
import type { Ruling } from '../../review/index.ts'
import type { Store } from '../../store/index.ts'
import type { Sign } from '../signed.ts'
import { parsed, ReasonBody } from '../wire.ts'

/** Undoes a decision by a newer one that says the contrary; both stay in the ledger. */
export const decisions = (store: Store, sign: Sign) =>
  new Hono().post(
    '/:number/undo',
    validator('json', (value) => parsed(ReasonBody, value)),
    (c) => {
      const { what, findings, from } = partingOf(store, Number(c.req.param('number')))
      const ruling: Ruling = { kind: 'merged', findings: [...findings, ...from] }
      return c.json({ decision: decide(store, what, ruling, sign(c.req.valid('json').reason)) })
    },
  )

type Parting = Extract<RecordedDecision, { kind: 'unmerged' }>

/** The decision of that number, which must part findings. Throws `not-found`, `bad-request`. */
function partingOf(store: Store, number: number): Parting {
  const decision = Subject.options.flatMap((what) => store.decisions(what)).find((d) => d.number === number)
  if (decision === undefined) throw new DragomanError('not-found', 'the record has no decision of that number')
  if (decision.kind === 'unmerged') return decision
  throw new DragomanError('bad-request', 'that decision made findings one; it is undone by parting one of them')
}
