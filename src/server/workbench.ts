import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Handler } from 'hono'
import { DragomanError } from '../model/index.ts'

const MEDIA: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves the built workbench from memory, so that no request names a path on the disk; every other address is the
 * workbench's own and gets its page. Throws `workbench-missing` when it was not built.
 */
export function workbench(folder: string): Handler {
  const page = join(folder, 'index.html')
  if (!existsSync(page))
    throw new DragomanError('workbench-missing', 'the workbench is not built; run "npm start", which builds it')
  const files = new Map(
    filesIn(folder).map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]),
  )
  return (c) => {
    const path = c.req.path
    const file = files.get(path)
    if (file === undefined && (extname(path) !== '' || path.startsWith('/api/')))
      throw new DragomanError('not-found', `there is nothing at ${path}`)
    c.header(
      'Content-Type',
      file === undefined ? MEDIA['.html']! : (MEDIA[extname(path)] ?? 'application/octet-stream'),
    )
    c.header('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(new Uint8Array(file ?? files.get('/index.html')!))
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesIn(path) : [path]
    })
}
