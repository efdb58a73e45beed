import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App } from '../app/compose.ts'
import { happeningsOf } from '../review/index.ts'
import { openStore } from '../store/index.ts'
import { listen } from './listen.ts'
import { openQueue } from './queue.ts'

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'web', 'dist')

/**
 * Opens the record at `db` in the workbench, on the loopback address alone. `app` is asked for with the first document that
 * is added, and stays its giver's to dispose of; `open` shows the page in the browser. `close` lets the document at hand be
 * finished. Throws the store's errors, `workbench-missing`, `port-taken`, `cannot-listen`.
 */
export async function serve(options: {
  readonly db: string
  readonly port: number
  readonly app: () => Promise<App>
  readonly open: boolean
}): Promise<{ url: string; close(): Promise<void> }> {
  const store = openStore(options.db, false, happeningsOf)
  let app: Promise<App> | null = null
  const program = (): Promise<App> => {
    app ??= options.app().catch((error: unknown) => {
      app = null
      throw error
    })
    return app
  }
  const queue = openQueue(store, program, Date.now)
  const server = await listen({ store, queue, port: options.port, folder }).catch((error: unknown) => {
    store.close()
    throw error
  })
  if (options.open) show(server.url)
  return {
    url: server.url,
    close: async () => {
      await server.close()
      await queue.stop()
      store.close()
    },
  }
}

const OPENERS: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
}

/** Shows a page in the person's browser; where there is none, the address that was printed has to do. */
function show(url: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
