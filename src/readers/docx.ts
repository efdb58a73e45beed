import { Unzip, UnzipInflate } from 'fflate'
import { DragomanError } from '../model/index.ts'
import { html } from './html.ts'
import { found, type Reader } from './reader.ts'

/** Word documents. Their unpacked size is measured before anything is read. */
export const docx: Reader = {
  format: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['.docx'],
  sniff: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4,
  async read(bytes) {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
      throw new DragomanError(
        'password-protected',
        'the document is locked with a password or in the old .doc format; save it as .docx without a password',
      )
    const core = measured(bytes)
    const { default: mammoth } = await import('mammoth')
    const made = await mammoth
      .convertToHtml(
        { buffer: Buffer.from(bytes) },
        {
          styleMap: [
            "p[style-name='Quote'] => blockquote > p:fresh",
            "p[style-name='Intense Quote'] => blockquote > p:fresh",
            "p[style-name='Title'] => h1:fresh",
          ],
          convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
          externalFileAccess: false,
        },
      )
      .catch((cause: unknown) => {
        throw new DragomanError(
          'malformed-docx',
          'the Word document is damaged or cut off; open it in a word processor and save it again',
          { cause },
        )
      })
    const body = made.value
      .replace(/<a [^>]*id="(?:foot|end)note-ref-\d+"[^>]*>(\[\d+\])<\/a>/gu, '$1')
      .replace(/<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu, '')
    const content = await html.read(Buffer.from(`<!doctype html><html><body><article>${body}</article></body></html>`))
    const field = (name: string): string | null =>
      new RegExp(`<${name}[^>]{0,200}>([^<]{1,500})</${name}>`, 'u').exec(core)?.[1] ?? null
    const facts = {
      title: found(field('dc:title'), 'Word properties: title') ?? content.facts.title,
      author: found(field('dc:creator'), 'Word properties: author'),
      publisher: found(field('dc:publisher'), 'Word properties: publisher'),
      date: null,
    }
    return { ...content, facts, encoding: null }
  },
}

const MOST_UNPACKED = 200 * 2 ** 20
const MOST_RATIO = 200

/** Unpacks in pieces only to count, and stops at the limit. Returns docProps/core.xml. Throws `zip-bomb`, `malformed-docx`. */
function measured(bytes: Uint8Array): string {
  let total = 0
  let files = 0
  let hasDocument = false
  const core: Uint8Array[] = []
  const limit = Math.min(MOST_UNPACKED, Math.max(bytes.length * MOST_RATIO, 4 * 2 ** 20))
  const unzip = new Unzip((file) => {
    if (++files > 20_000) throw bomb()
    if (file.name === 'word/document.xml') hasDocument = true
    file.ondata = (error, chunk) => {
      if (error) throw error
      total += chunk.length
      if (total > limit) throw bomb()
      if (file.name === 'docProps/core.xml' && core.length < 50) core.push(chunk.slice())
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += 65_536)
      unzip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause
    throw new DragomanError(
      'malformed-docx',
      'the Word document is damaged or cut off; open it in a word processor and save it again',
      { cause },
    )
  }
  if (!hasDocument)
    throw new DragomanError('unsupported-format', 'this is a zip file but no Word document; unpack it, or give a docx')
  return Buffer.concat(core).toString('utf8')
}

const bomb = (): DragomanError =>
  new DragomanError(
    'zip-bomb',
    'the Word document unpacks to more than it can sensibly hold (200 MB, or 200 times its size); it is not opened',
  )
