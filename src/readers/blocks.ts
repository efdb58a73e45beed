import type { Block, Span } from '../model/index.ts'
import { trimmed } from '../text/index.ts'

/** The blocks of plain text: paragraphs parted by blank lines or by every line feed, whichever the text is written in. */
export function plainBlocks(text: string): Block[] {
  return markReferences(
    text,
    paragraphs(text).map((span) => ({ kind: kindOf(text.slice(span.start, span.end)), span, level: null, page: null })),
  ).map((block) => (block.kind === 'heading' ? { ...block, level: 2 } : block))
}

const REFERENCES =
  /^(?:references?|notes?(?: and references)?|sources?|bibliography|works cited|literature|endnotes|footnotes)\s*:?$/iu
const ENTRY = /^(?:\[\d{1,4}\]|\d{1,4}[.)]\s|[¹²³⁴-⁹⁰]+\s?)/u
const LIST_ITEM = /^(?:[-•*–·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u

/** Blocks that follow a heading such as "References", and paragraphs in which entries "[1] … [2] … [3] …" run on, are reference lists. */
export function markReferences(text: string, blocks: readonly Block[]): Block[] {
  let inside = false
  return blocks.map((block) => {
    const content = text.slice(block.span.start, block.span.end)
    if (REFERENCES.test(content)) {
      inside = true
      return { ...block, kind: 'heading' }
    }
    if (block.kind === 'heading' && inside && !ENTRY.test(content)) inside = false
    return inside || entriesRunOn(content) ? { ...block, kind: 'reference-list' } : block
  })
}

/** Whether numbered entries follow one another in one paragraph that begins with one. */
function entriesRunOn(content: string): boolean {
  if (!/^\[\d{1,4}\]\s/u.test(content)) return false
  const numbers = [...content.matchAll(/(?:^|[.\s])\[(\d{1,4})\]\s/gu)].map((m) => Number(m[1]))
  return numbers.length >= 3 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1)
}

function kindOf(content: string): Block['kind'] {
  if (/^>\s?/u.test(content)) return 'block-quotation'
  if (LIST_ITEM.test(content)) return 'list-item'
  const short = content.length <= 110 && !content.includes('\n')
  const titled = /^[\p{Lu}\p{N}“"‘'«[(]/u.test(content) && !/[.!?:;,…]["”’»)\]]?$/u.test(content)
  return short && titled ? 'heading' : 'paragraph'
}

/** Trimmed paragraphs. Lines of a wrapped paragraph belong together; otherwise each line is a paragraph of its own. */
function paragraphs(text: string): Span[] {
  const lines = linesOf(text)
  const wrapped = isWrapped(text, lines)
  const out: Span[] = []
  let open: Span | null = null
  for (const line of lines) {
    const span = trimmed(text, line)
    if (span.start === span.end) {
      open = null
      continue
    }
    const own =
      LIST_ITEM.test(text.slice(span.start, span.start + 8)) ||
      REFERENCES.test(text.slice(span.start, Math.min(span.end, span.start + 40)))
    if (open !== null && wrapped && !own) open = { start: open.start, end: span.end }
    else {
      if (open !== null) out.push(open)
      open = span
    }
    const last = out.at(-1)
    if (last?.start === open.start) out[out.length - 1] = open
    else out.push(open)
  }
  return out.filter((span, i) => out[i + 1]?.start !== span.start)
}

function linesOf(text: string): Span[] {
  const out: Span[] = []
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', start)) {
    out.push({ start, end: at })
    start = at + 1
  }
  out.push({ start, end: text.length })
  return out
}

/** Whether lines were broken at a column: most lines that another follows are of nearly the same length, 40 to 100. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const length = (i: number): number =>
    lines[i] === undefined ? 0 : trimmed(text, lines[i]!).end - trimmed(text, lines[i]!).start
  const inner = lines.map((_, i) => i).filter((i) => length(i) > 0 && length(i + 1) > 0)
  if (inner.length < 3) return false
  const lengths = inner.map(length).sort((a, b) => a - b)
  const longest = lengths[Math.floor(lengths.length * 0.95)]!
  if (longest > 100 || longest < 40) return false
  return lengths.filter((n) => n > longest * 0.75).length >= lengths.length * 0.7
}
