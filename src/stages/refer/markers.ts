import type { Span } from '../../model/index.ts'
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

export type MarkerStyle = 'bracket' | 'parenthesis' | 'superscript' | 'lost-superscript' | 'author-year' | 'link'

/** The most numbers that one range is written out to. */
const MOST = 60

const BRACKETS =
  /\[[\s^]?(\d{1,3}(?:\s?[–—-]\s?\d{1,3})?(?:\s?[,;]\s?\d{1,3}(?:\s?[–—-]\s?\d{1,3})?){0,20})(?:,\s?(?:pp?|art|para|сс?|ss?)\.\s?\d[\d–-]{0,12})?\s?\](?:\s?[–—-]\s?\[(\d{1,3})\])?/giu
const SUPERSCRIPTS = /[¹²³⁰⁴-⁹]{1,4}(?:[,˒’ʼ⁻–-][¹²³⁰⁴-⁹]{1,3}){0,8}/gu
/** Units and symbols that carry raised figures of their own: "km²", "m³". */
const UNIT = /(?:^|[\s\d(])(?:[kcmdµn]?m|ft|mi|in|s|kg|ha|x|n|R|CO|H)$/u
/** The numbers that "3, 5–7" stands for, or null when it is no list of markers ("7–3", a range beyond reason). */
export function spelledOut(list: string): number[] | null {
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
 * Numbers in square brackets: "[3]", "[3, 5–7]", "[3]–[5]", "[3, p. 12]", and "[^3]" where Markdown has no such note. Not "[sic]", "[2022]", "[1991–2000]", "[…]"; nor what begins the
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

const PARENTHESES =
  /(?<![;:,]\s|\band\s|\bor\s|^)\(((?:\d{1,3}(?:[–-]\d{1,3})?)(?:[,;]\s?\d{1,3}(?:[–-]\d{1,3})?){0,12})\)/gu

/** Numbers in round brackets of a list numbered so: "the toll (2, 3)". Not "(1) the first", "(2015)", nor "Article 4 (2)". */
export function parenthesisGroups(text: string, within: Span, has: (n: number) => boolean): MarkerGroup[] {
  const content = text.slice(within.start, within.end)
  return [...content.matchAll(PARENTHESES)].flatMap((m) => {
    const numbers = spelledOut(m[1]!)
    const before = content.slice(0, m.index)
    if (numbers === null || !numbers.every(has) || !/[\p{L}”"’»).,]\s?$/u.test(before)) return []
    return [group(within.start + m.index, m[0].length, numbers, 'parenthesis')]
  })
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

/** A group of markers at `start`. */
export const group = (
  start: number,
  length: number,
  numbers: readonly number[],
  style: MarkerStyle,
  missing: readonly string[] = [],
): MarkerGroup => ({ span: { start, end: start + length }, numbers, style, missing })
