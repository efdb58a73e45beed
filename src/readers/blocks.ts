import type { Block, Span } from '../model/index.ts'
import { trimmed } from '../text/index.ts'
import { isImprint } from './imprint.ts'

/** The blocks of plain text: paragraphs parted by blank lines or by every line end, whichever the text is written in. Never throws. */
export function plainBlocks(text: string): Block[] {
  const paragraphs = paragraphsOf(text)
  const blocks = paragraphs.map(({ span, indented }): Block => {
    const kind = kindOf(text.slice(span.start, span.end), indented)
    return { kind, span, level: null, page: null }
  })
  return withoutTrailingHeadings(markReferences(text, blocks)).map((block) =>
    block.kind === 'heading' ? { ...block, level: 2 } : block,
  )
}

const REFERENCES =
  /^(?:references?|notes? and references|bibliography|works cited|endnotes|footnotes|reference list)\s*:?$/iu
/** Headings that stand over prose as often as over a list. */
const PERHAPS_REFERENCES = /^(?:notes?|sources?|literature|further reading)\s*:?$/iu
const ENTRY = /^(?:\[\d{1,4}\]|\(\d{1,4}\)\s|\d{1,4}[.)]\s|[¹²³⁴-⁹⁰]{1,4}\s?)/u
const LIST_ITEM = /^(?:[-•*–·▪◦]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u
const LONGEST_HEADING = 110

/** Whether a line is nothing but a heading such as "References". */
export const isReferenceHeading = (line: string): boolean =>
  line.length <= 40 && (REFERENCES.test(line) || PERHAPS_REFERENCES.test(line))

/**
 * Marks reference lists: what follows a heading such as "References" for as long as it looks like entries, runs of numbered paragraphs
 * "[1] …", "[2] …", "[3] …", and paragraphs in which such entries run on. Prose under "Sources" or after the list stays prose.
 */
export function markReferences(text: string, blocks: readonly Block[]): Block[] {
  const content = (block: Block): string => text.slice(block.span.start, block.span.end)
  const runs = numberedRuns(blocks.map(content))
  let list: { readonly numbered: boolean; readonly certain: boolean } | null = null
  let before = false
  return blocks.map((block, i): Block => {
    const own = content(block)
    if (isReferenceHeading(own)) {
      const next = blocks[i + 1]
      const follows = next === undefined ? '' : content(next)
      const certain = REFERENCES.test(own)
      before = false
      if (next !== undefined && (certain ? next.kind !== 'heading' || isEntry(follows) : isEntry(follows))) {
        list = { numbered: ENTRY.test(follows), certain }
        return { ...block, kind: 'heading' }
      }
      return block
    }
    const structural = block.kind === 'heading' && block.level !== null
    if (
      list !== null &&
      (structural || !goesOn(own, list, blocks[i + 1] === undefined ? '' : content(blocks[i + 1]!), before))
    )
      list = null
    before = list !== null
    if (block.kind === 'reference-list') return block
    return list !== null || runs.has(i) || entriesRunOn(own) ? { ...block, kind: 'reference-list', level: null } : block
  })
}

/** Whether a block belongs to the list above it: it is an entry, or stands between entries, or is the first under a sure heading. */
function goesOn(own: string, list: { numbered: boolean; certain: boolean }, next: string, before: boolean): boolean {
  const entry = (content: string) => (list.numbered ? ENTRY.test(content) : isEntry(content))
  return entry(own) || entry(next) || (!before && list.certain)
}

/** Whether a block looks like an entry of a reference list: numbered, or short with a year or an address in it. */
const isEntry = (content: string): boolean =>
  ENTRY.test(content) ||
  (content.length < 600 && (/(?<!\d)(?:1[5-9]|20)\d{2}(?!\d)/u.test(content) || /https?:\/\/|www\./u.test(content)))

/** Whether numbered entries follow one another in one paragraph that begins with one: their numbers rise by one from entry to entry. */
function entriesRunOn(content: string): boolean {
  if (!/^\[\d{1,4}\]\s/u.test(content)) return false
  let last: number | null = null
  let entries = 0
  for (const m of content.matchAll(/(?:^|[.\s])\[(\d{1,4})\]\s/gu)) {
    const number = Number(m[1])
    if (last !== null && number !== last + 1) return false
    last = number
    if (++entries > 20) return true
  }
  return entries >= 3
}

/** Indices of three or more paragraphs in a row that begin with rising bracketed numbers. */
function numberedRuns(contents: readonly string[]): Set<number> {
  const out = new Set<number>()
  let run: number[] = []
  let last = 0
  const close = (): void => {
    if (run.length >= 3) for (const i of run) out.add(i)
    run = []
  }
  contents.forEach((content, i) => {
    const number = /^\[(\d{1,4})\]\s/u.exec(content)?.[1]
    if (number === undefined || (run.length > 0 && Number(number) !== last + 1)) close()
    if (number === undefined) return
    run.push(i)
    last = Number(number)
  })
  close()
  return out
}

/** Headings at the end, with nothing under them, are none: signatures, marks of the printer, a single line. */
function withoutTrailingHeadings(blocks: readonly Block[]): Block[] {
  const last = blocks.findLastIndex((b) => b.kind !== 'heading')
  return blocks.map((b, i) => (i > last ? { ...b, kind: 'paragraph' } : b))
}

function kindOf(content: string, indented: boolean): Block['kind'] {
  if (content.startsWith('>')) return 'block-quotation'
  if (LIST_ITEM.test(content)) return 'list-item'
  if (indented) return 'block-quotation'
  if (content.length > LONGEST_HEADING || content.includes('\n')) return 'paragraph'
  const titled = /^[\p{Lu}\p{N}“"‘'«[(]/u.test(content) && !ENDED.test(content)
  return titled && /\p{L}/u.test(content) && !isImprint(content) ? 'heading' : 'paragraph'
}

/** Ends like a sentence, or leads in what follows. Looked for at the end of short stretches only. */
const ENDED = /[.!?:;,…]["”’»)\]]{0,3}(?:\s?\[\d{1,4}\])?$/u

interface Line {
  readonly span: Span
  /** White space before its first character, in columns. */
  readonly indent: number
}

interface Paragraph {
  readonly span: Span
  /** Whether all its lines stand to the right of the other paragraphs'. */
  readonly indented: boolean
}

/** Trimmed paragraphs. Lines of a wrapped paragraph belong together; otherwise each line is a paragraph of its own. */
function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text)
  const wrapped = isWrapped(text, lines)
  const groups: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (line.span.start === line.span.end) {
      open = null
      continue
    }
    if (open !== null && wrapped && !beginsOwn(text, line, open)) open.push(line)
    else {
      open = [line]
      groups.push(open)
    }
  }
  const indents = groups.flatMap((g) => g.slice(0, 3).map((l) => l.indent)).sort((a, b) => a - b)
  const usual = indents[Math.floor(indents.length / 2)] ?? 0
  return groups.map((group) => ({
    span: { start: group[0]!.span.start, end: group.at(-1)!.span.end },
    indented: wrapped && group.length > 1 && group.every((l) => l.indent >= usual + 3),
  }))
}

