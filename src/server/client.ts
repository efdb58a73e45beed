import { hc } from 'hono/client'
import type { Api } from './api.ts'
import type { ErrorBody } from './errors.ts'

/** The API, typed from its routes. `base` is the server's origin. */
export const client = (base: string) => hc<Api>(base)

/** An answer that is an error, with the server's code and message. */
export class ApiError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.code = code
  }
}

/** The body of a good answer; throws ApiError for any other, `unreachable` when nothing answers. */
export async function answer<T>(request: Promise<{ readonly ok: boolean; json(): Promise<T> }>): Promise<T> {
  const response = await request.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('unreachable', 'Dragoman does not answer. Start it again with “npm start”.')
  })
  if (response.ok) return response.json()
  const body = (await response.json().catch(() => null)) as ErrorBody | null
  throw new ApiError(body?.error.code ?? 'internal', body?.error.message ?? 'the server gave no reason')
}
