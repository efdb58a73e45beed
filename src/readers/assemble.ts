import type { Block, Link } from '../model/index.ts'
import { withoutMarks } from './links.ts'

/** A piece of a document before its text is joined together. */
export interface Piece {
  readonly kind: Block['kind']
  readonly text: string
  readonly level: number | null
  readonly page: number | null
}

export const piece = (
  kind: Block['kind'],
  text: string,
  level: number | null = null,
  page: number | null = null,
): Piece => ({ kind, text, level, page })

/** Joins pieces to one text (a blank line between them, one line feed within a list) with a block for each, and the links in it. Empty pieces are left out. */
export function assemble(pieces: readonly Piece[]): { text: string; blocks: Block[]; links: Link[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  const links: Link[] = []
  let at = 0
  let before: Piece | null = null
  for (const p of pieces) {
    const { text, links: own } = withoutMarks(p.text.trim())
    if (text === '') continue
    const joint =
      before === null
        ? ''
        : before.kind === p.kind && (p.kind === 'list-item' || p.kind === 'reference-list')
          ? '\n'
          : '\n\n'
    parts.push(joint, text)
    at += joint.length
    for (const { span, url } of own) links.push({ span: { start: at + span.start, end: at + span.end }, url })
    blocks.push({ kind: p.kind, span: { start: at, end: at + text.length }, level: p.level, page: p.page })
    at += text.length
    before = p
  }
  return { text: parts.join(''), blocks, links }
}
