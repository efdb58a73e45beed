import type { Doc, Fact } from '../../model/index.ts'

/** A plain document of paragraphs parted by blank lines, with its date or without one. */
export function blankDoc(text: string, date: string | null): Doc {
  const unknown: Fact = { kind: 'unknown', reason: 'not given' }
  const blocks: Doc['blocks'] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', span: { start, end: start + paragraph.length }, level: null, page: null })
    start += paragraph.length + 2
  }
  return {
    id: 'doc',
    text,
    language: 'en',
    title: unknown,
    author: unknown,
    publisher: unknown,
    date: date === null ? unknown : { kind: 'known', value: date, from: '--date', span: null },
    origin: { uri: 'test:', mediaType: 'text/plain', encoding: null, sha256: '', bytes: 0 },
    blocks,
    links: [],
  }
}
