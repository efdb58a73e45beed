import type { Citation, Doc } from '../../../src/model/index.ts'
import { dateInWords } from './dates.ts'
import { known, titleOfDoc } from './names.ts'

/** A citation as one pastes it into a text: the words, who wrote them, where they stand. Offsets are UTF-16 code units. */
export function citationInWords(doc: Doc, citation: Citation, address: string): string {
  const date = known(doc.date)
  const parts = [
    known(doc.author),
    `“${titleOfDoc(doc)}”`,
    known(doc.publisher),
    date === null ? 'no date' : dateInWords(date),
    citation.page === null ? null : `p. ${citation.page}`,
    `characters ${citation.start}–${citation.end}`,
  ].filter((part) => part !== null)
  const words = citation.exact.replace(/\s+/gu, ' ').trim()
  return `“${words}” — ${parts.join(', ')}. ${doc.origin.uri}. ${address}`
}
