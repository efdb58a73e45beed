import type { MiddlewareHandler } from 'hono'
import { DragomanError } from '../model/index.ts'

/** What a page from here may do: its own scripts, styles and requests, nothing inline, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const HEADERS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

const NAMES = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Turns away whoever is not a page of this machine: the Host must be a loopback name with our port (a rebound DNS name is none),
 * the Origin, where a browser gives one, must be ours, and no other site may ask.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = NAMES.flatMap((name) => (port() === 80 ? [name, `${name}:80`] : [`${name}:${port()}`]))
    const host = c.req.header('host')?.toLowerCase()
    if (host === undefined || !hosts.includes(host))
      throw new DragomanError(
        'wrong-host',
        `open the workbench as http://127.0.0.1:${port()}/, not as ${host ?? 'no host'}`,
      )
    const origin = c.req.header('origin')
    if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`))
      throw new DragomanError('wrong-origin', `pages of ${origin} may not use this record`)
    const site = c.req.header('sec-fetch-site')
    if (c.req.path.startsWith('/api/') && (site === 'cross-site' || site === 'same-site'))
      throw new DragomanError('wrong-origin', 'pages of other sites may not use this record')
    await next()
  }
}

/** Puts the headers that keep a document's content inert on every answer, errors included. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of HEADERS) c.header(name, value)
}
