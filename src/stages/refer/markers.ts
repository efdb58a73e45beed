import type { Reference, Span } from '../../model/index.ts'
import { numberOf } from './lists.ts'

/** Pointers that stand together: "[3, 5–7]", "[3]–[5]", "(Author 2020; Other 2019)". `before` is where the text that they bear can end. */
export interface MarkerGroup {
  readonly span: Span
  /** Numbers as printed, ranges written out; of author–year markers the places of their entries in the list, from 1. */
  readonly numbers: readonly number[]
  readonly style: MarkerStyle
  /** A name and year that the list does not hold, as printed. */
  readonly missing: readonly string[]
}

export type MarkerStyle = 'bracket' | 'superscript' | 'lost-superscript' | 'author-year'

/** The most numbers that one range is written out to. */
const MOST = 60

const BRACKETS =
  /\[\s?(\d{1,3}(?:\s?[–—-]\s?\d{1,3})?(?:\s?[,;]\s?\d{1,3}(?:\s?[–—-]\s?\d{1,3})?){0,20})(?:,\s?(?:pp?|art|para|сс?|ss?)\.\s?\d[\d–-]{0,12})?\s?\](?:\s?[–—-]\s?\[(\d{1,3})\])?/giu
const SUPERSCRIPTS = /[¹²³⁰⁴-⁹]{1,4}(?:[,˒’ʼ⁻–-][¹²³⁰⁴-⁹]{1,3}){0,8}/gu
/** Units and symbols that carry raised figures of their own: "km²", "m³". */
const UNIT = /(?:^|[\s\d(])(?:[kcmdµn]?m|ft|mi|in|s|kg|ha|x|n|R|CO|H)$/u
const LOST =
  /(?<=\p{L}{3}[.,;:!?]|\p{Ll}{3}|[.,!?][”"’»)]|[”»])(\d{1,3}(?:[,–-]\d{1,3}){0,3})(?=\s|$|[,;:)—])(?!\s?(?:%|per cent|percent|million|billion|thousand)\b)/gu
/** Words before figures that number something else: "No.3", "Art.5". */
const NUMBERS_SOMETHING =
  /(?:^|[\s(])(?:no|nos|art|arts|vol|fig|figs|para|paras|sec|ch|chap|app|annex|part|res|table|page|pp)[.]?$/iu

/** The numbers that "3, 5–7" stands for, or null when it is no list of markers ("7–3", a range beyond reason). */
function spelledOut(list: string): number[] | null {
  const out: number[] = []
  for (const part of list.split(/[,;˒’ʼ]/u)) {
    const [from, to] = part.split(/[–—⁻-]/u).map((n) => numberOf(n.trim()))
    if (from === undefined || from === 0 || Number.isNaN(from)) return null
    const last = to ?? from
    if (last < from || last - from > MOST) return null
    for (let n = from; n <= last; n++) out.push(n)
  }
  return out
}

/**
 * Numbers in square brackets: "[3]", "[3, 5–7]", "[3]–[5]", "[3, p. 12]". Not "[sic]", "[2022]", "[1991–2000]", "[…]"; nor what begins the
 * stretch, for it is a label.
 */
export function bracketGroups(text: string, within: Span): MarkerGroup[] {
  const out: MarkerGroup[] = []
  const content = text.slice(within.start, within.end)
  for (const m of content.matchAll(BRACKETS)) {
    const numbers = spelledOut(m[2] === undefined ? m[1]! : `${m[1]}–${m[2]}`)
    if (numbers === null || content.slice(0, m.index).trim() === '') continue
    out.push(group(within.start + m.index, m[0].length, numbers, 'bracket'))
  }
  return out
}

/** Raised figures after a word or a mark: "war.¹²". Not "km²", "10⁶". Figures without a comma are one number when the list has it. */
export function superscriptGroups(text: string, within: Span, has: (n: number) => boolean): MarkerGroup[] {
  const out: MarkerGroup[] = []
  const content = text.slice(within.start, within.end)
  for (const m of content.matchAll(SUPERSCRIPTS)) {
    const before = content.slice(Math.max(0, m.index - 6), m.index)
    if (!/[\p{L}.,;:!?”"’»)\]…]\s?$/u.test(before) || UNIT.test(before)) continue
    const numbers = spelledOut(m[0])
    if (numbers === null) continue
    const digits = [...m[0]].map(numberOf)
    const apart = numbers.length === 1 && digits.length > 1 && !has(numbers[0]!) && digits.every((d) => d > 0 && has(d))
    out.push(group(within.start + m.index, m[0].length, apart ? digits : numbers, 'superscript'))
  }
  return out
}

/**
 * Raised figures that became plain ones: "the war.12 Then". Taken only where the list has the number and where the document counts them
 * up in the order of the text, so that "G20", "Su35" and "No.3" are left alone. `stretches` are the prose blocks in order.
 */
export function lostSuperscriptGroups(
  text: string,
  stretches: readonly Span[],
  has: (n: number) => boolean,
): MarkerGroup[] {
  const found = stretches.flatMap((within) => {
    const content = text.slice(within.start, within.end)
    return [...content.matchAll(LOST)].flatMap((m) => {
      const before = content.slice(Math.max(0, m.index - 8), m.index)
      const numbers = spelledOut(m[1]!)
      if (numbers === null || NUMBERS_SOMETHING.test(before) || !numbers.every(has)) return []
      return [group(within.start + m.index, m[0].length, numbers, 'lost-superscript')]
    })
  })
  let highest = 0
  const kept = found.filter(({ numbers }) => {
    const [first] = numbers
    if (first! > highest + 2) return false
    highest = Math.max(highest, ...numbers)
    return true
  })
  return highest >= 2 && kept.length >= 3 ? kept : []
}

const group = (
  start: number,
  length: number,
  numbers: readonly number[],
  style: MarkerStyle,
  missing: readonly string[] = [],
): MarkerGroup => ({ span: { start, end: start + length }, numbers, style, missing })

const NAME = `\\p{Lu}[\\p{L}’'-]{1,30}`
const NAMES = `${NAME}(?:\\s(?:and|&|et|und|и)\\s${NAME}|,\\s${NAME}(?:,?\\s(?:and|&)\\s${NAME})?)?(?:\\s(?:et al\\.?|и др\\.?))?`
const YEAR = `(\\d{4})([a-z])?`
const IN_PARENTHESES = new RegExp(
  `\\((?:see\\s|cf\\.\\s|e\\.g\\.,?\\s|see also\\s)?(${NAMES},?\\s${YEAR}[^()]{0,160})\\)`,
  'gu',
)
const IN_TEXT = new RegExp(`(?<![\\p{L}])(${NAMES})(?:’s|'s)?\\s\\(${YEAR}(?:,\\s[^()]{1,30})?\\)`, 'gu')
const ONE = new RegExp(`^\\s?(?:see\\s|cf\\.\\s|and\\s)?(${NAMES}),?\\s${YEAR}`, 'u')

/** Author–year markers of an unnumbered list: "(Author 2020, 14)", "(Author and Other 2020; Third 2019)", "Author (2020)". Not "(May 2020)". */
export function authorYearGroups(text: string, within: Span, references: readonly Reference[]): MarkerGroup[] {
  const out: MarkerGroup[] = []
  const content = text.slice(within.start, within.end)
  const place = (names: string, year: string, letter: string | undefined): number | null => {
    const surname = names.split(/[\s,]/u)[0]!.toLowerCase()
    const found = references.flatMap((r, i) => {
      const author = r.fields.author[0]?.value.toLowerCase() ?? ''
      const issued = r.fields.issued
      if (issued === null || !issued.value.startsWith(year) || !author.split(/[^\p{L}’'-]+/u).includes(surname))
        return []
      return [{ at: i + 1, letter: text[issued.span.end] }]
    })
    return (found.find((f) => letter !== undefined && f.letter === letter) ?? found[0])?.at ?? null
  }
  for (const m of content.matchAll(IN_PARENTHESES)) {
    const numbers: number[] = []
    const missing: string[] = []
    for (const part of m[1]!.split(';')) {
      const one = ONE.exec(part)
      if (one === null || MONTH.test(one[1]!)) continue
      const at = place(one[1]!, one[2]!, one[3])
      if (at === null) missing.push(`${one[1]} ${one[2]}${one[3] ?? ''}`)
      else numbers.push(at)
    }
    if (numbers.length + missing.length > 0)
      out.push(group(within.start + m.index, m[0].length, numbers, 'author-year', missing))
  }
  for (const m of content.matchAll(IN_TEXT)) {
    const at = place(m[1]!, m[2]!, m[3])
    if (at !== null) out.push(group(within.start + m.index, m[0].length, [at], 'author-year'))
  }
  return out.sort((a, b) => a.span.start - b.span.start)
}

const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter)\b/u
