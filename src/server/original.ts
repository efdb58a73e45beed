import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { type Doc, DragomanError } from '../model/index.ts'

/**
 * The very bytes that a document was read from, by their SHA-256: those given, else its text where that is the whole file, else the file at its
 * address if it still lies there unchanged. Throws `other-file` for given bytes of another file, `file-needed` when none are found.
 */
export function originalOf(doc: Doc, given: Uint8Array | null): Uint8Array {
  const isIt = (bytes: Uint8Array): boolean => createHash('sha256').update(bytes).digest('hex') === doc.origin.sha256
  if (given !== null) {
    if (isIt(given)) return given
    throw new DragomanError('other-file', `that is not the file that was read; choose ${doc.origin.uri} as it was then`)
  }
  const text = new TextEncoder().encode(doc.text)
  if (isIt(text)) return text
  const onDisk = fileOf(doc)
  if (onDisk !== null && isIt(onDisk)) return onDisk
  throw new DragomanError('file-needed', `choose the file that was read: ${doc.origin.uri}`)
}

/** The file at a document's address, if it is an ordinary file of the document's size. */
function fileOf({ origin }: Doc): Uint8Array | null {
  try {
    const stat = statSync(origin.uri)
    return stat.isFile() && stat.size === origin.bytes ? new Uint8Array(readFileSync(origin.uri)) : null
  } catch {
    return null
  }
}
