import { inflateRawSync } from 'node:zlib'

/** One file of an archive as its central directory describes it; sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  /** 0 stored, 8 deflated; others are not known here. */
  readonly method: number
  readonly encrypted: boolean
  /** Where its local header begins. */
  readonly offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LONGEST_COMMENT = 65_535

/** The entries of a zip archive (PKWARE APPNOTE 4.3, without ZIP64); null when its end is missing. Throws RangeError when it is damaged. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let end = bytes.length - END_SIZE
  const lowest = Math.max(0, end - LONGEST_COMMENT)
  while (end >= lowest && view.getUint32(end, true) !== END) end--
  if (end < lowest) return null
  const out: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('the central directory is damaged')
    const nameLength = view.getUint16(at + 28, true)
    out.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return out
}

/** The bytes of one entry; no more than it declares is ever unpacked. Throws RangeError or zlib's errors when it is damaged or holds more. */
export function unzipped(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new RangeError('an entry’s header is damaged')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const body = bytes.subarray(start, start + entry.packed)
  if (body.length < entry.packed || (entry.method !== 0 && entry.method !== 8))
    throw new RangeError('an entry is damaged')
  return entry.method === 0 ? body : inflateRawSync(body, { maxOutputLength: Math.max(1, entry.unpacked) })
}
