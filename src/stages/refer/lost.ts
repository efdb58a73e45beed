import type { Span } from '../../model/index.ts'
import { group, type MarkerGroup, spelledOut } from './markers.ts'

/** Plain figures after a mark of punctuation or a quotation mark: "the war.12 Then", "“lock”.3", "in 2003.6 A". */
const AFTER_MARK =
  /(?<=\p{L}{2}[)”"’»]?[.,;:!?]|\d{4}[.,;]|[)”"’»][.,;:!?]?|%[.,;])(\d{1,3}(?:[,–-]\d{1,3}){0,3})(?=\s|$|[,;:)—])(?!\s?(?:%|per cent|percent|million|billion|thousand|km|kg|hours|days)\b)/gu
/** Plain figures right after a word: "the war12 and". */
const AFTER_WORD = /(?<=\p{Ll}{3})(\d{1,3}(?:[,–-]\d{1,3}){0,3})(?=\s|$|[.,;:)—])(?!\s?(?:%|per cent|percent)\b)/gu
/** Words before figures that number something else: "No.3", "Art.5". */
const NUMBERS_SOMETHING =
  /(?:^|[\s(])(?:no|nos|art|arts|vol|fig|figs|para|paras|sec|ch|chap|app|annex|part|res|table|page|pp)[.]?$/iu
/** How many of the candidates must count up for them to be markers. */
const SHARE = 0.6

interface Candidate extends MarkerGroup {
  readonly sure: boolean
}

/**
 * Raised figures that became plain ones: "the war.12 Then". Taken only where the list has the number and where most of them count up in
 * the order of the text, so that "Su35", "No.3" and "version2.1" are left alone. `stretches` are the prose blocks in order. `highest` is the
 * list's last number; one more may be pointed to by mistake.
 */
export function lostSuperscriptGroups(
  text: string,
  stretches: readonly Span[],
  has: (n: number) => boolean,
  highest: number,
): MarkerGroup[] {
  const found = stretches.flatMap((within) => candidates(text, within, (n) => has(n) || n === highest + 1))
  const rising = longestRise(found)
  if (rising.size < 3 || rising.size < SHARE * found.filter((f) => f.sure).length) return []
  return found.filter((f) => (f.sure && f.numbers.every(has)) || rising.has(f)).map(({ sure: _, ...kept }) => kept)
}

function candidates(text: string, within: Span, has: (n: number) => boolean): Candidate[] {
  const content = text.slice(within.start, within.end)
  const out: Candidate[] = []
  for (const [pattern, sure] of [
    [AFTER_MARK, true],
    [AFTER_WORD, false],
  ] as const)
    for (const m of content.matchAll(pattern)) {
      const numbers = spelledOut(m[1]!)
      const before = content.slice(Math.max(0, m.index - 8), m.index)
      if (numbers === null || NUMBERS_SOMETHING.test(before) || !numbers.every(has)) continue
      out.push({ ...group(within.start + m.index, m[0].length, numbers, 'lost-superscript'), sure })
    }
  return out.sort((a, b) => a.span.start - b.span.start)
}

/** The longest run of candidates, not next to one another perhaps, whose first numbers rise (patience sorting). */
function longestRise(found: readonly Candidate[]): Set<Candidate> {
  const tails: number[] = []
  const before: (number | null)[] = []
  found.forEach((candidate, i) => {
    const number = candidate.numbers[0]!
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (found[tails[middle]!]!.numbers[0]! < number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? tails[low - 1]! : null
    tails[low] = i
  })
  const out = new Set<Candidate>()
  for (let at: number | null = tails.at(-1) ?? null; at !== null; at = before[at] ?? null) out.add(found[at]!)
  return out
}
