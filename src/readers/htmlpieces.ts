import { type Piece, piece } from './assemble.ts'
import { linkMarks } from './links.ts'
import { raised } from './superscript.ts'

const BLOCKS: Readonly<Record<string, Piece['kind']>> = {
  P: 'paragraph',
  LI: 'list-item',
  BLOCKQUOTE: 'block-quotation',
  TD: 'table-cell',
  TH: 'table-cell',
  DT: 'list-item',
  DD: 'list-item',
  PRE: 'paragraph',
  FIGCAPTION: 'paragraph',
  CAPTION: 'paragraph',
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
}
/** Elements that part text without saying what it is. */
const BOXES = new Set(
  (
    'DIV SECTION ARTICLE MAIN UL OL TABLE TR THEAD TBODY TFOOT BODY HEADER FOOTER NAV ASIDE FIGURE DL ADDRESS CENTER DETAILS ' +
    'SUMMARY FIELDSET FORM HR'
  ).split(' '),
)
/** A note at the foot of a page: `id="footnote-3"`, `id="cite_note-3"`, `id="fn:3"`, but not the place that points to it, `id="fnref:3"`. */
const NOTE_ID = /^(?:user-content-)?(?:fn|footnote|endnote|cite[_-]note)[-_:.]?(?!ref)[\w:.-]{0,40}$/iu
const NOTE_ROLE = /^doc-(?:footnote|endnote)$/u
/** Elements nested deeper than this are read as running text. */
const MOST_DEPTH = 200

/** Where in the tree a text stands: the block it belongs to. */
interface Place {
  readonly kind: Piece['kind']
  readonly level: number | null
}

/** The pieces of an element in order: elements that are blocks, and text that stands between blocks. */
export function pieces(root: Element): Piece[] {
  const out: Piece[] = []
  let loose: string[] = []
  let label = ''
  const flush = ({ kind, level }: Place): void => {
    // Two or more line breaks part paragraphs, one is a space.
    const parts = loose.join('').split(/(?: *\n){2,} */u)
    loose = []
    for (const part of parts) {
      const text = part
        .replace(/ *\n */gu, ' ')
        .replace(/ {2,}/gu, ' ')
        .trim()
      if (text === '') continue
      out.push(piece(kind, label + text, level))
      label = ''
    }
  }
  const element = (node: Element, place: Place, number: number | null, depth: number): void => {
    const name = node.tagName.toUpperCase()
    if (name === 'BR') loose.push('\n')
    else if (name === 'SUP') loose.push(marker(node))
    else if (name === 'PRE') preformatted(node, place)
    else nested(node, name, place, number, depth)
  }
  const nested = (node: Element, name: string, place: Place, number: number | null, depth: number): void => {
    const own = BLOCKS[name]
    const box = own !== undefined || BOXES.has(name)
    const inner = box ? placeIn(node, name, place) : place
    const [open, close] = name === 'A' ? linkMarks(node.getAttribute('href')) : ['', '']
    if (box) flush(place)
    if (name === 'LI') label = labelOf(node, number, inner.kind)
    loose.push(open)
    if (depth > MOST_DEPTH) loose.push(spaced(node.textContent ?? ''))
    else children(node, name, inner, depth)
    loose.push(close)
    if (box) flush(inner)
    if (name === 'LI') label = ''
  }
  const children = (node: Element, name: string, place: Place, depth: number): void => {
    let number = name === 'OL' ? Number(node.getAttribute('start') ?? 1) || 1 : null
    for (const child of node.childNodes) {
      if (child.nodeType === 3) loose.push(spaced(child.textContent ?? ''))
      if (child.nodeType !== 1) continue
      const item = number !== null && (child as Element).tagName.toUpperCase() === 'LI'
      if (item) number = Number((child as Element).getAttribute('value')) || number
      element(child as Element, place, item ? number : null, depth + 1)
      if (item && number !== null) number++
    }
  }
  const preformatted = (node: Element, place: Place): void => {
    flush(place)
    for (const part of (node.textContent ?? '').split(/\n[ \t]*\n/u)) {
      loose.push(spaced(part))
      flush(placeIn(node, 'PRE', place))
    }
  }
  element(root, { kind: 'paragraph', level: null }, null, 0)
  flush({ kind: 'paragraph', level: null })
  return out
}

const spaced = (text: string): string => text.replace(/[ \t\r\n\f]+/gu, ' ')

/** The block that an element makes, given the one that it stands in: what is quoted stays quoted, a note stays a note. */
function placeIn(node: Element, name: string, place: Place): Place {
  if (isNote(node)) return { kind: 'reference-list', level: null }
  const own = BLOCKS[name]
  if (own === undefined || place.kind === 'reference-list') return place
  if (own === 'paragraph' && (place.kind === 'block-quotation' || place.kind === 'list-item')) return place
  // A cell that holds one paragraph is a cell; one that holds many only lays out the page.
  if (own === 'paragraph' && place.kind === 'table-cell' && node.parentElement?.children.length === 1) return place
  return { kind: own, level: own === 'heading' ? Number(name[1]) : null }
}

const isNote = (node: Element): boolean =>
  (node.tagName.toUpperCase() === 'LI' && NOTE_ID.test(node.getAttribute('id') ?? '')) ||
  NOTE_ROLE.test(node.getAttribute('role') ?? '')

/** What is printed before a list item: "3. " in a numbered list, "[3] " before a note, as the marker in the text has it; nothing before one that bears its own number. */
function labelOf(item: Element, number: number | null, kind: Piece['kind']): string {
  if (number === null || /^\s*[[(]?\d{1,4}[\]).]/u.test((item.textContent ?? '').slice(0, 40))) return ''
  return kind === 'reference-list' && isNote(item) ? `[${number}] ` : `${number}. `
}

/** A raised figure: "[3]" when it links to a note, else as it is printed ("km²"). */
function marker(node: Element): string {
  const text = (node.textContent ?? '').trim()
  if (!/^\[?\d{1,4}\]?$/u.test(text)) return text
  const links = [node.closest('a'), ...node.querySelectorAll('a')].some((a) => a?.getAttribute('href')?.includes('#'))
  return links || text.startsWith('[') ? `[${text.replace(/\D/gu, '')}]` : raised(text)
}

/** How deep a tree's elements are nested. */
export function depthOf(root: Node): number {
  let deepest = 0
  let depth = 0
  let node: Node | null = root
  while (node !== null) {
    if (depth > deepest) deepest = depth
    if (node.firstChild !== null) {
      node = node.firstChild
      depth++
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      depth--
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  return deepest
}
