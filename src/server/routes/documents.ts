import { Hono } from 'hono'
import { DragomanError } from '../../model/index.ts'
import type { Holdings } from '../holdings.ts'

/** The library, and one document with its entries. */
export const documents = (holdings: Holdings) =>
  new Hono()
    .get('/', (c) => c.json({ documents: holdings.documents() }))
    .get('/:id', (c) => {
      const reading = holdings.reading(c.req.param('id'))
      if (reading === null) throw new DragomanError('not-found', 'the record has no document of that id')
      return c.json(reading)
    })
