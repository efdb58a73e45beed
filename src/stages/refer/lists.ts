import type { Block, Doc, Span } from '../../model/index.ts'
import { trimmed } from '../../text/index.ts'

/** An entry as it stands in the list. `span` holds its printed number, `body` does not. */
export interface Entry {
  readonly number: number | null
  readonly span: Span
  readonly body: Span
}

/** The document's reference lists and notes taken together. `blocks` are the indices of the blocks that hold them. */
export interface EntryList {
  readonly entries: readonly Entry[]
  readonly blocks: ReadonlySet<number>
}

const HEADING =
  /^(?:\d{1,2}[.)]?\s+)?(?:references?|(?:end|foot)?notes?(?: and references)?|(?:list of )?sources?|bibliography|works cited|literature|literatur|anmerkungen|références|bibliographie|bibliografía|kaynakça|литература|примечания|источники|список литературы|참고\s?문헌|参考文献|注释)\s*:?$/iu

/** The heading run on with its first entry: "References: [1] …". */
const RUN_ON_HEADING =
  /^(?:references?|notes?|sources?|bibliography|литература|примечания|参考文献)\s*:\s*(?=\[1\]|1[.)]\s)/iu

/** How entries are labelled at the beginning of a line. Years have four figures and are no labels. */
const LABELS = {
  bracket: /\[(\d{1,4})\][.:]?\s*/uy,
  parenthesis: /\((\d{1,3})\)\s+/uy,
  point: /(\d{1,3})[.)]\s+/uy,
  superscript: /([¹²³⁰⁴-⁹]{1,3})\s*/uy,
  bare: /(\d{1,3})\s+(?=[\p{Lu}\p{Lo}“"«‘])/uy,
} as const
type Style = keyof typeof LABELS

/** Labels inside a line, where entries run together in one paragraph. A bare number never begins an entry there. */
const RUN_ON: Readonly<Partial<Record<Style, RegExp>>> = {
  bracket: /(?<=[\s.;,)”"»])\[(\d{1,4})\][.:]?\s*(?=\S)/gu,
  parenthesis: /(?<=[.;)”"»/]\s{1,3})\((\d{1,3})\)\s+(?=[\p{Lu}\p{Lo}“"«‘])/gu,
  point: /(?<=[.;)”"»/]\s{1,3}|https?:\/\/[^\s]{1,300}\s)(\d{1,3})[.)]\s+(?=[\p{Lu}\p{Lo}“"«‘])/gu,
  superscript: /(?<=[.;)”"»/\s])([¹²³⁰⁴-⁹]{1,3})\s?(?=[\p{Lu}\p{Lo}“"«‘])/gu,
}

/** What only a bibliographic entry holds: an address, a page, "ibid." … */
const BIBLIOGRAPHIC =
  /https?:\/\/|www\.|\bdoi\b|\bibid\b|\bop\. ?cit|\bpp?\. ?\d|\bvol\. ?\d|\bno\. ?\d|\baccessed\b|\bretrieved\b|(?:^|\s)[сС]\. ?\d|дата обращения/iu
/** Sections that printers run on after the last entry. */
const BACK_MATTER =
  /(?:key\s?words|about the authors?|acknowledge?ments?|disclaimer|conflicts? of interest|funding)\s*:/iu

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number that figures stand for, raised ones too. */
export const numberOf = (figures: string): number =>
  Number([...figures].map((c) => (SUPERSCRIPT.includes(c) ? SUPERSCRIPT.indexOf(c) : c)).join(''))

/**
 * Finds the entries of a document: blocks that the reader marked as a reference list, what follows a heading "References",
 * entries that run together in a paragraph, and notes at the foot of pages. The printed number counts, not the place.
 */
export function findEntries(doc: Doc): EntryList {
  const entries: Entry[] = []
  const blocks = new Set<number>()
  for (const region of regions(doc)) {
    for (const index of region) blocks.add(index)
    entries.push(...entriesOf(doc, region))
  }
  return { entries, blocks }
}

/** Runs of block indices that hold entries. */
function regions(doc: Doc): number[][] {
  const out: number[][] = []
  let open: number[] | null = null
  let headed = false
  doc.blocks.forEach((block, index) => {
    const text = doc.text.slice(block.span.start, block.span.end)
    if (text.length < 60 && HEADING.test(text)) {
      headed = true
      open = null
      return
    }
    if (block.kind === 'heading') headed = false
    const listed =
      block.kind === 'reference-list' ||
      RUN_ON_HEADING.test(text.slice(0, 60)) ||
      (headed && block.kind !== 'block-quotation') ||
      isNote(block, text)
    if (!listed) {
      open = null
      return
    }
    if (open === null) {
      open = []
      out.push(open)
    }
    open.push(index)
  })
  return out
}

/** A note on its own ("3 Press release, https://…"): numbered, and holding what only an entry holds. "1. The Parties shall …" is none. */
function isNote(block: Block, text: string): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return false
  return labelAt(text, 0, null) !== null && BIBLIOGRAPHIC.test(text.slice(0, 2000))
}

