import type { Span } from '../../model/index.ts'

/** How much of the text before a marker is looked for with it, in characters: the most that makes both sides agree on how often it occurs. */
const BEFORE = [24, 8, 3, 1, 0]
/** The least for a marker of plain figures, which alone could be any number. */
const LEAST_PLAIN = 3

/**
 * Finds in a source the stretch that stands for a marker of the text read from it: as the how manyeth of its kind, together with the words before it,
 * it occurs in the text, it is in the source. Null when the two do not agree on how often it occurs, so that nothing wrong is ever changed.
 */
export function finder(source: string, text: string): (marker: Span) => Span | null {
  const [there, here] = [bare(source), bare(text)]
  const places = new Map(here.starts.map((start, i) => [start, i]))
  const ends = new Map(here.ends.map((end, i) => [end, i]))
  return (marker) => {
    const [first, last] = [places.get(marker.start), ends.get(marker.end)]
    if (first === undefined || last === undefined) return null
    const least = /^[0-9]/u.test(here.text[first]!) ? LEAST_PLAIN : 0
    for (const length of BEFORE.filter((n) => n >= least)) {
      const before = Math.max(0, first - length)
      const words = here.text.slice(before, last + 1)
      const [ours, theirs] = [here, there].map((b) => occurrences(b.text, words, first - before)) as [
        number[],
        number[],
      ]
      if (ours.length !== theirs.length) continue
      const at = theirs[ours.indexOf(first)]!
      return { start: there.starts[at]!, end: there.ends[at + last - first]! }
    }
    return null
  }
}

/** A text as it is compared, each of its units with where it stands in the text as it is. */
interface Bare {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const PIECES = /(<[^<>]{1,300}>|[*_~`\\^]+)|(\s+)|([⁰¹²³⁴-⁹])|./gsu

/** A text without tags and marks of Markdown, spaces made one, raised figures plain. */
function bare(text: string): Bare {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const m of text.matchAll(PIECES)) {
    if (m[1] !== undefined) continue
    const unit = m[2] !== undefined ? ' ' : m[3] !== undefined ? String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(m[3])) : m[0]
    units.push(unit)
    for (let i = 0; i < unit.length; i++) {
      starts.push(m.index)
      ends.push(m.index + m[0].length)
    }
  }
  return { text: units.join(''), starts, ends }
}

/** Where what stands `ahead` characters into words occurs, not within a longer number. */
function occurrences(text: string, words: string, ahead: number): number[] {
  const out: number[] = []
  const figure = (at: number): boolean => /[0-9]/u.test(text[at] ?? '')
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [start, end] = [at + ahead, at + words.length]
    if (!(figure(start) && figure(start - 1)) && !(figure(end - 1) && figure(end))) out.push(start)
  }
  return out
}
