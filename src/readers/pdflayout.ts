import { type Piece, piece } from './assemble.ts'
import { isReferenceHeading } from './blocks.ts'
import { raised } from './superscript.ts'

/** A run of printed text. Units are points from the page's lower left corner; `y` is the baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** The name of its font inside the file: runs of one name look alike. */
  readonly font: string
}

/** How most of a document is printed. */
export interface Body {
  readonly size: number
  readonly font: string
}

/** A line of one column. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** The font of the whole line; null when it changes inside. */
  readonly font: string | null
}

/** A page's lines, column by column in reading order. */
export type Columns = readonly (readonly Line[])[]

/** The middle one of some numbers; 10 of none. */
export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 10

const least = (runs: readonly Run[], of: (run: Run) => number): number =>
  runs.reduce((n, r) => Math.min(n, of(r)), Infinity)
const most = (runs: readonly Run[], of: (run: Run) => number): number =>
  runs.reduce((n, r) => Math.max(n, of(r)), -Infinity)
const rightOf = (run: Run): number => run.x + run.width

/**
 * Parts a page's runs at a gutter: a band near the middle that hardly any run crosses while at its right side many lines begin at one
 * place. What crosses it (a title over both columns) parts the page into bands, each read left column first.
 */
export function columns(runs: readonly Run[]): Run[][] {
  const gutter = gutterOf(runs)
  if (gutter === null) return [[...runs]]
  const wide = runs.filter((r) => crosses(r, gutter)).sort((a, b) => b.y - a.y)
  const crossing = new Set(wide)
  const usual = middle(runs.map((r) => r.size))
  // The last line of a title over both columns may be too short to cross the gutter.
  const ends = (title: Run, run: Run): boolean =>
    title.size > usual * 1.12 && Math.abs(title.size - run.size) < 0.5 && run.y > title.y - title.size * 1.6
  const narrow = runs.filter((r) => !crossing.has(r)).sort((a, b) => b.y - a.y)
  const out: Run[][] = []
  let at = 0
  const band = (bottom: number): void => {
    const inside: Run[] = []
    while (at < narrow.length && narrow[at]!.y > bottom) inside.push(narrow[at++]!)
    out.push(
      inside.filter((r) => r.x + r.width / 2 < gutter),
      inside.filter((r) => r.x + r.width / 2 >= gutter),
    )
  }
  for (let i = 0; i < wide.length; ) {
    const row = wide[i]!
    band(row.y + row.size * 0.3)
    const whole: Run[] = []
    while (i < wide.length && wide[i]!.y > row.y - row.size * 1.6) whole.push(wide[i++]!)
    const lowest = whole.at(-1)!
    while (at < narrow.length && (narrow[at]!.y > lowest.y - lowest.size * 0.3 || ends(lowest, narrow[at]!)))
      whole.push(narrow[at++]!)
    out.push(whole)
  }
  band(-Infinity)
  return out.filter((part) => part.length > 0)
}

const crosses = (run: Run, x: number): boolean => run.x < x - 2 && rightOf(run) > x + 2

const FEWEST_RUNS = 20
const PLACES = 100

function gutterOf(runs: readonly Run[]): number | null {
  if (runs.length < FEWEST_RUNS) return null
  const left = least(runs, (r) => r.x)
  const width = most(runs, rightOf) - left
  const sample = runs.length > 4000 ? runs.slice(0, 4000) : runs
  const places = Array.from({ length: PLACES + 1 }, (_, i) => left + width * (0.35 + (0.3 * i) / PLACES))
  const counted = places.map((x) => ({ x, crossing: sample.filter((r) => crosses(r, x)).length }))
  const fewest = Math.min(...counted.map((c) => c.crossing))
  if (fewest > sample.length * 0.1) return null
  // The middle of the widest band of places that are crossed as little.
  const x = middle(
    longestRow(
      counted.filter((c) => c.crossing === fewest).map((c) => c.x),
      width * 0.004,
    ),
  )
  const beyond = sample.filter((r) => r.x >= x - 2)
  const margin = commonest(beyond.map((r) => r.x))
  const begins = beyond.filter((r) => Math.abs(r.x - margin) < 8)
  const rows = new Set(begins.map((r) => Math.round(r.y)))
  const all = new Set(sample.map((r) => Math.round(r.y)))
  const before = new Set(sample.filter((r) => rightOf(r) <= x + 2).map((r) => Math.round(r.y)))
  return rows.size >= Math.max(5, all.size * 0.25) && before.size >= all.size * 0.25 ? x : null
}

/** The longest row of numbers in order that are no more than `step` apart. */
function longestRow(values: readonly number[], step: number): number[] {
  let best: number[] = []
  let row: number[] = []
  for (const value of values) {
    row = row.length > 0 && value - row.at(-1)! <= step ? [...row, value] : [value]
    if (row.length > best.length) best = row
  }
  return best
}

