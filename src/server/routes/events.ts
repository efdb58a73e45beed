import { Hono } from 'hono'
import { validator } from 'hono/validator'
import { decide } from '../../app/decide.ts'
import { DragomanError } from '../../model/index.ts'
import { type Happening, happeningsOf, type Ruling } from '../../review/index.ts'
import type { Store } from '../../store/index.ts'
import { eventRow } from '../rows.ts'
import type { Sign } from '../signed.ts'
import { EventQuery, eventFilter, PartBody, parsed } from '../wire.ts'

/** Events of the whole record, filtered, sorted and a page at a time; and decisions that tellings are of two happenings. */
export const events = (store: Store, sign: Sign) =>
  new Hono()
    .get(
      '/',
      validator('query', (value) => parsed(EventQuery, value)),
      (c) => {
        const filter = eventFilter(c.req.valid('query'))
        const { total, tellings, rows } = store.events(filter)
        return c.json({ total, tellings, offset: filter.offset, rows: rows.map(eventRow) })
      },
    )
    .post(
      '/unmerge',
      validator('json', (value) => parsed(PartBody, value)),
      (c) => {
        const { telling, from, reason } = c.req.valid('json')
        const ruling: Ruling = { kind: 'unmerged', findings: [telling], from: othersOf(store, telling, from) }
        return c.json({ decision: decide(store, 'event', ruling, sign(reason)) })
      },
    )

/** Those of `wanted`, or all, that are told with a telling as one happening. Throws `not-found`, `bad-request`. */
function othersOf(store: Store, telling: string, wanted: readonly string[]): string[] {
  const others = happeningOf(store, telling)
    .tellings.map((t) => t.id)
    .filter((id) => id !== telling)
  if (wanted.some((id) => !others.includes(id)))
    throw new DragomanError('bad-request', 'these are not told as one happening; load the page again')
  if (others.length === 0) throw new DragomanError('bad-request', 'this happening is told once')
  return wanted.length > 0 ? [...wanted] : others
}

function happeningOf(store: Store, telling: string): Happening {
  const doc = store.happening(telling)?.doc
  const reading = doc === undefined ? null : store.reading(doc)
  const happening =
    reading === null
      ? undefined
      : happeningsOf(reading, store.decisions('event')).find(({ tellings }) => tellings.some((t) => t.id === telling))
  if (happening === undefined) throw new DragomanError('not-found', 'the record has no event of that id')
  return happening
}
