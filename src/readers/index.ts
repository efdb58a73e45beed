import { createHash } from 'node:crypto'
import { type Doc, DragomanError, type Problem } from '../model/index.ts'
import { plainBlocks } from './blocks.ts'
import { languageOf } from './language.ts'
import { factsOf, isEdtf } from './metadata.ts'
import {
  type Content,
  checkLength,
  type Facts,
  type Given,
  MOST_BYTES,
  MOST_LINES,
  type Reader,
  tooLarge,
  trouble,
} from './reader.ts'
import { docx, html, pdf, readers, txt } from './registry.ts'
import { refuseUnreadable } from './signatures.ts'

export { expandFiles, type InputFile, readStream } from './files.ts'
export type { Content, Facts, Given, Reader } from './reader.ts'
export { readers } from './registry.ts'

/** Where bytes come from: `uri` names them (a path, an address, 'standard input'); `mediaType` is what the sender says, if anything. */
export interface ReadOrigin {
  readonly uri: string
  readonly mediaType: string | null
}

/**
 * Reads one file. Throws DragomanError: `empty-file`, `too-large`, `binary-file`, `undecodable`, `unsupported-format`, `password-protected`,
 * `scanned-pdf`, `zip-bomb`, `truncated-file`, `malformed-txt|markdown|html|pdf|docx`, `no-text`, `bad-date` (a given date that is no EDTF).
 */
export async function readBytes(
  bytes: Uint8Array,
  origin: ReadOrigin,
  given: Given,
): Promise<{ doc: Doc; problems: Problem[] }> {
  if (given.date !== null && given.date.trim() !== '' && !isEdtf(given.date.trim()))
    throw new DragomanError('bad-date', `“${oneLine(given.date)}” is no date; write it as 2025-05-05, 2025-05 or 2025`)
  if (bytes.length === 0) throw new DragomanError('empty-file', 'the file is empty; get it again')
  if (bytes.length > MOST_BYTES)
    throw tooLarge(`${Math.round(bytes.length / 2 ** 20)} MB, more than ${MOST_BYTES / 2 ** 20}`)
  const { reader, problems } = readerFor(bytes, origin)
  const content = storable(await contentOf(reader, bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const doc: Doc = {
    id: sha256.slice(0, 16),
    text: content.text,
    language: given.language ?? languageOf(content.text) ?? content.language?.toLowerCase() ?? 'en',
    ...factsOf(content, given),
    origin: {
      uri: origin.uri,
      mediaType: reader.mediaTypes[0]!,
      encoding: content.encoding,
      sha256,
      bytes: bytes.length,
    },
    blocks: [...content.blocks],
    links: [...content.links],
  }
  return { doc, problems: [...problems, ...content.problems] }
}

const oneLine = (text: string): string => text.slice(0, 60).replace(/\s+/gu, ' ')

/** A document made of text that is no file; `id` names it, and its own id is derived from both. Never throws. */
export function textDoc(id: string, text: string, facts: Facts & { readonly language: string }): Doc {
  const sha256 = createHash('sha256').update(`${id}\n${text}`).digest('hex')
  const { language, ...known } = facts
  return {
    id: sha256.slice(0, 16),
    text,
    language,
    ...known,
    origin: { uri: id, mediaType: 'text/plain', encoding: null, sha256, bytes: Buffer.byteLength(text) },
    blocks: plainBlocks(text),
    links: [],
  }
}

/** What a reader gives, checked. A library's own errors become `malformed-…`. */
async function contentOf(reader: Reader, bytes: Uint8Array): Promise<Content> {
  const content = await Promise.resolve()
    .then(() => reader.read(bytes))
    .catch((cause: unknown) => {
      if (cause instanceof DragomanError) throw cause
      const message = `the file cannot be read as ${reader.format}; it may be damaged: get it again, or save it as plain text`
      throw new DragomanError(`malformed-${reader.format}`, message, { cause })
    })
  checkLength(content.text)
  if (content.blocks.length > MOST_LINES) throw tooLarge(`more than ${MOST_LINES} paragraphs`)
  if (!/[\p{L}\p{N}]/u.test(content.text))
    throw new DragomanError('no-text', 'no words were found in the file; look whether it is the right one')
  return content
}

/** Text that a database and JSON can hold: halves of characters and zero characters become U+FFFD, one for one, so that offsets stay. */
function storable(content: Content): Content {
  const text = content.text.toWellFormed().replaceAll('\0', '\ufffd')
  return text === content.text ? content : { ...content, text }
}

/** By content where that is certain, else by media type, else by the name's ending, else as text. */
function readerFor(bytes: Uint8Array, origin: ReadOrigin): { reader: Reader; problems: Problem[] } {
  refuseUnreadable(bytes)
  const type = origin.mediaType?.split(';', 1)[0]?.trim().toLowerCase()
  const ending = /\.[a-z0-9]{1,10}$/iu.exec(origin.uri.split(/[?#]/u)[0]!.slice(-16))?.[0].toLowerCase()
  const byName = readers.find((r) => ending !== undefined && r.extensions.includes(ending))
  const byType = readers.find((r) => type !== undefined && type !== 'text/plain' && r.mediaTypes.includes(type))
  const named = byType ?? byName
  const certain = [pdf, docx, html].find((r) => r.sniff(bytes))
  if (certain !== undefined && !(certain === html && byType !== undefined)) {
    const wrong = byName !== undefined && byName !== certain
    const message = `the file is named ${ending} but is ${certain.format}, and was read as that`
    return { reader: certain, problems: wrong ? [trouble('wrong-ending', message)] : [] }
  }
  for (const format of [pdf, docx])
    if (named === format)
      throw new DragomanError(
        `malformed-${format.format}`,
        `the file is named or sent as ${format.format} but is none; give it its right ending, or get it again`,
      )
  return { reader: named ?? readers.find((r) => r.sniff(bytes)) ?? txt, problems: [] }
}
