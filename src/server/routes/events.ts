import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { Holdings } from '../holdings.ts'
import { EventQuery, parsed } from '../wire.ts'

/** Events of the whole record, filtered, sorted and a page at a time. */
export const events = (holdings: Holdings) =>
  new Hono().get(
    '/',
    validator('query', (value) => parsed(EventQuery, value)),
    (c) => c.json(holdings.events(c.req.valid('query'))),
  )