/** The place at which most values lie, to four points. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const v of values) counts.set(Math.round(v / 4), (counts.get(Math.round(v / 4)) ?? 0) + 1)
  return ([...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0) * 4
}

/** The font that most characters are printed in. */
export function commonestFont(runs: readonly Run[]): string {
  const counts = new Map<string, number>()
  for (const { font, text } of runs) counts.set(font, (counts.get(font) ?? 0) + text.length)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0]
}

/** Runs of one baseline as lines, top to bottom. Small raised figures, as of footnotes, are kept as raised figures ("war¹²"). */
export function linesOf(runs: readonly Run[]): Line[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row[0]!.y - run.y) < Math.max(2, Math.max(run.size, row[0]!.size) * 0.45))
      row.push(run)
    else rows.push([run])
  }
  return rows.map(lineOf)
}

function lineOf(row: readonly Run[]): Line {
  const ordered = [...row].sort((a, b) => a.x - b.x)
  const size = most(ordered, (r) => r.size)
  const main = ordered.filter((r) => r.size > size * 0.8)
  const y = middle(main.map((r) => r.y))
  const font = main.every((r) => r.font === main[0]!.font) ? main[0]!.font : null
  let text = ''
  let end = ordered[0]!.x
  for (const run of ordered) {
    const marker = run.size < size * 0.8 && run.y > y + size * 0.12 && /^\s*\d{1,3}\s*$/u.test(run.text)
    const own = marker ? raised(run.text.trim()) : run.text
    const apart = !marker && text !== '' && !/\s$/u.test(text) && !/^\s/u.test(own) && run.x - end > run.size * 0.18
    text += apart ? ` ${own}` : own
    end = Math.max(end, rightOf(run))
  }
  return { text: text.replace(/\s+/gu, ' ').trim(), x: ordered[0]!.x, right: end, y, size, font }
}

interface PageLines {
  readonly height: number
  readonly lines: Columns
}

const PAGE_NUMBER = /^\W{0,5}(?:page\s|p\.\s)?(?:\d{1,4}|[ivxl]{1,7})(?:\s?(?:\/|of)\s?\d{1,4})?\W{0,5}$/iu

