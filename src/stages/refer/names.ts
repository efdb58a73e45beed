import type { Reference, Span } from '../../model/index.ts'
import { group, type MarkerGroup } from './markers.ts'

/** How the text may call an entry: names with the year, and the letter after it. `at` is the entry's place in the list, from 1. */
interface Calling {
  readonly at: number
  readonly names: readonly string[]
  readonly letter: string
}

/** How entries are called, by year. */
export type Callings = ReadonlyMap<string, readonly Calling[]>

const YEAR = /(?<![\d–-])((?:1[5-9]|20)\d\d)([a-z])?(?![\p{L}\d])/u

/** Reads from an unnumbered list how each entry is called in the text. `text` is the document's. */
export function callings(text: string, references: readonly Reference[]): Callings {
  const out = new Map<string, Calling[]>()
  references.forEach(({ fields, span }, i) => {
    const from = fields.author.at(-1)?.span.end ?? span.start
    const year = YEAR.exec(text.slice(from, Math.min(span.end, from + 400)))
    if (year === null || fields.author.length === 0) return
    const list = out.get(year[1]!) ?? []
    list.push({ at: i + 1, names: namesOf(fields.author.map((a) => a.value)), letter: year[2] ?? '' })
    out.set(year[1]!, list)
  })
  return out
}

/** "Keller", "Keller and Stone", "Keller et al."; of a body its name, and its capitals: "Food and Agriculture Organization", "FAO". */
function namesOf(authors: readonly string[]): string[] {
  const surnames = authors.map(surname)
  const [first, ...others] = surnames
  const joints = others.length === 0 ? [] : [' and ', ' & ', ', and ', ', & ', ' und ', ' et ', ' и ']
  const last = surnames.at(-1)!
  const list = surnames.slice(0, -1).join(', ')
  const whole = authors[0]!.replace(/^The\s/u, '')
  const capitals = whole.includes(',') ? '' : (whole.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('')
  return [
    first!,
    whole,
    ...(capitals.length >= 3 ? [capitals] : []),
    ...joints.map((j) => list + j + last),
    ...[' et al.', ' et al', ' and others', ' и др.'].map((j) => first! + j),
  ]
}

/** The surname of "Keller, Anna", "Keller AM", "de la Cruz, F."; of "Anna Keller" the last word; of a body the whole. */
function surname(author: string): string {
  const comma = author.indexOf(',')
  if (comma > 0) return author.slice(0, comma)
  const initials = /^(\p{L}[\p{L}’'\s-]+?)\s(?:\p{Lu}\.?\s?){1,3}$/u.exec(author)
  if (initials !== null) return initials[1]!
  return /^\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){1,2}$/u.test(author) ? author.split(' ').at(-1)! : author
}

const YEARS = /(?<![\d–-])((?:1[5-9]|20)\d\d)([a-z])?(?=[\s,;:.)]|$)/gu
/** What may stand between a name and its year. */
const GAP = /(?:’s|'s)?(?:,\s?|\s\(|\s)$/u

interface Hit {
  readonly start: number
  readonly end: number
  readonly at: number
  readonly name: string
}

/**
 * Markers of an unnumbered list by name and year: "(Author 2020, 14)", "(Author and Other 2020; Third 2019a, b)", "Author (2020)", "World
 * Bank (1998)". Not "(May 2020)", nor "the war of 2014". In one bracket they are one group.
 */
export function authorYearGroups(text: string, within: Span, known: Callings): MarkerGroup[] {
  const content = text.slice(within.start, within.end)
  const hits = withIbid(content, hitsIn(content, known))
  const brackets = bracketsIn(content)
  const inside = (b: Span, h: Span): boolean => b.start < h.start && h.end < b.end
  const grouped = brackets.flatMap((b) => {
    const own = hits.filter((h) => inside(b, h))
    const missing = missingIn(content, b, own)
    if (own.length + missing.length === 0) return []
    const numbers = own.map((h) => h.at)
    return [group(within.start + b.start, b.end - b.start, numbers, 'author-year', missing)]
  })
  const loose = hits
    .filter((h) => !brackets.some((b) => inside(b, h)))
    .map((h) => {
      const close = /^[^()]{0,40}\)/u.exec(content.slice(h.end))
      const opened = content.slice(h.start, h.end).includes('(')
      const end = opened && close !== null ? h.end + close[0].length : h.end
      return group(within.start + h.start, end - h.start, [h.at], 'author-year')
    })
  return [...grouped, ...loose].sort((a, b) => a.span.start - b.span.start)
}

/** Names with years; a second year after the same name ("2019, 2021"; "2019a, b") belongs to it. */
function hitsIn(content: string, known: Callings): Hit[] {
  const out: Hit[] = []
  for (const m of content.matchAll(YEARS)) {
    const end = m.index + m[0].length
    const before = content.slice(Math.max(0, m.index - 160), m.index)
    const last = out.at(-1)
    const repeated = last !== undefined && /^[,;]?\s$/u.test(content.slice(last.end, m.index)) ? last.name : null
    const gap = GAP.exec(before)
    const stem = gap === null ? before : before.slice(0, gap.index)
    const called = (known.get(m[1]!) ?? []).flatMap((c) =>
      c.names.filter((n) => (gap !== null && endsWithName(stem, n)) || n === repeated).map((name) => ({ c, name })),
    )
    const longest = Math.max(0, ...called.map((k) => k.name.length))
    const fit = called.filter((k) => k.name.length === longest)
    const best = fit.find((k) => k.c.letter === (m[2] ?? '')) ?? fit[0]
    if (best === undefined) continue
    const start = endsWithName(stem, best.name) ? m.index - before.length + stem.length - best.name.length : m.index
    out.push({ start, end, at: best.c.at, name: best.name })
    out.push(...furtherLetters(content, end, known.get(m[1]!)!, best.name))
  }
  return out
}

/** "(ibid., 14)" points to what the marker before it in the paragraph points to. */
function withIbid(content: string, hits: readonly Hit[]): Hit[] {
  const back = [...content.matchAll(/\bibid(?:em)?\b(?=[.,:;\s\d–-]{0,20}\))/giu)].flatMap((m): Hit[] => {
    const last = hits.findLast((h) => h.end <= m.index)
    return last === undefined ? [] : [{ ...last, start: m.index, end: m.index + m[0].length }]
  })
  return [...hits, ...back].sort((a, b) => a.start - b.start)
}

