#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import type { App } from '../app/compose.ts'
import { commands } from './commands.ts'
import type { Context } from './context.ts'
import { run } from './run.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

let app: Promise<App> | null = null
const interrupted = { yes: false }
const context: Context = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  now: () => new Date(),
  app: (codebook = null) => {
    app ??= import('../app/compose.ts').then(({ compose }) => compose({ codebook }))
    return app
  },
  store: (path, mustExist) =>
    Promise.all([import('../store/index.ts'), import('../review/index.ts')]).then(([{ openStore }, { happeningsOf }]) =>
      openStore(path, mustExist, happeningsOf),
    ),
  net: (version) => import('./net.ts').then(({ openNet }) => openNet(version)),
  interrupted,
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (interrupted.yes) process.exit(130)
    interrupted.yes = true
    process.stderr.write('\nfinishing the document at hand; press again to stop at once\n')
  })
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))

process.exitCode = await run(process.argv.slice(2), commands, context, version)
await (await (app as Promise<App> | null)?.catch(() => null))?.dispose()
