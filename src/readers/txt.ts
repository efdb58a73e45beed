import { plainBlocks } from './blocks.ts'
import { decode } from './encoding.ts'
import { type Content, checkLength, MOST_LINES, noFacts, type Reader, tooLarge } from './reader.ts'

/** Plain text. */
export const txt: Reader = {
  format: 'txt',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text'],
  sniff: () => false,
  read: (bytes) => plainContent(decode(bytes)),
}

/** Decoded text read as plain text. Throws `too-large`. */
export function plainContent(decoded: Pick<Content, 'text' | 'encoding' | 'problems'>): Content {
  const { text, encoding, problems } = decoded
  checkLength(text)
  let lines = 0
  for (const _ of text.matchAll(/[\n\r\f]/gu)) if (++lines > MOST_LINES) throw tooLarge(`more than ${MOST_LINES} lines`)
  const blocks = plainBlocks(text)
  return { text, blocks, links: [], facts: noFacts, properties: noFacts, language: null, encoding, problems }
}
