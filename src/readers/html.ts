import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { assemble, type Piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { decode } from './encoding.ts'
import { pageFacts } from './htmlfacts.ts'
import { depthOf, pieces } from './htmlpieces.ts'
import { withoutMarks } from './links.ts'
import { checkLength, noFacts, type Reader, tooLarge } from './reader.ts'

/** Web pages: the article is found among menus; nothing that the page holds is run or fetched. */
export const html: Reader = {
  format: 'html',
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  extensions: ['.html', '.htm', '.xhtml'],
  sniff: (bytes) =>
    /^(?:\ufeff|ï»¿)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(
      latin(bytes, 1024),
    ),
  read(bytes) {
    const { text: source, encoding, problems } = decode(bytes, declaredEncoding(bytes))
    checkLength(source)
    const document = parsed(/<html[\s>]/iu.test(source.slice(0, 100_000)) ? source : page(source))
    const facts = pageFacts(document)
    for (const dropped of document.querySelectorAll(NO_TEXT)) dropped.remove()
    const { text, blocks, links } = assemble(article(document))
    return {
      text,
      links,
      blocks: markReferences(text, blocks),
      facts,
      properties: noFacts,
      language: document.documentElement?.getAttribute('lang')?.trim().slice(0, 12) || null,
      encoding,
      problems,
    }
  },
}

/** What a page says of its encoding in its first 4 KB (`<meta charset>`, an XML declaration); null when it does not. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = latin(bytes, 4096)
  const m = /<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})|<meta[^>]{0,200}charset=["']?\s{0,5}([\w-]{1,40})/iu.exec(head)
  return m?.[1] ?? m?.[2] ?? null
}

const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1')

const page = (body: string): string => `<!doctype html><html><head></head><body>${body}</body></html>`

const NO_TEXT =
  'script, style, noscript, template, iframe, object, embed, svg, canvas, button, input, select, textarea, [hidden], [aria-hidden="true"]'
/** More tags than pages have: parsing more would take minutes. */
const MOST_TAGS = 400_000

/** A page's tree. Throws `too-large`. */
function parsed(source: string): Document {
  let tags = 0
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1))
    if (++tags > MOST_TAGS) throw tooLarge(`more than ${MOST_TAGS} tags`)
  return parseHTML(source).document
}

/** The pieces of HTML that holds nothing but the document itself, such as another format turned into HTML. */
export function bodyPieces(source: string): Piece[] {
  const document = parsed(page(source))
  for (const dropped of document.querySelectorAll(NO_TEXT)) dropped.remove()
  return pieces(document.body)
}

/** Sizes beyond which looking for the article takes too long: its work grows with elements times depth. */
const MOST_ELEMENTS = 20_000
const MOST_DEPTH = 100
/** An article shorter than this (UTF-16 code units), or than a tenth of the page, was probably not found. */
const SHORTEST = 200

function article(document: Document): Piece[] {
  const whole = document.body ?? document.documentElement
  if (whole === null) return []
  const all = pieces(whole)
  const main = among(document) ?? []
  if (size(main) < SHORTEST || size(main) < size(all) * 0.1) return withoutMenus(document, whole, all)
  const found: Piece[] = [...main, ...(referencesOf(main).length > 0 ? [] : referencesOf(all))]
  const title = all.find((p) => p.kind === 'heading' && p.level === 1)
  if (title === undefined) return found
  // Readability leaves the title out, or makes it a lesser heading.
  const at = found.findIndex((p) => p.kind === 'heading' && p.text === title.text)
  return at < 0 ? [title, ...found] : found.with(at, title)
}

/** The reference list among pieces, with its heading. Readability takes a list of links for a menu and drops it. */
function referencesOf(list: readonly Piece[]): Piece[] {
  const { text, blocks } = assemble(list)
  const marked = markReferences(text, blocks).map((b) => b.kind === 'reference-list')
  return list.filter((_, i) => marked[i] || (marked[i + 1] && blocks[i]?.kind === 'heading'))
}

const size = (list: readonly Piece[]): number => list.reduce((n, p) => n + withoutMarks(p.text).text.length, 0)

/** The article as Readability finds it; null when it finds none or the page is too large for it. */
function among(document: Document): Piece[] | null {
  if (document.querySelectorAll('*').length > MOST_ELEMENTS || depthOf(document) > MOST_DEPTH) return null
  try {
    const clone = document.cloneNode(true) as Document
    const found = new Readability(clone, { charThreshold: SHORTEST, keepClasses: true }).parse()
    return found?.content ? pieces(parseHTML(page(found.content)).document.body) : null
  } catch {
    return null
  }
}

/** What a page marks as its main part, else all but what it marks as menus. */
function withoutMenus(document: Document, whole: Element, all: Piece[]): Piece[] {
  for (const marked of document.querySelectorAll('article, main, [role="main"]')) {
    const found = pieces(marked)
    if (size(found) >= SHORTEST && size(found) >= size(all) * 0.3) return found
  }
  for (const menu of document.querySelectorAll('nav, aside, footer, [role="navigation"]')) menu.remove()
  const rest = pieces(whole)
  return rest.length > 0 ? rest : all
}
