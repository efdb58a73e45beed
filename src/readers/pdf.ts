import { DragomanError, type Problem } from '../model/index.ts'
import { assemble, type Piece, piece } from './assemble.ts'
import { markReferences } from './blocks.ts'
import { found, type Reader } from './reader.ts'

/** A run of printed text. Units are points from the page's lower left corner. */
interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** PDF with a text layer: columns in reading order, hyphens at line ends mended, running headers, footers and page numbers left out. */
export const pdf: Reader = {
  format: 'pdf',
  mediaTypes: ['application/pdf'],
  extensions: ['.pdf'],
  sniff: (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(bytes) {
    const { pages, info } = await printed(bytes)
    const runs = pages.flatMap((p) => p.runs)
    if (runs.length === 0)
      throw new DragomanError(
        'scanned-pdf',
        'the PDF holds only pictures of pages; run it through text recognition (for instance ocrmypdf) and read the result',
      )
    const bodySize = middle(runs.flatMap((r) => Array<number>(Math.ceil(r.text.length / 10)).fill(r.size)))
    const lines = withoutFurniture(pages.map((p) => ({ height: p.height, lines: columns(p.runs).flatMap(linesOf) })))
    const { text, blocks } = assemble(joined(lines.flatMap((page, i) => paragraphs(page, i + 1, bodySize))))
    const empty = pages.filter((p) => p.runs.length === 0).length
    const problems: Problem[] =
      empty === 0
        ? []
        : [
            {
              code: 'pages-without-text',
              stage: 'read',
              span: null,
              message: `${empty} of ${pages.length} pages hold no text; if they are scans, run the PDF through text recognition`,
            },
          ]
    const facts = {
      title: found(info.Title, 'PDF metadata: Title'),
      author: found(info.Author, 'PDF metadata: Author'),
      publisher: null,
      date: null,
    }
    return { text, blocks: markReferences(text, blocks), facts, language: null, encoding: null, problems }
  },
}

const MOST_PAGES = 5000

async function printed(
  bytes: Uint8Array,
): Promise<{ pages: { runs: Run[]; height: number }[]; info: Record<string, string | undefined> }> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    const file = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      verbosity: 0,
    })
    const pages: { runs: Run[]; height: number }[] = []
    for (let n = 1; n <= Math.min(file.numPages, MOST_PAGES); n++) {
      const page = await file.getPage(n)
      const { items } = await page.getTextContent()
      const runs = items.flatMap((item): Run[] =>
        'str' in item && item.str.trim() !== ''
          ? [
              {
                text: item.str,
                x: item.transform[4] as number,
                y: item.transform[5] as number,
                width: item.width,
                size: Math.hypot(item.transform[2] as number, item.transform[3] as number) || item.height || 10,
              },
            ]
          : [],
      )
      pages.push({ runs, height: page.getViewport({ scale: 1 }).height })
      page.cleanup()
    }
    const info = ((await file.getMetadata().catch(() => null))?.info ?? {}) as Record<string, string | undefined>
    await file.destroy()
    return { pages, info }
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ''
    if (name === 'PasswordException')
      throw new DragomanError(
        'password-protected',
        'the PDF is locked with a password; save a copy without one and read that',
        { cause },
      )
    throw new DragomanError('malformed-pdf', 'the PDF is damaged or cut off; get it again, or print it to a new PDF', {
      cause,
    })
  }
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 10

/** Parts runs at a gutter: a vertical band near the middle that hardly any run crosses while both sides are full. What crosses it ends a part. */
function columns(runs: readonly Run[]): Run[][] {
  if (runs.length < 20) return [[...runs]]
  const left = Math.min(...runs.map((r) => r.x))
  const right = Math.max(...runs.map((r) => r.x + r.width))
  let gutter: { x: number; crossing: number } | null = null
  for (let x = left + (right - left) * 0.35; x <= left + (right - left) * 0.65; x += 2) {
    const crossing = runs.filter((r) => r.x < x - 2 && r.x + r.width > x + 2).length
    if (gutter === null || crossing < gutter.crossing) gutter = { x, crossing }
  }
  if (gutter === null || gutter.crossing > runs.length * 0.1) return [[...runs]]
  const { x } = gutter
  const begins = runs.filter(
    (r) => r.x >= x - 2 && Math.abs(r.x - middle(runs.filter((s) => s.x >= x - 2).map((s) => s.x))) < 8,
  ).length
  if (begins < runs.length * 0.15) return [[...runs]]
  const wide = runs.filter((r) => r.x < x - 2 && r.x + r.width > x + 2)
  const ranks = wide.map((r) => r.y).sort((a, b) => b - a)
  const out: Run[][] = []
  for (let band = 0; band <= ranks.length; band++) {
    const top = band === 0 ? Infinity : ranks[band - 1]!
    const bottom = ranks[band] ?? -Infinity
    const inBand = runs.filter((r) => !wide.includes(r) && r.y < top && r.y > bottom)
    out.push(
      inBand.filter((r) => r.x + r.width / 2 < x),
      inBand.filter((r) => r.x + r.width / 2 >= x),
    )
    if (band < ranks.length) out.push(runs.filter((r) => r.y === ranks[band] && (wide.includes(r) || r.y === bottom)))
  }
  return out.filter((part) => part.length > 0)
}

