import { createHash } from 'node:crypto'
import { type Doc, DragomanError, type Problem } from '../model/index.ts'
import { plainBlocks } from './blocks.ts'
import { languageOf } from './language.ts'
import { factsOf } from './metadata.ts'
import { type Facts, type Given, MOST_BYTES, type Reader } from './reader.ts'
import { docx, pdf, readers, txt } from './registry.ts'

export { expandFiles, type InputFile } from './files.ts'
export type { Content, Facts, Given, Reader } from './reader.ts'
export { readers } from './registry.ts'

/** The most words' worth of text in one document, in UTF-16 code units. */
const MOST_TEXT = 20_000_000

/**
 * Reads one file. Throws DragomanError: `empty-file`, `too-large`, `binary-file`, `unsupported-format`, `password-protected`,
 * `scanned-pdf`, `zip-bomb`, `malformed-pdf`, `malformed-docx`, `no-text`.
 */
export async function readBytes(
  bytes: Uint8Array,
  origin: { readonly uri: string; readonly mediaType: string | null },
  given: Given,
): Promise<{ doc: Doc; problems: Problem[] }> {
  if (bytes.length === 0) throw new DragomanError('empty-file', 'the file is empty')
  if (bytes.length > MOST_BYTES)
    throw new DragomanError(
      'too-large',
      `the file has ${Math.round(bytes.length / 2 ** 20)} MB and the most is ${MOST_BYTES / 2 ** 20} MB; split it`,
    )
  const reader = readerFor(bytes, origin)
  const content = await reader.read(bytes)
  if (!/\p{L}/u.test(content.text)) throw new DragomanError('no-text', 'no words were found in the file')
  if (content.text.length > MOST_TEXT)
    throw new DragomanError('too-large', `the document has more than ${MOST_TEXT / 1e6} million characters; split it`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const doc: Doc = {
    id: sha256.slice(0, 16),
    text: content.text,
    language: given.language ?? content.language?.toLowerCase() ?? languageOf(content.text),
    ...factsOf(content, given),
    origin: {
      uri: origin.uri,
      mediaType: reader.mediaTypes[0]!,
      encoding: content.encoding,
      sha256,
      bytes: bytes.length,
    },
    blocks: [...content.blocks],
  }
  return { doc, problems: [...content.problems] }
}

/** A document made of text that is no file; `id` names it, and its own id is derived from both. */
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
  }
}

/** By content where that is certain, else by media type, else by the name's ending, else as text. */
function readerFor(bytes: Uint8Array, origin: { readonly uri: string; readonly mediaType: string | null }): Reader {
  const type = origin.mediaType?.split(';', 1)[0]?.trim().toLowerCase()
  const ending = /\.[a-z0-9]{1,8}$/iu.exec(origin.uri.split(/[?#]/u)[0]!)?.[0].toLowerCase()
  const certain = [pdf, docx].find((r) => r.sniff(bytes))
  if (certain !== undefined) return certain
  const named =
    readers.find((r) => type !== undefined && type !== 'text/plain' && r.mediaTypes.includes(type)) ??
    readers.find((r) => ending !== undefined && r.extensions.includes(ending))
  if (named === pdf)
    throw new DragomanError(
      'malformed-pdf',
      'the file is named .pdf but is none; give it its right ending, or get it again',
    )
  if (named === docx && !(bytes[0] === 0xd0 && bytes[1] === 0xcf))
    throw new DragomanError(
      'malformed-docx',
      'the file is named .docx but is none; give it its right ending, or get it again',
    )
  return named ?? readers.find((r) => r.sniff(bytes)) ?? txt
}
