import type { Edit } from './edits.ts'

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const FIGURES = /[0-9]+|[⁰¹²³⁴-⁹]+/gu

/** The number that figures stand for, raised ones too. */
const numberOf = (figures: string): number =>
  Number([...figures].map((c) => (RAISED.includes(c) ? RAISED.indexOf(c) : c)).join(''))

/** A number in figures like those given. */
const like = (figures: string, n: number): string =>
  RAISED.includes(figures[0]!) ? [...String(n)].map((d) => RAISED[Number(d)]).join('') : String(n)

interface Token {
  readonly start: number
  readonly end: number
  readonly figures: string
  /** Whether a dash leads from the token before to this one. */
  readonly range: boolean
}

/** Tags and marks of Markdown as spaces, so that every place stays. */
const bare = (marker: string): string => marker.replace(/<[^<>]*>|[*_~`\\]/gu, (mark) => ' '.repeat(mark.length))

/** The figures of a marker, up to where something else than a list of numbers begins ("[3, p. 12]"). */
function tokensOf(marker: string): Token[] {
  const list = /^(?:\s*\[?\^?\s*(?:[0-9]+|[⁰¹²³⁴-⁹]+)\s*\]?[\s,;˒’ʼ–—⁻-]*)+/u.exec(bare(marker))?.[0] ?? ''
  let before = 0
  return [...list.matchAll(FIGURES)].map((m) => {
    const range = /[–—⁻-]/u.test(list.slice(before, m.index))
    before = m.index + m[0].length
    return { start: m.index, end: before, figures: m[0], range }
  })
}

/** The numbers that tokens stand for, ranges written out. */
function spelledOut(tokens: readonly { readonly range: boolean; readonly number: number }[]): number[] {
  return tokens.flatMap(({ range, number }, i) => {
    if (!range) return [number]
    const from = tokens[i - 1]?.number ?? number
    return Array.from({ length: Math.max(0, number - from) }, (_, k) => from + 1 + k)
  })
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((n, i) => n === b[i])

/**
 * What to change in a marker ("[3, 5–7]", "¹²", "12", "[3]–[5]") so that it prints `to` where it printed `from`: each number in its place where its
 * ranges stay ranges, else the list anew. Null when the marker does not print `from`, or a list with tags in it would have to be printed anew. Offsets are within the marker.
 */
export function renumbered(marker: string, from: readonly number[], to: readonly number[]): Edit[] | null {
  const tokens = tokensOf(marker)
  const numbers = tokens.map((t) => ({ range: t.range, number: numberOf(t.figures) }))
  if (!same(spelledOut(numbers), from)) return null
  const places = placesOf(numbers)
  const moved = numbers.map((n, i) => ({ range: n.range, number: to[places[i]!]! }))
  if (same(spelledOut(moved), to))
    return tokens.flatMap((t, i) =>
      moved[i]!.number === numbers[i]!.number
        ? []
        : [{ start: t.start, end: t.end, text: like(t.figures, moved[i]!.number) }],
    )
  if (/</u.test(marker)) return null
  const [first, last] = [tokens[0]!, tokens.at(-1)!]
  return [{ start: first.start, end: last.end, text: anew(marker.slice(first.start, last.end), first.figures, to) }]
}

/** Where each token's number stands among the numbers written out. */
function placesOf(numbers: readonly { readonly range: boolean; readonly number: number }[]): number[] {
  let at = -1
  return numbers.map(({ range, number }, i) => {
    at += range ? Math.max(0, number - numbers[i - 1]!.number) : 1
    return at
  })
}

/** A list of numbers parted as the old one was; three and more in a row become a range. */
function anew(old: string, figures: string, to: readonly number[]): string {
  const comma = /[,;˒’ʼ]\s*/u.exec(old)?.[0] ?? (RAISED.includes(figures[0]!) ? ',' : ', ')
  const dash = RAISED.includes(figures[0]!) ? '⁻' : '–'
  const parts: string[] = []
  for (let i = 0; i < to.length; i++) {
    let last = i
    while (to[last + 1] === to[last]! + 1) last++
    if (last - i >= 2) {
      parts.push(like(figures, to[i]!) + dash + like(figures, to[last]!))
      i = last
    } else parts.push(like(figures, to[i]!))
  }
  return parts.join(comma)
}
