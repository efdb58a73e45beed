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

function hasSameTitle(a: HeldOffice, b: HeldOffice): boolean {
  const [x, y] = [readOf(a), readOf(b)]
  if (x.words !== y.words || x.ranks !== y.ranks) return false
  return a.body === null || b.body === null || x.body.some((word) => y.body.includes(word))
}

/** An office as it is compared. */
interface Read {
  readonly words: string
  readonly ranks: string
  /** Words of its body of four letters or more. */
  readonly body: readonly string[]
  readonly term: readonly [number, number] | null
}

const read = new WeakMap<HeldOffice, Read>()

/** Each office is read once, however many others it is compared with. */
function readOf(office: HeldOffice): Read {
  const known = read.get(office)
  if (known !== undefined) return known
  const made: Read = {
    words: wordsOf(office.role),
    ranks: ranksOf(office.title),
    body: office.body === null ? [] : (plainLetters(office.body).match(/\p{L}{4,}/gu) ?? []),
    term: term(office),
  }
  read.set(office, made)
  return made
}

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

/** First and last year, with parts of years, of the time for which the words bear an office out; open ends are infinite. Null when it is unknown. */
export const termOf = (office: HeldOffice): readonly [number, number] | null => readOf(office).term

function term({ held, when }: HeldOffice): Read['term'] {
  const years = yearsOf(when.value)
  if (years === null) return null
  const [first, last] = years
  if (held === 'since' || held === 'after') return [first, Number.POSITIVE_INFINITY]
  if (held === 'until' || held === 'before') return [Number.NEGATIVE_INFINITY, last]
  return [first, last]
}

const years = new Map<string, readonly [number, number] | null>()

/** First and last year of an EDTF value, with parts of years; null where it gives none. Each value is read once. */
export function yearsOf(value: string | null): readonly [number, number] | null {
  if (value === null) return null
  const known = years.get(value)
  if (known !== undefined) return known
  const found = bounds(value)
  const made = found === null ? null : ([yearOf(found.first, -1), yearOf(found.last, 1)] as const)
  years.set(value, made)
  return made
}

/** A plain date as a year with its part. */
const yearOf = (date: string | null, open: -1 | 1): number => {
  if (date === null) return open * Number.POSITIVE_INFINITY
  const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)$/u.exec(date)!
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 365
}

/** Years between two stretches of years; 0 where they meet. */
export const yearsBetween = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.max(0, a[0] - b[1], b[0] - a[1])

/** Whether the words say only that an office was held once or will be. */
export const isLoose = ({ held }: HeldOffice): boolean => held === 'before' || held === 'after'
