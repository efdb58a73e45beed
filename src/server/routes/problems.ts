import { Hono } from 'hono'
import type { Store } from '../../store/index.ts'
import type { ProblemRow } from '../wire.ts'

/** Every problem with the document that it is in, and the files that could not be read at all. */
export const problems = (store: Store) =>
  new Hono().get('/', (c) =>
    c.json({
      problems: store
        .documents()
        .flatMap(({ doc, name, problems }) =>
          problems.map((problem): ProblemRow => ({ ...problem, doc: doc.id, name })),
        ),
      failures: store.failures(),
    }),
  )
