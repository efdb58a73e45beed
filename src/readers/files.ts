import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DragomanError } from '../model/index.ts'
import { MOST_BYTES } from './reader.ts'
import { readers } from './registry.ts'

/** A file to read, or why it cannot be read. `read` gives its bytes when its turn comes. */
export type InputFile =
  | { readonly kind: 'file'; readonly uri: string; readonly bytes: number | null; read(): Promise<Uint8Array> }
  | { readonly kind: 'failed'; readonly uri: string; readonly code: string; readonly message: string }

const MOST_DEPTH = 32

/**
 * Files, folders (every file below them with a known ending, in the order of their names) and `-`, standard input. Trouble becomes an entry
 * of its own. Links are followed inside a folder only when they do not lead out of it.
 */
export async function* expandFiles(
  names: readonly string[],
  stdin: () => Promise<Uint8Array>,
): AsyncGenerator<InputFile> {
  for (const name of names) {
    if (name === '-') yield { kind: 'file', uri: 'standard input', bytes: null, read: stdin }
    else yield* expand(name)
  }
}

async function* expand(name: string): AsyncGenerator<InputFile> {
  try {
    const found = await stat(name)
    if (found.isDirectory()) yield* folder(name, await realpath(name), new Set(), 0)
    else if (found.isFile()) yield file(name, found.size)
    else yield failed(name, 'not-a-file', 'this is neither a file nor a folder')
  } catch (error) {
    yield trouble(name, error)
  }
}

async function* folder(name: string, top: string, seen: Set<string>, depth: number): AsyncGenerator<InputFile> {
  const real = await realpath(name)
  if (seen.has(real) || depth > MOST_DEPTH) return
  seen.add(real)
  let names: string[]
  try {
    names = (await readdir(name)).sort()
  } catch (error) {
    yield trouble(name, error)
    return
  }
  for (const inner of names) {
    if (inner.startsWith('.')) continue
    const path = join(name, inner)
    try {
      const link = (await lstat(path)).isSymbolicLink()
      if (link && !(await realpath(path)).startsWith(`${top}/`)) {
        yield failed(
          path,
          'link-leads-out',
          'the link leads out of the folder and is not followed; name its target to read it',
        )
        continue
      }
      const found = await stat(path)
      if (found.isDirectory()) yield* folder(path, top, seen, depth + 1)
      else if (found.isFile() && known(inner)) yield file(path, found.size)
    } catch (error) {
      yield trouble(path, error)
    }
  }
}

const known = (name: string): boolean =>
  readers.some((r) => r.extensions.some((ending) => name.toLowerCase().endsWith(ending)))

const failed = (uri: string, code: string, message: string): InputFile => ({ kind: 'failed', uri, code, message })

function file(uri: string, bytes: number): InputFile {
  if (bytes > MOST_BYTES)
    return failed(
      uri,
      'too-large',
      `the file has ${Math.round(bytes / 2 ** 20)} MB and the most is ${MOST_BYTES / 2 ** 20} MB; split it`,
    )
  return {
    kind: 'file',
    uri,
    bytes,
    read: async () => {
      try {
        return await readFile(uri)
      } catch (error) {
        const t = trouble(uri, error)
        throw new DragomanError(
          t.kind === 'failed' ? t.code : 'unreadable',
          t.kind === 'failed' ? t.message : 'the file cannot be read',
        )
      }
    },
  }
}

const TROUBLE: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['not-found', 'there is no such file or folder; look at the name'],
  EACCES: ['not-permitted', 'reading it is not permitted; change its permissions (chmod +r) or copy it'],
  EPERM: ['not-permitted', 'reading it is not permitted; change its permissions (chmod +r) or copy it'],
  ELOOP: ['link-loop', 'its links lead round in a circle; remove one'],
  ENAMETOOLONG: ['not-found', 'the name is too long for a file'],
}

function trouble(uri: string, error: unknown): InputFile {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const [short, message] = TROUBLE[code] ?? [
    'unreadable',
    `it cannot be read (${code || String(error)}); copy it to another disk and try again`,
  ]
  return failed(uri, short, message)
}
