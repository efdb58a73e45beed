import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { Store } from '../../store/index.ts'
import { statementRow } from '../rows.ts'
import { parsed, StatementQuery, statementFilter } from '../wire.ts'

/** Statements of the whole record, filtered, sorted and a page at a time. */
export const statements = (store: Store) =>
  new Hono().get(
    '/',
    validator('query', (value) => parsed(StatementQuery, value)),
    (c) => {
      const filter = statementFilter(c.req.valid('query'))
      const { total, rows } = store.statements(filter)
      return c.json({ total, offset: filter.offset, rows: rows.map(statementRow) })
    },
  )
