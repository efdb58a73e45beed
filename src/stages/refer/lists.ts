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
  /^(?:\d{1,2}[.)]?\s+)?(?:references?(?: list| cited| and notes)?|(?:end|foot)?notes?(?: and (?:references|sources))?|(?:list of |sources? and )?(?:sources?|references)|bibliography|works cited|literature|literatur|quellen|anmerkungen|références|bibliographie|notes et références|referencias|bibliografía|notas|fuentes|kaynakça|литература|примечания|сноски|источники(?: и литература)?|библиография|список (?:литературы|источников)|использованная литература|джерела|参考(?:文献|资料)|文献|引用文献|注释|註釋|참고\s?(?:문헌|자료)|각주|미주|주석)\s*:?$/iu

/** The heading run on with its first entry: "References: [1] …", "Bibliography: Keller, A. (2015) …". */
const RUN_ON_HEADING =
  /^(?:references?|notes?|sources?|bibliography|works cited|литература|примечания|参考文献|참고문헌)\s*:\s*(?=\[1\]|1[.)]\s|\p{Lu}[\p{L}’'-]+,\s\p{Lu})/iu

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
  let open: { readonly indices: number[]; last: number | null } | null = null
  let headed = false
  doc.blocks.forEach((block, index) => {
    const text = doc.text.slice(block.span.start, block.span.end)
    if (text.length < 60 && HEADING.test(text)) {
      headed = true
      open = null
      return
    }
    const guessed = doc.origin.mediaType === 'text/plain' && isPart(text)
    if (block.kind === 'heading' && !(headed && guessed)) headed = false
    const label = labelAt(text, 0, null)?.number ?? null
    const next = open !== null && open.last !== null && label === open.last + 1 && text.length < LONGEST_NOTE
    const listed =
      block.kind === 'reference-list' ||
      RUN_ON_HEADING.test(text.slice(0, 80)) ||
      (headed && block.kind !== 'block-quotation') ||
      (block.kind !== 'heading' && next) ||
      isNote(block, text)
    if (!listed) {
      open = null
      return
    }
    if (open === null) {
      open = { indices: [], last: null }
      out.push(open.indices)
    }
    open.indices.push(index)
    open.last = label ?? open.last
  })
  return out
}

const LONGEST_NOTE = 600

/** Whether a line that plain text makes look like a heading is a part of a list: it is numbered, or holds what entries hold. */
const isPart = (text: string): boolean =>
  labelAt(text, 0, null) !== null || BIBLIOGRAPHIC.test(text) || /[,.(]\s?(?:1[5-9]|20)\d\d(?!\d)/u.test(text)

/** A note on its own ("3 Press release, https://…", "³ Note to the embassy, 2018"): numbered, and holding what only an entry holds. "1. The Parties shall …" is none. */
function isNote(block: Block, text: string): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return false
  const label = labelAt(text, 0, null)
  const head = text.slice(0, 2000)
  return (
    label !== null && (BIBLIOGRAPHIC.test(head) || (label.style === 'superscript' && /(?:1[5-9]|20)\d\d/u.test(head)))
  )
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
  const drafts = first === undefined ? unnumbered(doc.text, lines) : numbered(doc.text, lines, first.style)
  return drafts.map((draft) => closed(doc.text, draft)).filter(({ body }) => body.start < body.end)
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

/** An entry while its lines are gathered; `body` is where it begins after its label. */
interface Draft {
  readonly number: number | null
  readonly start: number
  readonly body: number
  readonly end: number
}

function numbered(text: string, lines: readonly Span[], style: Style): Draft[] {
  const out: Draft[] = []
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
      out.push({ number: l.number, start: line.start + l.start, body: line.start + l.end, end })
    })
  }
  return out
}

/** Adds a line without a label to the entry before it, unless that one is complete and the line begins like something else. */
function goOn(text: string, out: Draft[], line: Span): void {
  const before = out.at(-1)
  if (before === undefined) return
  const sofar = text.slice(Math.max(before.body, before.end - LONGEST_NOTE), before.end)
  const content = text.slice(line.start, line.end)
  const complete = /[.!?/)]$/u.test(sofar) && BIBLIOGRAPHIC.test(sofar)
  if (complete && !/^(?:https?:|www\.|available|accessed|retrieved|archived|url\b|doi\b|[\p{Ll}(])/iu.test(content))
    return
  if (complete && /^\p{Lu}/u.test(content) && !BIBLIOGRAPHIC.test(content)) return
  out[out.length - 1] = { ...before, end: line.end }
}

/** An entry without white space at its ends, and without what printers run on after the last one. */
function closed(text: string, { number, start, body, end }: Draft): Entry {
  const cut = BACK_MATTER.exec(text.slice(body, end))
  const whole = trimmed(text, { start, end: cut === null ? end : body + cut.index })
  return { number, span: whole, body: trimmed(text, { start: Math.min(body, whole.end), end: whole.end }) }
}

/** Where a new entry begins inside a line: a surname with initials or first names and its year, after a full stop, an address or pages. */
const RUN_ON_NAME =
  /(?<=[.\d)/”"]\s)(?=\p{Lu}[\p{L}’'-]+,\s(?:\p{Lu}\.[\s,&-]{0,3}|\p{Lu}\p{Ll}+[\s,]{1,2}){1,3}[^()“"\d]{0,160}[.\s]\(?(?:1[5-9]|20)\d\d)/gu

/** Entries without numbers, one a line or run together; a line that goes on with the entry before it is added to that. */
function unnumbered(text: string, lines: readonly Span[]): Draft[] {
  const out: Draft[] = []
  const hanging = lines.some((l) => isIndented(text, l)) && lines.some((l) => !isIndented(text, l))
  lines.forEach((line, i) => {
    const content = text.slice(line.start, line.end)
    if (!/\p{L}/u.test(content) || BACK_MATTER.exec(content)?.index === 0) return
    const before = out.at(-1)
    if (before !== undefined && continues(text, lines[i - 1] ?? line, line, hanging)) {
      out[out.length - 1] = { ...before, end: line.end }
      return
    }
    const starts = [0, ...[...content.matchAll(RUN_ON_NAME)].map((m) => m.index)]
    starts.forEach((start, k) => {
      const at = line.start + start
      out.push({ number: null, start: at, body: at, end: line.start + (starts[k + 1] ?? content.length) })
    })
  })
  return out
}

const isIndented = (text: string, line: Span): boolean =>
  /(?:^|\n)[ \t\u3000]{2,}$/u.test(text.slice(Math.max(0, line.start - 12), line.start))

/**
 * Whether a line goes on with the one above: it is set in, begins small, with an address or with pages, or the one above stops short and this one
 * looks like no beginning. A blank line parts them.
 */
function continues(text: string, above: Span, line: Span, hanging: boolean): boolean {
  const content = text.slice(line.start, line.end)
  if (/^(?:\p{Ll}|https?:|Available at|Accessed|Retrieved|www\.)/u.test(content)) return true
  if (hanging) return isIndented(text, line)
  if (/\n\s*\n/u.test(text.slice(above.end, line.start))) return false
  const sofar = text.slice(above.start, above.end)
  const ended = /[.!?)»”"\]/]$|https?:\S+$/u.test(sofar)
  const begins = /^[“"«‘「『《]/u.test(content) || /^.{0,120}(?:1[5-9]|20)\d\d/u.test(content)
  return /^\d+\s?[–-]\s?\d/u.test(content) || (!ended && !begins)
}
