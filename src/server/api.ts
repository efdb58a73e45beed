import { Hono } from 'hono'
import { answerError } from './errors.ts'
import { guard, headers } from './guard.ts'
import type { Holdings } from './holdings.ts'
import type { Queue } from './queue.ts'
import { add } from './routes/add.ts'
import { documents } from './routes/documents.ts'
import { events } from './routes/events.ts'
import { problems } from './routes/problems.ts'
import { statements } from './routes/statements.ts'

/** The HTTP API over a record: one file a route; to add one, name it here. */
export function api(holdings: Holdings, queue: Queue, port: () => number) {
  const app = new Hono().onError(answerError).use(headers).use(guard(port))
  return app
    .route('/api/documents', documents(holdings))
    .route('/api/events', events(holdings))
    .route('/api/statements', statements(holdings))
    .route('/api/problems', problems(holdings))
    .route('/api/add', add(queue))
}

/** The API's routes as types: what `client.ts` knows. */
export type Api = ReturnType<typeof api>
