import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { Holdings } from '../holdings.ts'
import { parsed, StatementQuery } from '../wire.ts'

/** Statements of the whole record, filtered, sorted and a page at a time. */
export const statements = (holdings: Holdings) =>
  new Hono().get(
    '/',
    validator('query', (value) => parsed(StatementQuery, value)),
    (c) => c.json(holdings.statements(c.req.valid('query'))),
  )
