import { plainBlocks } from './blocks.ts'
import { decode } from './encoding.ts'
import { noFacts, type Reader } from './reader.ts'

/** Plain text. */
export const txt: Reader = {
  format: 'txt',
  mediaTypes: ['text/plain'],
  extensions: ['.txt', '.text'],
  sniff: () => false,
  read(bytes) {
    const { text, encoding, problems } = decode(bytes)
    return { text, blocks: plainBlocks(text), facts: noFacts, language: null, encoding, problems }
  },
}
