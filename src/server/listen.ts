import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { DragomanError } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { api } from './api.ts'
import type { Queue } from './queue.ts'
import { workbench } from './workbench.ts'

/** Serves a record and the workbench on the loopback address. `port` 0 takes any that is free. Throws `port-taken`. */
export async function listen(options: {
  readonly store: Store
  readonly queue: Queue
  readonly port: number
  readonly folder: string
}): Promise<{ url: string; close(): Promise<void> }> {
  let port = options.port
  const app = api(options.store, options.queue, () => port)
  app.get('*', workbench(options.folder))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new DragomanError('port-taken', `port ${options.port} is in use; give another with --port, or 0 for any`)
          : new DragomanError('cannot-listen', `the server could not listen on port ${options.port}: ${error.message}`),
      ),
    )
    server.listen(options.port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
