import { strFromU8, zipSync } from 'fflate'
import { DragomanError } from '../model/index.ts'
import { assemble, type Piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { bodyPieces } from './html.ts'
import { found, noFacts, type OwnFacts, type Reader, tooLarge } from './reader.ts'
import { unzipped, zipEntries } from './zip.ts'

/** Word documents. Their unpacked size is known before anything is unpacked; pictures and embedded files are never unpacked. */
export const docx: Reader = {
  format: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['.docx'],
  sniff: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4,
  async read(bytes) {
    const parts = unpacked(bytes)
    const { text, blocks, links } = assemble(await piecesOf(parts))
    return {
      text,
      links,
      blocks: markReferences(text, blocks),
      facts: noFacts,
      properties: propertiesOf(parts['docProps/core.xml']),
      language: null,
      encoding: null,
      problems: [],
    }
  },
}

const damaged = (cause: unknown): DragomanError =>
  new DragomanError('malformed-docx', 'the Word document is damaged; open it in a word processor and save it again', {
    cause,
  })

const MOST_UNPACKED = 200 * 2 ** 20
const MOST_RATIO = 200
/** Small files may pack better than any ratio says: this much is always allowed. */
const ALWAYS = 4 * 2 ** 20
/** The most XML, in bytes, that is turned into a tree (some 15 times its size in memory). */
const MOST_XML = 24 * 2 ** 20
/** The parts that hold text, its styles and numbering. */
const TEXT_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:[\w-]{1,60}\.xml|_rels\/[\w.-]{1,60}\.rels))$/u

/**
 * The text parts of a Word document by name. Declared sizes are added up first, and no more is unpacked than is declared.
 * Throws `zip-bomb`, `truncated-file`, `malformed-docx`, `password-protected`, `too-large`, `unsupported-format`.
 */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const entries = zipEntries(bytes)
    if (entries === null)
      throw new DragomanError('truncated-file', 'the Word document is cut off (its end is missing); get the file again')
    const total = entries.reduce((n, e) => n + e.unpacked, 0)
    if (total > Math.min(MOST_UNPACKED, Math.max(bytes.length * MOST_RATIO, ALWAYS))) throw bomb()
    if (!entries.some((e) => e.name === 'word/document.xml'))
      throw new DragomanError(
        'unsupported-format',
        'this is a zip file but no Word document; unpack it, or give a docx',
      )
    const wanted = entries.filter((e) => TEXT_PART.test(e.name))
    if (wanted.some((e) => e.encrypted))
      throw new DragomanError('password-protected', 'the document is locked with a password; save a copy without one')
    if (wanted.reduce((n, e) => n + e.unpacked, 0) > MOST_XML)
      throw tooLarge(`more than ${MOST_XML / 2 ** 20} MB of text and mark-up`)
    return Object.fromEntries(wanted.map((e) => [e.name, unzipped(bytes, e)]))
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause
    throw cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
      ? bomb()
      : damaged(cause)
  }
}

const bomb = (): DragomanError =>
  new DragomanError(
    'zip-bomb',
    'the Word document unpacks to more than it can sensibly hold (200 MB, or 200 times its size) and is not opened; check where it comes from',
  )

/** mammoth is given a new archive of nothing but the parts that were measured, so that it sees what we have seen. */
async function piecesOf(parts: Record<string, Uint8Array>): Promise<Piece[]> {
  const { default: mammoth } = await import('mammoth')
  try {
    const made = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        styleMap: [
          'p.Quote => blockquote > p:fresh',
          "p[style-name='Quote'] => blockquote > p:fresh",
          "p[style-name='Intense Quote'] => blockquote > p:fresh",
          "p[style-name='Block Text'] => blockquote > p:fresh",
          "p[style-name='Title'] => h1:fresh",
        ],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    return bodyPieces(made.value.replaceAll(/<a href="#(?:foot|end)note-ref-[\w-]{1,20}">↑<\/a>/gu, ''))
  } catch (cause) {
    throw cause instanceof DragomanError ? cause : damaged(cause)
  }
}

/** Dublin Core in docProps/core.xml. Its dates tell of the file, not of publication, and are not used. */
function propertiesOf(core: Uint8Array | undefined): OwnFacts {
  const xml = core === undefined ? '' : strFromU8(core.subarray(0, 100_000))
  const field = (name: string): string | null => {
    const value = new RegExp(`<${name}(?:\\s[^>]{0,200})?>([^<]{1,500})</${name}>`, 'u').exec(xml)?.[1]
    return value === undefined
      ? null
      : value.replace(/&(amp|lt|gt|quot|apos);/gu, (_, n: keyof typeof ENTITIES) => ENTITIES[n])
  }
  return {
    title: found(field('dc:title'), 'Word properties: title'),
    author: found(field('dc:creator'), 'Word properties: author'),
    publisher: found(field('dc:publisher'), 'Word properties: publisher'),
    date: null,
  }
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
