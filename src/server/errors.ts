import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { DragomanError } from '../model/index.ts'

/** The answer to each kind of trouble; a code that is not here is the reader's fault with the document (422). */
const STATUS: Readonly<Record<string, ContentfulStatusCode>> = {
  'bad-request': 400,
  'wrong-host': 403,
  'wrong-origin': 403,
  'not-found': 404,
  'file-needed': 409,
  'too-large': 413,
  'queue-full': 429,
  'model-missing': 503,
  'model-broken': 503,
  'codebook-broken': 503,
  'database-busy': 503,
  'disk-full': 507,
}

/** What every error says on the wire. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string }
}

/** The code and the message of anything thrown; what is not ours is `internal`, and its message is kept. */
export function troubleOf(error: unknown): { code: string; message: string } {
  if (error instanceof DragomanError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

/** The one place where errors become answers. */
export const answerError: ErrorHandler = (error, c) => {
  if (error instanceof HTTPException)
    return c.json({ error: { code: 'bad-request', message: error.message } } satisfies ErrorBody, error.status)
  const trouble = troubleOf(error)
  const status = trouble.code === 'internal' ? 500 : (STATUS[trouble.code] ?? 422)
  return c.json({ error: trouble } satisfies ErrorBody, status)
}
