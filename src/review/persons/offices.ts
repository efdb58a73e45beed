import type { PersonRecord } from '../../model/index.ts'
import { bounds, plainLetters } from '../../text/index.ts'

export type HeldOffice = PersonRecord['offices'][number]

/** Words of rank: a deputy minister is no minister. */
const RANK = /\b(?:deputy|vice|assistant|under|first|second|third|acting|honorary|shadow)(?=\b|[a-z])/giu

/** Whether two offices are the same: of one state or body, one role in whatever words, one rank, one body within the state. */
export const isSameOffice = (a: HeldOffice, b: HeldOffice): boolean =>
  a.code !== null && a.code === b.code && hasSameTitle(a, b)

/** Whether two offices are called the same, though whose they are is not told of both. */
export const mayBeSameOffice = (a: HeldOffice, b: HeldOffice): boolean =>
  (a.code === null || b.code === null) && hasSameTitle(a, b)

const hasSameTitle = (a: HeldOffice, b: HeldOffice): boolean =>
  wordsOf(a.role) === wordsOf(b.role) &&
  ranksOf(a.title) === ranksOf(b.title) &&
  (a.body === null || b.body === null || sharesWord(a.body, b.body))

/** "foreign minister" and "minister of foreign affairs" alike. */
const wordsOf = (role: string): string =>
  role
    .replace(/defense/gu, 'defence')
    .split(/[\s-]+/u)
    .filter((word) => !/^(?:of|for|the|affairs|general)$/u.test(word))
    .sort()
    .join(' ')

const ranksOf = (title: string): string =>
  [...new Set([...title.toLowerCase().matchAll(RANK)].map(([rank]) => rank))].sort().join(' ')

/** Offices that several hold at one time in one state. */
const SEVERAL =
  /(?:^|\s|-)(?:member|official|diplomat|head|director|deputy|delegate|representative|spokes\w+|politician|adviser|advisor|aide|ambassador|envoy|governor|mayor|senator|lawmaker|general|officer|secretary|chairman|leader|scientist|professor|journalist|analyst|expert)$/u

/** Whether an office that two have is one that several hold at one time, and no body in common tells it from others. */
export const isOneOfSeveral = (a: HeldOffice, b: HeldOffice): boolean =>
  SEVERAL.test(a.role) && (a.body === null || b.body === null)

/** Whether two names of bodies have a word of four letters or more in common. */
function sharesWord(a: string, b: string): boolean {
  const words = (name: string): readonly string[] => plainLetters(name).match(/\p{L}{4,}/gu) ?? []
  return words(a).some((word) => words(b).includes(word))
}

/** First and last year, with parts of years, of the time for which the words bear an office out; open ends are infinite. Null when it is unknown. */
export function termOf({ held, when }: HeldOffice): readonly [number, number] | null {
  const found = when.value === null ? null : bounds(when.value)
  if (found === null) return null
  const [first, last] = [yearOf(found.first, -1), yearOf(found.last, 1)]
  if (held === 'since' || held === 'after') return [first, Number.POSITIVE_INFINITY]
  if (held === 'until' || held === 'before') return [Number.NEGATIVE_INFINITY, last]
  return [first, last]
}

/** A plain date as a year with its part. */
export const yearOf = (date: string | null, open: -1 | 1): number => {
  if (date === null) return open * Number.POSITIVE_INFINITY
  const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)$/u.exec(date)!
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365
}

/** Years between two stretches of years; 0 where they meet. */
export const yearsBetween = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, a[0] - b[1], b[0] - a[1])

/** Whether the words say only that an office was held once or will be. */
export const isLoose = ({ held }: HeldOffice): boolean => held === 'before' || held === 'after'
