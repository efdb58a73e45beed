import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { Store } from '../../store/index.ts'
import { eventRow } from '../rows.ts'
import { EventQuery, eventFilter, parsed } from '../wire.ts'

/** Events of the whole record, filtered, sorted and a page at a time. */
export const events = (store: Store) =>
  new Hono().get(
    '/',
    validator('query', (value) => parsed(EventQuery, value)),
    (c) => {
      const filter = eventFilter(c.req.valid('query'))
      const { total, tellings, rows } = store.events(filter)
      return c.json({ total, tellings, offset: filter.offset, rows: rows.map(eventRow) })
    },
  )
