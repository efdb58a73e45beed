import { Hono } from 'hono'
import type { Store } from '../store/index.ts'
import { answerError } from './errors.ts'
import { guard, headers } from './guard.ts'
import type { Queue } from './queue.ts'
import { add } from './routes/add.ts'
import { decisions } from './routes/decisions.ts'
import { documents } from './routes/documents.ts'
import { events } from './routes/events.ts'
import { members } from './routes/members.ts'
import { persons } from './routes/persons.ts'
import { problems } from './routes/problems.ts'
import { references } from './routes/references.ts'
import { statements } from './routes/statements.ts'
import { signedAt } from './signed.ts'

/** The HTTP API over a record: one file a route; to add one, name it here. */
export function api(store: Store, queue: Queue, port: () => number) {
  const app = new Hono().onError(answerError).use(headers).use(guard(port))
  const sign = signedAt(() => new Date())
  return app
    .route('/api/documents', documents(store))
    .route('/api/documents', references(store))
    .route('/api/events', events(store, sign))
    .route('/api/statements', statements(store))
    .route('/api/persons', persons(store, sign))
    .route('/api/decisions', decisions(store, sign))
    .route('/api/members', members)
    .route('/api/problems', problems(store))
    .route('/api/add', add(queue))
}

/** The API's routes as types: what `client.ts` knows. */
export type Api = ReturnType<typeof api>
