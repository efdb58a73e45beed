import { DragomanError, type Problem } from '../model/index.ts'
import { assemble } from './assemble.ts'
import { markReferences } from './blocks.ts'
import {
  columns,
  commonestFont,
  joined,
  linesOf,
  middle,
  paragraphs,
  type Run,
  withoutFurniture,
  wordsOf,
} from './pdflayout.ts'
import { refuseBombs } from './pdfstreams.ts'
import { type Content, found, noFacts, type Reader, tooLarge, trouble } from './reader.ts'

/** PDF with a text layer: columns in reading order, hyphens at line ends mended, running headers, footers and page numbers left out. */
export const pdf: Reader = {
  format: 'pdf',
  mediaTypes: ['application/pdf'],
  extensions: ['.pdf'],
  sniff: (bytes) => latin(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(bytes): Promise<Content> {
    const { pages, info, problems } = await printed(bytes)
    const runs = pages.flatMap((p) => p.runs)
    if (!runs.some((r) => /[\p{L}\p{N}]/u.test(r.text)))
      throw new DragomanError(
        'scanned-pdf',
        'the PDF holds only pictures of pages; run it through text recognition (for instance ocrmypdf) and read the result',
      )
    const bodySize = middle(runs.flatMap((r) => Array<number>(Math.ceil(r.text.length / 10)).fill(r.size)))
    const lines = withoutFurniture(pages.map((p) => ({ height: p.height, lines: columns(p.runs).map(linesOf) })))
    const words = wordsOf(lines.flat(2))
    const body = { size: bodySize, font: commonestFont(runs) }
    const pieces = lines.flatMap((parts, i) => paragraphs(parts, i + 1, body, words))
    const { text, blocks } = assemble(joined(pieces, words))
    return {
      text,
      links: [],
      blocks: markReferences(text, blocks),
      facts: noFacts,
      properties: {
        ...noFacts,
        title: found(info.Title, 'PDF metadata: Title'),
        author: found(info.Author, 'PDF metadata: Author'),
      },
      language: null,
      encoding: null,
      problems: [...problems, ...withoutText(pages)],
    }
  },
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

function withoutText(pages: readonly Page[]): Problem[] {
  const empty = pages.filter((p) => p.runs.length === 0).length
  const message = `${empty} of ${pages.length} pages hold no text; if they are scans, run the PDF through text recognition`
  return empty === 0 ? [] : [trouble('pages-without-text', message)]
}

interface Page {
  readonly runs: readonly Run[]
  readonly height: number
}

interface Printed {
  readonly pages: readonly Page[]
  readonly info: { readonly Title: string | null; readonly Author: string | null }
  readonly problems: readonly Problem[]
}

const MOST_PAGES = 5000
const MOST_RUNS = 1_000_000

/** The text of each page as runs. Throws `truncated-file`, `zip-bomb`, `password-protected`, `malformed-pdf`, `too-large`. */
async function printed(bytes: Uint8Array): Promise<Printed> {
  if (!latin(bytes.subarray(Math.max(0, bytes.length - 4096))).includes('%%EOF'))
    throw new DragomanError('truncated-file', 'the PDF is cut off (its end is missing); get the file again')
  refuseBombs(bytes)
  const { getDocumentProxy } = await import('unpdf')
  try {
    const file = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    })
    try {
      const pages: Page[] = []
      let runs = 0
      for (let n = 1; n <= Math.min(file.numPages, MOST_PAGES); n++) {
        const page = await file.getPage(n)
        const [left, bottom, , top] = page.view as [number, number, number, number]
        const own = (await page.getTextContent()).items.flatMap((item) =>
          'str' in item ? runOf(item, left, bottom) : [],
        )
        runs += own.length
        if (runs > MOST_RUNS) throw tooLarge(`more than ${MOST_RUNS} printed words`)
        pages.push({ runs: own, height: top - bottom })
        page.cleanup()
      }
      const info: unknown = (await file.getMetadata().catch(() => null))?.info
      const message = `only the first ${MOST_PAGES} of ${file.numPages} pages were read; split the PDF to read the others`
      return {
        pages,
        info: properties(info),
        problems: file.numPages > MOST_PAGES ? [trouble('pages-left-out', message)] : [],
      }
    } finally {
      await file.destroy()
    }
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw new DragomanError(
        'password-protected',
        'the PDF is locked with a password; save a copy without one and read that',
        { cause },
      )
    throw new DragomanError('malformed-pdf', 'the PDF is damaged; get it again, or print it to a new PDF', { cause })
  }
}

interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly fontName: string
}

/** A run measured from the page's lower left corner; none for blanks, and for text that stands outside any sensible page or runs up its side. */
function runOf(item: TextItem, left: number, bottom: number): Run[] {
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number]
  const run = {
    text: item.str,
    x: e - left,
    y: f - bottom,
    width: item.width,
    size: Math.hypot(c, d) || item.height || 10,
    font: item.fontName,
  }
  const upright = Math.abs(b) <= Math.abs(a)
  const sensible = [run.x, run.y, run.width].every((n) => Math.abs(n) < 20_000)
  return item.str.trim() === '' || !upright || !sensible ? [] : [run]
}

function properties(info: unknown): Printed['info'] {
  const own = (name: string): string | null => {
    const value = typeof info === 'object' && info !== null ? (info as Record<string, unknown>)[name] : null
    return typeof value === 'string' ? value : null
  }
  return { Title: own('Title'), Author: own('Author') }
}
