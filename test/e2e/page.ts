import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Reading } from '../../src/model/index.ts'
import { listen } from '../../src/server/listen.ts'
import { openQueue } from '../../src/server/queue.ts'
import { plainReader } from './fixtures/reader.ts'
import { storeOf } from './fixtures/store.ts'

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path !== undefined && existsSync(path),
)

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Debian's Chromium, without a network of its own. */
export function browser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('no Chromium: install it, or set CHROMIUM to its path')
  return chromium.launch({ executablePath, args })
}

/** The workbench over a record in memory that holds `readings`, on a free port. */
export async function workbenchOf(readings: readonly Reading[]) {
  const store = storeOf(readings)
  const queue = openQueue(store, async () => plainReader, Date.now)
  const server = await listen({ store, queue, port: 0, folder: join(import.meta.dirname, '../../web/dist') })
  const url = (path: string): string => new URL(path, server.url).href
  return {
    store,
    url,
    close: async () => {
      await server.close()
      store.close()
    },
  }
}

/** A page with what went wrong in it: script errors, refusals of the content security policy, requests that leave this machine. */
export async function watched(
  from: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; wrongs: string[] }> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const wrongs: string[] = []
  page.on('pageerror', (error) => wrongs.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()))
  page.on('request', (request) => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|blob:|data:)/u.test(request.url())) wrongs.push(`asked for ${request.url()}`)
  })
  return { page, wrongs }
}