/** Runs of one baseline as lines, top to bottom. */
function linesOf(runs: readonly Run[]): Line[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row[0]!.y - run.y) < Math.max(2, run.size * 0.45)) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x - b.x)
    let text = ''
    let end = row[0]!.x
    for (const run of row) {
      if (text !== '' && !/\s$/u.test(text) && !/^\s/u.test(run.text) && run.x - end > run.size * 0.18) text += ' '
      text += run.text
      end = run.x + run.width
    }
    const size = Math.max(...row.map((r) => r.size))
    return { text: text.replace(/\s+/gu, ' ').trim(), x: row[0]!.x, right: end, y: row[0]!.y, size }
  })
}

/** Pages without page numbers, and without lines at the top or foot that come again on other pages (figures in them set aside). */
function withoutFurniture(pages: readonly { height: number; lines: Line[] }[]): Line[][] {
  const shape = (text: string) => text.replace(/\d+/gu, '#').toLowerCase()
  const edge = (page: { height: number }, line: Line) => line.y > page.height * 0.9 || line.y < page.height * 0.1
  const seen = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(page.lines.filter((l) => edge(page, l)).map((l) => shape(l.text))))
      seen.set(key, (seen.get(key) ?? 0) + 1)
  return pages.map((page) =>
    page.lines.filter(
      (l) =>
        !(
          edge(page, l) &&
          (/^\W*(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\W*$/iu.test(l.text) ||
            (seen.get(shape(l.text)) ?? 0) >= Math.min(3, Math.max(2, pages.length / 2)))
        ),
    ),
  )
}

/** Lines joined to paragraphs: a new one begins after a wide gap, at an indent, at a change of size, or after a short line that ends a sentence. */
function paragraphs(lines: readonly Line[], page: number, bodySize: number): Piece[] {
  const right = Math.max(0, ...lines.map((l) => l.right))
  const gaps = lines
    .slice(1)
    .map((l, i) => lines[i]!.y - l.y)
    .filter((g) => g > 0 && g < 40)
  const leading = gaps.length > 0 ? middle(gaps) : bodySize * 1.2
  const out: Piece[] = []
  let open: Line[] = []
  const close = (): void => {
    if (open.length === 0) return
    const text = open.map((l) => l.text).reduce(mended)
    const large = open[0]!.size > bodySize * 1.12
    const heading = large && text.length < 200
    const level = open[0]!.size > bodySize * 1.5 ? 1 : 2
    const listed = /^(?:[-•–]|\d{1,3}[.)])\s/u.test(text)
    out.push(
      heading ? piece('heading', text, level, page) : piece(listed ? 'list-item' : 'paragraph', text, null, page),
    )
    open = []
  }
  for (const line of lines) {
    const before = open.at(-1)
    if (before !== undefined) {
      const gap = before.y - line.y
      const ended = /[.!?:]["”’»)\]]?(?:\[\d+\])?$/u.test(before.text)
      const columnWidth = Math.max(...open.map((l) => l.right - l.x), 1)
      const short = before.right - before.x < columnWidth * 0.85 && right - before.right > 20
      const indented = line.x > before.x + 6 && line.x < before.x + 60 && open.length > 1
      const entry = /^\[\d{1,4}\]\s/u.test(line.text)
      if (gap > leading * 1.4 || Math.abs(line.size - before.size) > 1 || entry || (ended && (short || indented)))
        close()
    }
    open.push(line)
  }
  close()
  return out
}

/** Two lines of a paragraph as one; a hyphen before a small letter is taken as the typesetter's. */
function mended(text: string, next: string): string {
  return /\p{L}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
}

/** Joins a paragraph that goes on at the top of the next column or page. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const p of pieces) {
    const before = out.at(-1)
    const goesOn =
      before?.kind === 'paragraph' &&
      p.kind === 'paragraph' &&
      !/[.!?:;]["”’»)\]]?(?:\[\d+\])?$/u.test(before.text) &&
      /^[\p{Ll}“"(]/u.test(p.text)
    if (goesOn) out[out.length - 1] = { ...before, text: mended(before.text, p.text) }
    else out.push(p)
  }
  return out
}