/** Whether a line of wrapped text begins a paragraph though no blank line stands before it. */
function beginsOwn(text: string, line: Line, open: readonly Line[]): boolean {
  const [first, before] = [open[0]!, open.at(-1)!]
  const head = text.slice(line.span.start, Math.min(line.span.end, line.span.start + 41))
  const ended = ENDED.test(text.slice(Math.max(before.span.start, before.span.end - 12), before.span.end))
  if (isReferenceHeading(head)) return true
  if (isHeadingLine(text, first, open)) return true
  const marked = (s: string) => LIST_ITEM.test(s) || ENTRY.test(s)
  if (marked(head)) return ended || marked(text.slice(first.span.start, first.span.start + 8))
  return ended && line.indent >= before.indent + 2 && open.every((l, i) => i === 0 || l.indent < line.indent)
}

/** Whether what is open is only the words "References" or the like. */
const isHeadingLine = (text: string, first: Line, open: readonly Line[]): boolean =>
  open.length === 1 &&
  first.span.end - first.span.start <= 40 &&
  REFERENCES.test(text.slice(first.span.start, first.span.end))

/** Trimmed lines; they end at line feeds, carriage returns, form feeds and the line and paragraph separators. */
function linesOf(text: string): Line[] {
  const out: Line[] = []
  const push = (start: number, end: number): void => {
    const span = trimmed(text, { start, end })
    let indent = 0
    for (let i = start; i < span.start; i++) indent += text[i] === '\t' ? 8 : 1
    out.push({ span, indent })
  }
  let start = 0
  for (const m of text.matchAll(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu)) {
    push(start, m.index)
    start = m.index + m[0].length
  }
  push(start, text.length)
  return out
}

/**
 * Whether lines were broken at a column: of the lines that another follows at once, most are nearly full, and at least half break off
 * in mid-sentence. One-sentence paragraphs of even length do not.
 */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  const length = (line: Line | undefined): number => (line === undefined ? 0 : line.span.end - line.span.start)
  const inner = lines.filter((line, i) => length(line) > 0 && length(lines[i + 1]) > 0)
  if (inner.length === 0) return false
  const lengths = inner.map(length).sort((a, b) => a - b)
  const longest = lengths[Math.floor(lengths.length * 0.95)]!
  if (longest > 130 || longest < 40) return false
  const full = lengths.filter((n) => n > longest * 0.7).length
  const broken = inner.filter(
    ({ span }) => !ENDED.test(text.slice(Math.max(span.start, span.end - 12), span.end)),
  ).length
  return full >= lengths.length * 0.6 && broken >= inner.length * 0.5
}