/** "2019a, b": the b. */
function furtherLetters(content: string, from: number, same: readonly Calling[], name: string): Hit[] {
  const m = /^,\s?([b-f])(?![\p{L}\d])/u.exec(content.slice(from, from + 6))
  const other = m === null ? undefined : same.find((c) => c.letter === m[1] && c.names.includes(name))
  return other === undefined ? [] : [{ start: from, end: from + m![0].length, at: other.at, name }]
}

const endsWithName = (stem: string, name: string): boolean =>
  stem.endsWith(name) && !/[\p{L}-]$/u.test(stem.slice(0, stem.length - name.length))

/** Outermost round brackets, no longer than a marker may be. */
function bracketsIn(content: string): Span[] {
  return [...content.matchAll(/\([^()]{4,400}\)/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
}

const PART =
  /^\s?(?:see\s(?:also\s)?|cf\.\s|e\.g\.,?\s|and\s)?(\p{Lu}[\p{L}’'-]+(?:(?:,?\s(?:and|&)\s|,\s)\p{Lu}[\p{L}’'-]+){0,3}(?:\set\sal\.?)?),?\s((?:1[5-9]|20)\d\d[a-z]?)(?=[\s,;:.)]|$)/u
const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter|Since|In|Until|Before|After|From|Early|Late|Mid)\b/u

/** Names with years in a bracket that the list does not have, as printed: "(Stone 2001)". */
function missingIn(content: string, bracket: Span, own: readonly Hit[]): string[] {
  const out: string[] = []
  let at = bracket.start + 1
  for (const part of content.slice(bracket.start + 1, bracket.end - 1).split(';')) {
    const span = { start: at, end: at + part.length }
    at = span.end + 1
    const m = PART.exec(part)
    if (m !== null && !MONTH.test(m[1]!) && !own.some((h) => span.start <= h.start && h.end <= span.end))
      out.push(`${m[1]} ${m[2]}`)
  }
  return out
}
