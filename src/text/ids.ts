import { createHash } from 'node:crypto'
import type { Span } from '../model/index.ts'

/** An id that a re-reading makes again: derived from the document, the kind of finding, its span and its label. */
export function findingId(doc: string, kind: string, span: Span, label = ''): string {
  const digest = createHash('sha256').update(`${doc}\n${kind}\n${span.start}-${span.end}\n${label}`).digest('base64url')
  return `${kind[0]}${digest.replace(/[-_]/g, '').slice(0, 11)}`
}
