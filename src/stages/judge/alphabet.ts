import type { Reference } from '../../model/index.ts'
import { plainLetters } from '../../text/index.ts'

/** The fewest entries whose order says something, and the share of them that must stand in order. */
const FEWEST = 8
const SORTED = 0.6

/** By what each entry of a numbered list is sorted, if the list goes by the alphabet but for some entries; else null. */
export function alphabetOf(text: string, references: readonly Reference[]): string[] | null {
  if (references.length < FEWEST || references.some((r) => r.number === null)) return null
  const keys = references.map((r) => keyOf(text.slice(r.span.start, r.span.start + 80)))
  const initials = new Set(keys.map((k) => k[0]))
  const least = Math.max(SORTED * keys.length, 2.4 * Math.sqrt(keys.length))
  return initials.size >= FEWEST / 2 && longestRise(keys) >= least ? keys : null
}

/** An entry's beginning without its label, marks and article: "[3] “The salt road" is "salt road". */
const keyOf = (entry: string): string =>
  plainLetters(entry)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:the|an?)\s/u, '')
    .replace(/[^\p{L}\s].*$/su, '')
    .slice(0, 24)

/** The length of the longest run of keys that rise, others left out (patience sorting). */
function longestRise(keys: readonly string[]): number {
  const ends: string[] = []
  for (const key of keys) {
    const at = ends.findIndex((end) => end > key)
    if (at < 0) ends.push(key)
    else ends[at] = key
  }
  return ends.length
}

/** For every place of the sorted list the place where its entry stands now. */
export const sortedPlaces = (keys: readonly string[]): number[] =>
  keys
    .map((key, place) => ({ key, place }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    .map((k) => k.place)
