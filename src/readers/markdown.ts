import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse } from 'yaml'
import type { Problem } from '../model/index.ts'
import { assemble, type Piece, piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { decode } from './encoding.ts'
import { bodyPieces } from './html.ts'
import { linkMarks } from './links.ts'
import { checkLength, found, noFacts, type Reader, trouble } from './reader.ts'
import { plainContent } from './txt.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly identifier?: string
  readonly label?: string | null
  readonly url?: string
  readonly children?: readonly Node[]
}

/** Markdown with GitHub's extensions; the text is what a reader sees, front matter (YAML) tells of the document. */
export const markdown: Reader = {
  format: 'markdown',
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  extensions: ['.md', '.markdown'],
  sniff: (bytes) => /^---\r?\n[\s\S]{0,2000}?\n---\r?\n/u.test(Buffer.from(bytes.subarray(0, 2100)).toString('utf8')),
  read(bytes) {
    const { text: source, encoding, problems } = decode(bytes)
    checkLength(source)
    const { data, body, problem } = frontMatter(source)
    const first = (...names: string[]): string | null => names.map((n) => data.get(n)).find((v) => v) ?? null
    const facts = {
      ...noFacts,
      title: found(first('title'), 'front matter: title'),
      author: found(first('author', 'authors'), 'front matter: author'),
      publisher: found(first('publisher', 'source'), 'front matter: publisher'),
      date: found(first('date'), 'front matter: date'),
    }
    const own = { facts, language: first('lang', 'language') }
    const tree = treeOf(body)
    if (tree === null) {
      const message =
        'this is too long or too deeply nested to be read as Markdown and was read as plain text; split it'
      const read = { text: body, encoding, problems: [...problems, ...problem, trouble('read-as-plain-text', message)] }
      return { ...plainContent(read), ...own }
    }
    const known = { notes: noteNumbers(tree), targets: linkTargets(tree) }
    const { text, blocks, links } = assemble(pieces(tree.children ?? [], 'paragraph', known))
    return {
      ...own,
      text,
      links,
      blocks: markReferences(text, blocks),
      properties: noFacts,
      encoding,
      problems: [...problems, ...problem],
    }
  },
}

/** Sizes beyond which parsing Markdown takes more than seconds: its work grows with marks in a paragraph squared, and with nesting. */
const MOST_MARKDOWN = 1_000_000
const MOST_MARKS = 500
const MOST_NESTING = 60

/** The tree of a source; null when parsing it would take too long, or exhausts the stack. */
function treeOf(source: string): Node | null {
  if (source.length > MOST_MARKDOWN || isKnotty(source)) return null
  try {
    return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether a paragraph holds more marks of emphasis, code and links than people write, or a line is nested deeper. */
function isKnotty(source: string): boolean {
  let marks = 0
  for (const line of source.split('\n')) {
    if (line.trim() === '') marks = 0
    else if (/^[\s>*+\d.)-]*/u.exec(line)![0].length > MOST_NESTING) return true
    for (const _ of line.matchAll(/[*_~`[\]<]+/gu)) if (++marks > MOST_MARKS) return true
  }
  return false
}

type Matter = ReadonlyMap<string, string>

function frontMatter(source: string): { data: Matter; body: string; problem: Problem[] } {
  const none: Matter = new Map()
  const end = /^---[ \t]*\r?\n/u.test(source) ? source.indexOf('\n---', 3) : -1
  if (end < 0 || end > 20_000) return { data: none, body: source, problem: [] }
  const next = source.indexOf('\n', end + 1)
  const body = next < 0 ? '' : source.slice(next + 1)
  try {
    const read = parse(source.slice(3, end), { schema: 'failsafe', maxAliasCount: 0 }) as unknown
    return {
      data: new Map(Object.entries(read ?? {}).map(([key, value]) => [key.toLowerCase(), written(value)])),
      body,
      problem: [],
    }
  } catch {
    const message = 'the front matter is no YAML that can be read; mend it, or give --title --author --publisher --date'
    return { data: none, body, problem: [trouble('front-matter-broken', message)] }
  }
}

const written = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.filter((v) => typeof v === 'string').join(', ') : ''

/** Numbers of footnotes as they are shown: their labels where all are figures, else the order in which they are first pointed to. */
function noteNumbers(tree: Node): ReadonlyMap<string, string> {
  const order = new Map<string, string>()
  const visit = (node: Node): void => {
    const id = node.identifier
    if (node.type === 'footnoteReference' && id !== undefined && !order.has(id)) order.set(id, String(order.size + 1))
    for (const child of node.children ?? []) visit(child)
  }
  visit(tree)
  const figures = [...order.keys()].every((id) => /^\d{1,4}$/u.test(id))
  return figures ? new Map([...order.keys()].map((id) => [id, id])) : order
}

/** Addresses that links name by a label: "[label]: https://…". */
function linkTargets(tree: Node): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  const visit = (node: Node): void => {
    if (node.type === 'definition' && node.identifier !== undefined) out.set(node.identifier, node.url ?? '')
    for (const child of node.children ?? []) visit(child)
  }
  visit(tree)
  return out
}

/** What is gathered from the whole tree: numbers of footnotes and addresses by label. */
interface Known {
  readonly notes: ReadonlyMap<string, string>
  readonly targets: ReadonlyMap<string, string>
}

function pieces(nodes: readonly Node[], kind: Piece['kind'], known: Known): Piece[] {
  return nodes.flatMap((node) => piecesOf(node, kind, known))
}

function piecesOf(node: Node, kind: Piece['kind'], known: Known): Piece[] {
  const children = node.children ?? []
  const text = (n: Node): string => inline(n, known)
  switch (node.type) {
    case 'heading':
      return [piece('heading', text(node), node.depth ?? 1)]
    case 'paragraph':
      return [piece(kind, text(node))]
    case 'blockquote':
      return pieces(children, 'block-quotation', known)
    case 'list':
      return children.flatMap((item, i) => {
        const label = node.ordered ? `${(node.start ?? 1) + i}. ` : ''
        const inner = pieces(item.children ?? [], 'list-item', known)
        return inner.map((p, j) => (j === 0 ? { ...p, text: label + p.text } : p))
      })
    case 'table':
      return children.flatMap((row) => (row.children ?? []).map((cell) => piece('table-cell', text(cell))))
    case 'footnoteDefinition': {
      const number = known.notes.get(node.identifier ?? '') ?? node.label ?? ''
      return [piece('reference-list', `[${number}] ${children.map(text).join(' ')}`)]
    }
    case 'code':
      return [piece('paragraph', node.value ?? '')]
    case 'html':
      return bodyPieces(node.value ?? '')
    default:
      return children.length > 0 ? pieces(children, kind, known) : []
  }
}

/** The text that a reader sees of a node; tags of raw HTML are left out, what stands between them stays. */
function inline(node: Node, known: Known): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${known.notes.get(node.identifier ?? '') ?? node.label ?? ''}]`
  const words = (node.children ?? []).map((child) => inline(child, known)).join('')
  const url = node.type === 'linkReference' ? known.targets.get(node.identifier ?? '') : node.url
  const [open, close] = node.type.startsWith('link') ? linkMarks(url) : ['', '']
  return open + words + close
}