interface Label {
  readonly style: Style
  readonly number: number
  readonly start: number
  readonly end: number
}

function labelAt(text: string, at: number, style: Style | null): Label | null {
  for (const name of style === null ? (Object.keys(LABELS) as Style[]) : [style]) {
    const pattern = LABELS[name]
    pattern.lastIndex = at
    const m = pattern.exec(text)
    if (m !== null) return { style: name, number: numberOf(m[1]!), start: at, end: at + m[0].length }
  }
  return null
}

function entriesOf(doc: Doc, region: readonly number[]): Entry[] {
  const lines = region.flatMap((index) => linesOf(doc.text, withoutHeading(doc.text, doc.blocks[index]!.span)))
  const first = lines.map((line) => labelAt(doc.text.slice(line.start, line.end), 0, null)).find((l) => l !== null)
  return first === undefined ? unnumbered(doc.text, lines) : numbered(doc.text, lines, first.style)
}

const withoutHeading = (text: string, { start, end }: Span): Span => ({
  start: start + (RUN_ON_HEADING.exec(text.slice(start, start + 60))?.[0].length ?? 0),
  end,
})

function linesOf(text: string, span: Span): Span[] {
  const out: Span[] = []
  for (let start = span.start; start < span.end; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 || feed > span.end ? span.end : feed
    const line = trimmed(text, { start, end })
    if (line.start < line.end) out.push(line)
    start = end + 1
  }
  return out
}

/** The furthest that a number may stand from the one before it and still be a label. */
const FAR = 20

function numbered(text: string, lines: readonly Span[], style: Style): Entry[] {
  const out: Entry[] = []
  const last = (): number | null => out.at(-1)?.number ?? null
  const near = (n: number): boolean => last() === null || Math.abs(n - last()!) <= FAR
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    const label = labelAt(content, 0, style)
    const labels: Label[] = label !== null && near(label.number) ? [label] : []
    if (labels.length === 0 && last() === null) continue
    let previous = labels[0]?.number ?? last()!
    for (const m of RUN_ON[style] === undefined ? [] : content.matchAll(RUN_ON[style])) {
      if (m.index < (labels.at(-1)?.end ?? 0)) continue
      const number = numberOf(m[1]!)
      if (style === 'bracket' ? Math.abs(number - previous) > FAR : number !== previous + 1) continue
      labels.push({ style, number, start: m.index, end: m.index + m[0].length })
      previous = number
    }
    const head = labels[0]?.start ?? content.length
    if (head > 0) goOn(text, out, { start: line.start, end: line.start + head })
    labels.forEach((l, i) => {
      const end = line.start + (labels[i + 1]?.start ?? content.length)
      const entry = closed(text, l.number, { start: line.start + l.start, end }, line.start + l.end)
      if (entry.body.start < entry.body.end) out.push(entry)
    })
  }
  return out
}

/** Adds a line without a label to the entry before it, unless that one is complete and the line begins like something else. */
function goOn(text: string, out: Entry[], line: Span): void {
  const before = out.at(-1)
  if (before === undefined) return
  const sofar = text.slice(before.body.start, before.body.end)
  const content = text.slice(line.start, line.end)
  const complete = /[.!?/)]$/u.test(sofar) && BIBLIOGRAPHIC.test(sofar)
  if (complete && !/^(?:https?:|www\.|available|accessed|retrieved|archived|url\b|doi\b|[\p{Ll}(])/iu.test(content))
    return
  if (complete && /^\p{Lu}/u.test(content) && !BIBLIOGRAPHIC.test(content)) return
  out[out.length - 1] = closed(text, before.number, { start: before.span.start, end: line.end }, before.body.start)
}

function closed(text: string, number: number | null, span: Span, bodyStart: number): Entry {
  const cut = BACK_MATTER.exec(text.slice(bodyStart, span.end))
  const whole = trimmed(text, { start: span.start, end: cut === null ? span.end : bodyStart + cut.index })
  return { number, span: whole, body: trimmed(text, { start: Math.min(bodyStart, whole.end), end: whole.end }) }
}

/** Entries without numbers, one a line; a line that begins small or with an address goes on with the entry before it. */
function unnumbered(text: string, lines: readonly Span[]): Entry[] {
  const out: Entry[] = []
  for (const line of lines) {
    const content = text.slice(line.start, line.end)
    if (!/\p{L}/u.test(content) || BACK_MATTER.exec(content)?.index === 0) continue
    const before = out.at(-1)
    if (
      before !== undefined &&
      /^(?:https?:|www\.|available at|accessed|retrieved|\p{Ll})/iu.test(content) &&
      /^(?:\p{Ll}|https?:|Avail|Acc|Retr)/u.test(content)
    )
      out[out.length - 1] = closed(text, null, { start: before.span.start, end: line.end }, before.body.start)
    else out.push(closed(text, null, line, line.start))
  }
  return out
}
