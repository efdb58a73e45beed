import { DragomanError } from '../model/index.ts'

/** Formats that cannot be read, by their first bytes, with what to do. */
const UNREADABLE: readonly { readonly start: readonly number[]; readonly name: string; readonly advice: string }[] = [
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'a Rich Text file (RTF)', advice: 'save it as docx' },
  { start: [0x89, 0x50, 0x4e, 0x47], name: 'a picture (PNG)', advice: 'run it through text recognition' },
  { start: [0xff, 0xd8, 0xff], name: 'a picture (JPEG)', advice: 'run it through text recognition' },
  { start: [0x47, 0x49, 0x46, 0x38], name: 'a picture (GIF)', advice: 'run it through text recognition' },
  { start: [0x49, 0x49, 0x2a, 0x00], name: 'a picture (TIFF)', advice: 'run it through text recognition' },
  { start: [0x4d, 0x4d, 0x00, 0x2a], name: 'a picture (TIFF)', advice: 'run it through text recognition' },
  { start: [0x1f, 0x8b], name: 'a packed file (gzip)', advice: 'unpack it and read what is in it' },
  { start: [0x42, 0x5a, 0x68], name: 'a packed file (bzip2)', advice: 'unpack it and read what is in it' },
  { start: [0x37, 0x7a, 0xbc, 0xaf], name: 'a packed file (7z)', advice: 'unpack it and read what is in it' },
  { start: [0x52, 0x61, 0x72, 0x21], name: 'a packed file (RAR)', advice: 'unpack it and read what is in it' },
  { start: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip file', advice: 'get it again' },
  { start: [0x25, 0x21, 0x50, 0x53], name: 'a PostScript file', advice: 'turn it into a PDF' },
  { start: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database (SQLite)', advice: 'give the documents themselves' },
]

/** The compound file in which old Office formats and locked new ones come. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, i) => bytes[i] === byte)

/** Throws `password-protected` or `unsupported-format` for a file whose first bytes say that it is of a format that cannot be read. */
export function refuseUnreadable(bytes: Uint8Array): void {
  if (begins(bytes, COMPOUND)) {
    const stream = Buffer.from('EncryptedPackage', 'utf16le')
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(stream))
      throw new DragomanError(
        'password-protected',
        'the document is locked with a password; save a copy without one and read that',
      )
    throw new DragomanError(
      'unsupported-format',
      'this is an old Office file (.doc, .xls, .ppt); save it as docx or PDF',
    )
  }
  const known = UNREADABLE.find(({ start }) => begins(bytes, start))
  if (known !== undefined) throw new DragomanError('unsupported-format', `this is ${known.name}; ${known.advice}`)
}
