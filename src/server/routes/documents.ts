import { Hono } from 'hono'
import { DragomanError } from '../../model/index.ts'
import type { Store } from '../../store/index.ts'
import { documentRow, readingView } from '../rows.ts'

/** The library, and one document with its entries. */
export const documents = (store: Store) =>
  new Hono()
    .get('/', (c) => c.json({ documents: store.documents().map(documentRow) }))
    .get('/:id', (c) => {
      const reading = store.reading(c.req.param('id'))
      if (reading === null) throw new DragomanError('not-found', 'the record has no document of that id')
      return c.json(readingView(reading, store.decisions('event')))
    })