/** Pages without page numbers, and without lines at the top or foot that come again on other pages (figures at their ends set aside). */
export function withoutFurniture(pages: readonly PageLines[]): Columns[] {
  const shape = (text: string): string => text.replace(/^\W{0,5}\d+|\d+\W{0,5}$/gu, '#').toLowerCase()
  const atEdge = (page: PageLines, line: Line): boolean => line.y > page.height * 0.9 || line.y < page.height * 0.1
  const seen = new Map<string, number>()
  for (const page of pages) {
    const edges = page.lines.flat().filter((l) => atEdge(page, l))
    for (const key of new Set(edges.map((l) => shape(l.text)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  const often = Math.min(3, Math.max(2, pages.length / 2))
  const isFurniture = (page: PageLines, line: Line): boolean => {
    if (!atEdge(page, line)) return false
    const outermost =
      page.lines.flat().every((l) => l.y <= line.y + 1) || page.lines.flat().every((l) => l.y >= line.y - 1)
    return PAGE_NUMBER.test(line.text) || (seen.get(shape(line.text)) ?? 0) >= (outermost ? 2 : often)
  }
  return pages.map((page) =>
    page.lines.map((part) => part.filter((l) => !isFurniture(page, l))).filter((p) => p.length > 0),
  )
}

const ENDED = /[.!?:;]["”’»)\]]{0,3}(?:\s?\[\d{1,4}\]|[¹²³⁰⁴-⁹]{1,4})?$/u
const ENTRY = /^\[\d{1,4}\]\s/u
const NOTE = /^(?:\[?\d{1,3}[\].)]?\s|[¹²³⁰⁴-⁹]{1,4})/u

/** Lines of a page joined to pieces, column by column. `words` are the document's words, which tell how to mend hyphens. */
export function paragraphs(parts: Columns, page: number, body: Body, words: ReadonlySet<string>): Piece[] {
  return parts.flatMap((part) => grouped(part, body).map((lines) => pieceOf(lines, page, body, words)))
}

function grouped(lines: readonly Line[], body: Body): Line[][] {
  const gaps = lines.slice(1).flatMap((l, i) => {
    const gap = lines[i]!.y - l.y
    return gap > 0 && gap < 40 ? [gap] : []
  })
  const right = lines.reduce((n, l) => Math.max(n, l.right), 0)
  const leading = gaps.length > 0 ? middle(gaps) : body.size * 1.2
  const out: Line[][] = []
  for (const line of lines) {
    const open = out.at(-1)
    if (open === undefined || begins(line, open, { right, leading, body })) out.push([line])
    else open.push(line)
  }
  return out
}

interface Measure {
  /** The right margin of the column. */
  readonly right: number
  /** The usual distance from line to line. */
  readonly leading: number
  readonly body: Body
}

/**
 * Whether a paragraph begins: after a wide gap, at a change of size, at a numbered entry, before and after a line set as a heading,
 * and, after the end of a sentence, at an indent or below a short line.
 */
function begins(line: Line, open: readonly Line[], { right, leading, body }: Measure): boolean {
  const before = open.at(-1)!
  const gap = before.y - line.y
  const usual = isLarge(line, body) ? Math.max(leading, line.size * 1.2) : leading
  if (gap > usual * 1.4 || gap < -leading || Math.abs(line.size - before.size) > 1) return true
  const ended = ENDED.test(before.text)
  if (ENTRY.test(line.text) && (ended || open[0]!.text.startsWith('[') || isReferenceHeading(before.text))) return true
  if (
    isDisplay(line, body)
      ? ended
      : open.every((l) => isDisplay(l, body)) && isHeading(open.map((l) => l.text).join(' '))
  )
    return true
  // A paragraph of several lines has its own measure, as in a quotation that is set in; one line has the column's.
  const width = open.length > 1 ? open.reduce((n, l) => Math.max(n, l.right - l.x), 1) : right - before.x
  const short = before.right - before.x < width * 0.85 && right - before.right > 20
  const indented = open.length > 1 && line.x > before.x + 6 && line.x < before.x + 60
  return ended && (short || indented)
}

const isLarge = (line: Line, body: Body): boolean => line.size > body.size * 1.12

/** Whether a line stands out as headings do: in another font throughout, or in capitals. */
const isDisplay = (line: Line, body: Body): boolean =>
  (line.font !== null && line.font !== body.font) || (/^[^\p{Ll}]*$/u.test(line.text) && /\p{Lu}{4}/u.test(line.text))

const LONGEST_HEADING = 110

const isHeading = (text: string): boolean => text.length <= LONGEST_HEADING && !ENDED.test(text)

function pieceOf(lines: readonly Line[], page: number, body: Body, words: ReadonlySet<string>): Piece {
  const text = lines.map((l) => l.text).reduce((a, b) => mended(a, b, words))
  const first = lines[0]!
  if (first.size < body.size * 0.92 && NOTE.test(text)) return piece('reference-list', text, null, page)
  if (isLarge(first, body) && text.length < 200)
    return piece('heading', text, first.size > body.size * 1.5 ? 1 : 2, page)
  if (/^(?:[-•–▪◦]|\d{1,3}[.)])\s/u.test(text)) return piece('list-item', text, null, page)
  const heading = first.size >= body.size * 0.92 && lines.every((l) => isDisplay(l, body)) && isHeading(text)
  return heading ? piece('heading', text, 2, page) : piece('paragraph', text, null, page)
}

/** The words of some lines as they stand inside them, in small letters: "long-term", "boundary". The broken word at a line's end is none. */
export function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { text } of lines)
    for (const m of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
      if (text[m.index + m[0].length] !== '-') out.add(m[0].toLowerCase())
  return out
}

/** First parts that keep their hyphen in English. */
const KEEPS_HYPHEN =
  /^(?:self|well|long|short|high|low|vice|half|non|anti|pro|ex|so|post|pre|cross|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)$/u

/** Two lines as one. A hyphen before a small letter is the typesetter's, unless the document writes the word with it elsewhere, or English would. */
function mended(text: string, next: string, words: ReadonlySet<string>): string {
  const broken = /([\p{L}\p{M}]{1,40})[-\u00ad\u2010]$/u.exec(text.slice(-42))
  const rest = /^\p{Ll}[\p{L}\p{M}]{0,40}/u.exec(next)?.[0]
  if (broken === null || rest === undefined) {
    const compound = broken !== null && !text.endsWith('\u00ad') && /^\p{L}/u.test(next)
    return compound ? text + next : `${text} ${next}`
  }
  const first = broken[1]!
  const [whole, hyphened] = [`${first}${rest}`, `${first}-${rest}`].map((w) => words.has(w.toLowerCase()))
  const keeps = !text.endsWith('\u00ad') && !whole && (hyphened || KEEPS_HYPHEN.test(first.toLowerCase()))
  return (keeps ? text : text.slice(0, -1)) + next
}

/** Joins a paragraph that goes on at the top of the next column or page, over the footnotes that stand between. */
export function joined(pieces: readonly Piece[], words: ReadonlySet<string>): Piece[] {
  const out: Piece[] = []
  for (const p of pieces) {
    const open = out.findLastIndex((q) => q.kind !== 'reference-list')
    const before = out[open]
    const goesOn =
      before?.kind === 'paragraph' && p.kind === 'paragraph' && !ENDED.test(before.text) && /^[\p{Ll}“"(]/u.test(p.text)
    if (goesOn) out[open] = { ...before, text: mended(before.text, p.text, words) }
    else out.push(p)
  }
  return out
}
