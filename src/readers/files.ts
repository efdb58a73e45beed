import type { Stats } from 'node:fs'
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { DragomanError } from '../model/index.ts'
import { MOST_BYTES } from './reader.ts'
import { readers } from './registry.ts'

/** A file to read, or why it cannot be read. `read` gives its bytes when its turn comes. */
export type InputFile =
  | { readonly kind: 'file'; readonly uri: string; readonly bytes: number | null; read(): Promise<Uint8Array> }
  | { readonly kind: 'failed'; readonly uri: string; readonly code: string; readonly message: string }

const MOST_DEPTH = 32

/**
 * Files, folders (every file below them with a known ending, in the order of their names) and `-`, standard input. Trouble becomes an
 * entry of its own. Hidden files and files that are no documents are passed over; documents in formats that cannot be read are told of.
 * Links are followed inside a folder only when they do not lead out of it.
 */
export async function* expandFiles(
  names: readonly string[],
  stdin: () => Promise<Uint8Array>,
): AsyncGenerator<InputFile> {
  for (const name of names) {
    if (name === '-') yield { kind: 'file', uri: 'standard input', bytes: null, read: stdin }
    else yield* named(name)
  }
}

async function* named(name: string): AsyncGenerator<InputFile> {
  const found = await statOf(name)
  if ('kind' in found) yield found
  else if (found.isDirectory()) yield* folder(name, await realpath(name).catch(() => name), [], 0)
  else if (found.isFile()) yield file(name, found.size)
  else yield failed(name, 'not-a-file', 'this is neither a file nor a folder; give a file')
}

/** What stands at a path, links followed, or why that is not to be known. */
async function statOf(path: string): Promise<Stats | Failed> {
  try {
    return await stat(path)
  } catch (error) {
    return trouble(path, error)
  }
}

/** `above` holds the real paths of the folders that this one stands in. */
async function* folder(name: string, top: string, above: readonly string[], depth: number): AsyncGenerator<InputFile> {
  if (depth > MOST_DEPTH) {
    yield failed(name, 'too-deep', `its folders are nested more than ${MOST_DEPTH} deep; name the inner folder itself`)
    return
  }
  const inside = await entriesOf(name)
  if ('kind' in inside) {
    yield inside
    return
  }
  const around = [...above, inside.real]
  for (const inner of inside.names) {
    if (inner.startsWith('.')) continue
    const path = join(name, inner)
    const found = await within(path, top, around)
    if ('kind' in found) yield found
    else if (found.isDirectory()) yield* folder(path, top, around, depth + 1)
    else if (found.isFile()) yield* byEnding(path, found.size)
  }
}

async function entriesOf(name: string): Promise<{ real: string; names: string[] } | Failed> {
  try {
    return { real: await realpath(name), names: (await readdir(name)).sort() }
  } catch (error) {
    return trouble(name, error)
  }
}

/** What stands at a path inside a folder. A link that leads out of `top`, or back to a folder `around` it, is not followed. */
async function within(path: string, top: string, around: readonly string[]): Promise<Stats | Failed> {
  try {
    if ((await lstat(path)).isSymbolicLink()) {
      const target = await realpath(path)
      if (around.includes(target))
        return failed(
          path,
          'link-loop',
          'the link leads back to a folder that it stands in and is not followed; remove it',
        )
      if (!target.startsWith(top.endsWith(sep) ? top : top + sep))
        return failed(
          path,
          'link-leads-out',
          'the link leads out of the folder and is not followed; name its target to read it',
        )
    }
    return await stat(path)
  } catch (error) {
    return trouble(path, error)
  }
}

/** Endings of documents that cannot be read, with what to save them as. */
const FOREIGN: Readonly<Record<string, string>> = {
  '.doc': 'docx',
  '.rtf': 'docx',
  '.odt': 'docx',
  '.pages': 'docx',
  '.wpd': 'docx',
  '.epub': 'html',
  '.mobi': 'html',
  '.mhtml': 'html',
  '.djvu': 'pdf',
  '.ps': 'pdf',
  '.ppt': 'pdf',
  '.pptx': 'pdf',
  '.eml': 'txt',
  '.msg': 'txt',
}

function* byEnding(path: string, bytes: number): Generator<InputFile> {
  const ending = extname(path).toLowerCase()
  if (readers.some((r) => r.extensions.includes(ending))) yield file(path, bytes)
  else if (FOREIGN[ending] !== undefined)
    yield failed(
      path,
      'unsupported-format',
      `${ending} files cannot be read; save it as ${FOREIGN[ending]} and read that`,
    )
}

type Failed = Extract<InputFile, { kind: 'failed' }>

const failed = (uri: string, code: string, message: string): Failed => ({ kind: 'failed', uri, code, message })

const tooManyBytes = (bytes: number): string =>
  `the file has ${Math.round(bytes / 2 ** 20)} MB and the most is ${MOST_BYTES / 2 ** 20} MB; split it`

function file(uri: string, bytes: number): InputFile {
  if (bytes > MOST_BYTES) return failed(uri, 'too-large', tooManyBytes(bytes))
  const read = async (): Promise<Uint8Array> => {
    try {
      return await readFile(uri)
    } catch (error) {
      const { code, message } = trouble(uri, error)
      throw new DragomanError(code, message, { cause: error })
    }
  }
  return { kind: 'file', uri, bytes, read }
}

/** All bytes of a stream such as standard input. Throws `too-large` as soon as there are too many, without keeping them. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    bytes += part.length
    if (bytes > MOST_BYTES)
      throw new DragomanError('too-large', `standard input has more than ${MOST_BYTES / 2 ** 20} MB; split it`)
    chunks.push(part)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const TROUBLE: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['not-found', 'there is no such file or folder; look at the name'],
  ENOTDIR: ['not-found', 'there is no such file or folder; look at the name'],
  EACCES: ['not-permitted', 'reading it is not permitted; change its permissions (chmod +r) or copy it'],
  EPERM: ['not-permitted', 'reading it is not permitted; change its permissions (chmod +r) or copy it'],
  ELOOP: ['link-loop', 'its links lead round in a circle; remove one'],
  ENAMETOOLONG: ['not-found', 'the name is too long for a file; look at it'],
}

function trouble(uri: string, error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // A name with a zero character is refused before it reaches the disk.
  if (code === 'ERR_INVALID_ARG_VALUE') return failed(uri.replaceAll('\0', '\ufffd'), ...TROUBLE.ENOENT!)
  const known = TROUBLE[code]
  return known === undefined
    ? failed(
        uri,
        'unreadable',
        `it cannot be read (${code || 'unknown trouble'}); copy it to another disk and try again`,
      )
    : failed(uri, ...known)
}
