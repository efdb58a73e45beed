import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { parse } from 'yaml'
import type { Problem } from '../model/index.ts'
import { assemble, type Piece, piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { decode } from './encoding.ts'
import { found, noFacts, type Reader } from './reader.ts'

interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly ordered?: boolean | null
  readonly start?: number | null
  readonly identifier?: string
  readonly label?: string | null
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
    const { data, body, problem } = frontMatter(source)
    const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node
    const { text, blocks } = assemble(pieces(tree.children ?? []))
    const first = (...names: string[]): string | null => names.map((n) => data[n]).find((v) => v !== null) ?? null
    const facts = {
      ...noFacts,
      title: found(first('title'), 'front matter: title'),
      author: found(first('author', 'authors'), 'front matter: author'),
      publisher: found(first('publisher', 'source'), 'front matter: publisher'),
      date: found(first('date'), 'front matter: date'),
    }
    return {
      text,
      blocks: markReferences(text, blocks),
      facts,
      language: first('lang', 'language'),
      encoding,
      problems: [...problems, ...problem],
    }
  },
}

function frontMatter(source: string): { data: Record<string, string | null>; body: string; problem: Problem[] } {
  const data: Record<string, string | null> = {
    title: null,
    author: null,
    authors: null,
    publisher: null,
    source: null,
    date: null,
    lang: null,
    language: null,
  }
  const end = source.startsWith('---') ? source.indexOf('\n---', 3) : -1
  if (end < 0 || end > 20_000) return { data, body: source, problem: [] }
  const body = source.slice(source.indexOf('\n', end + 1) + 1)
  try {
    const read = parse(source.slice(3, end), { schema: 'failsafe', maxAliasCount: 0 }) as unknown
    if (typeof read === 'object' && read !== null)
      for (const [key, value] of Object.entries(read)) {
        if (typeof value === 'string') data[key.toLowerCase()] = value
        else if (Array.isArray(value)) data[key.toLowerCase()] = value.filter((v) => typeof v === 'string').join(', ')
      }
    return { data, body, problem: [] }
  } catch {
    const message = 'the front matter is no YAML that can be read; mend it, or give --title --author --publisher --date'
    return { data, body, problem: [{ code: 'front-matter-broken', stage: 'read', span: null, message }] }
  }
}

const pieces = (nodes: readonly Node[], kind: Piece['kind'] = 'paragraph'): Piece[] =>
  nodes.flatMap((node) => piecesOf(node, kind))

function piecesOf(node: Node, kind: Piece['kind']): Piece[] {
  const children = node.children ?? []
  switch (node.type) {
    case 'heading':
      return [piece('heading', inline(node), node.depth ?? 1)]
    case 'paragraph':
      return [piece(kind, inline(node))]
    case 'blockquote':
      return pieces(children, 'block-quotation')
    case 'list':
      return children.flatMap((item, i) => {
        const label = node.ordered ? `${(node.start ?? 1) + i}. ` : ''
        const inner = pieces(item.children ?? [], 'list-item')
        return inner.map((p, j) => (j === 0 ? { ...p, text: label + p.text } : p))
      })
    case 'table':
      return children.flatMap((row) => (row.children ?? []).map((cell) => piece('table-cell', inline(cell))))
    case 'footnoteDefinition':
      return [piece('reference-list', `[${node.label ?? node.identifier ?? ''}] ${children.map(inline).join(' ')}`)]
    case 'code':
      return [piece('paragraph', node.value ?? '')]
    default:
      return children.length > 0 ? pieces(children, kind) : []
  }
}

/** The text that a reader sees of a node; raw HTML is left out. */
function inline(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? ''
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier ?? ''}]`
  return (node.children ?? []).map(inline).join('')
}
