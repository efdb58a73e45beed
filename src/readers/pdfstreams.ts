import { inflateSync } from 'node:zlib'
import { DragomanError } from '../model/index.ts'

/** The most that one stream may unpack to, in bytes: far more than a page's text or a large picture. */
const MOST_STREAM = 256 * 2 ** 20
/** Deflate packs at most 1032 to 1; a shorter stream cannot go over the limit, unless it is packed twice. */
const SHORTEST = Math.floor(MOST_STREAM / 1032)
const TWICE = /\/(?:FlateDecode|Fl|LZWDecode|LZW)[\s/]{1,20}(?:FlateDecode|Fl|LZWDecode|LZW)\b/u

/** Throws `zip-bomb` when a packed stream of a PDF unpacks to more than any page holds, or is packed twice over, as hardly any program does. */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const dictionary = file.subarray(Math.max(0, at - 300), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf('obj') + 1)
    if (TWICE.test(own)) throw bomb()
    if (!/\/(?:FlateDecode|Fl)\b/u.test(own)) continue
    const end = file.indexOf('endstream', at)
    const start = file[at + 6] === 13 ? at + 8 : at + 7
    const body = file.subarray(start, end < 0 ? file.length : end)
    if (body.length > SHORTEST && unpacksTooFar(body)) throw bomb()
    if (end >= 0) at = end + 3
  }
}

function unpacksTooFar(body: Buffer): boolean {
  try {
    inflateSync(body, { maxOutputLength: MOST_STREAM })
    return false
  } catch (error) {
    // Other errors are the PDF reader's to judge: the stream may be encrypted, or end in mid-block.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
  }
}

const bomb = (): DragomanError =>
  new DragomanError(
    'zip-bomb',
    'the PDF unpacks to more than it can sensibly hold and is not opened; check where it comes from, or print it to a new PDF',
  )
