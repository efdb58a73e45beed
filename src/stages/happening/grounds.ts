import type { EventRecord, Ground, Status, TellingLink } from '../../model/index.ts'
import { compareInTime, precisionOf } from '../../text/index.ts'
import { likenessOfNamed, likenessOfSides } from './sides.ts'
import type { Telling } from './telling.ts'

/** Log-odds before anything is known: most acts are told once. */
const PRIOR = -3
/** Whatever else they share, these are two. */
const NEVER = -12

type Weigher = (earlier: Telling, later: Telling) => Omit<Ground, 'name'> | null

const ground = (weight: number, words: string) => ({ weight, words })
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((word) => b.has(word))
const recordOf = ({ by }: Telling): EventRecord | null => (by.kind === 'event' ? by.record : null)
const both = (a: Telling, b: Telling): [EventRecord, EventRecord] | null =>
  a.by.kind === 'event' && b.by.kind === 'event' ? [a.by.record, b.by.record] : null

/** Whether a telling says by itself whose happening it is, so that it may point back from afar. */
const namesSides = ({ by }: Telling): boolean =>
  by.kind === 'recall' ? by.named.length > 0 : by.record.actors.length + by.record.recipients.length > 1

/** The grounds on which two tellings are held for one or for two, each with its weight in log-odds. */
const GROUNDS: Readonly<Record<string, Weigher>> = {
  word(a, b) {
    if (a.word === b.word) return ground(1.5, `both “${a.word}”`)
    if (b.noun === 'any')
      return b.pointing === 'this' && a.above.length === 0
        ? ground(1, `“this ${b.word}” may be any act of a main clause`)
        : ground(NEVER, 'no word in common')
    if (b.noun !== null && common(b.noun.tellers, a.words).length > 0)
      return ground(2, `“${b.word}” is the noun for “${a.word}”`)
    if (a.noun !== null && a.noun !== 'any' && common(a.noun.tellers, b.words).length > 0)
      return ground(1.5, `“${a.word}” is the noun for “${b.word}”`)
    const [x, y] = [recordOf(a), recordOf(b)]
    if (x === null) return ground(NEVER, 'no word in common')
    if (b.noun?.types.some(({ type, mode }) => type === x.type && (mode === null || mode === x.mode)))
      return ground(0.5, `“${b.word}” is an act of this kind`)
    return y !== null && x.type === y.type ? null : ground(NEVER, 'acts of different kinds')
  },
  mode(a, b) {
    const pair = both(a, b)
    return pair === null || pair[0].mode === pair[1].mode || a.word === b.word || b.pointing !== null
      ? null
      : ground(NEVER, 'different modes')
  },
  sides(a, b) {
    const event = recordOf(a)
    if (event === null) return null
    const likeness = b.by.kind === 'event' ? likenessOfSides(event, b.by.record) : likenessOfNamed(b.by.named, event)
    if (likeness === 'other') return ground(NEVER, 'other sides')
    if (likeness === 'same') return ground(1.5, 'the same sides')
    return likeness === 'fits' ? ground(0.5, 'the sides fit') : null
  },
  date(a, b) {
    const pair = both(a, b)?.map(({ when }) => (when.kind === 'assumed' ? null : when.value))
    const [x, y] = pair ?? [null, null]
    if (x == null || y == null) return null
    if (compareInTime(x, y) !== 0) return ground(NEVER, `${x} is not ${y}`)
    const precision = x === y ? precisionOf(x) : null
    return precision === 'day' || precision === 'month' ? ground(1.5, `both ${x}`) : null
  },
  place(a, b) {
    const [x, y] = both(a, b)?.map(({ where }) => where) ?? [null, null]
    if (x == null || y == null) return null
    if (x.text === y.text) return ground(1, `both at ${x.text}`)
    const areExact = x.point?.precision === 'settlement' && y.point?.precision === 'settlement'
    const areAbroad = x.country !== null && y.country !== null && x.country !== y.country
    return areExact || areAbroad ? ground(NEVER, `${x.text} is not ${y.text}`) : null
  },
  number(a, b) {
    for (const [noun, number] of b.numbers) {
      const other = a.numbers.get(noun)
      if (other !== undefined && other !== number) return ground(NEVER, `${other} and ${number} ${noun}`)
    }
    return null
  },
  content(a, b) {
    if (b.content.size === 0 || (a.content.size === 0 && b.pointing === null)) return null
    const told = common(b.content, new Set([...a.content, ...a.words]))
    const words = told.length === 0 ? 'nothing else in common' : `also “${told.slice(0, 4).join(' ')}”`
    if (b.pointing !== null) return ground(5 * share(told.length, b.content.size) - 3.5, words)
    const weight = 6 * share(2 * told.length, a.content.size + b.content.size) - 3
    return ground(told.length === 1 ? Math.min(1.5, weight) : weight, words)
  },
  pointing(_a, b) {
    if (b.pointing === null || b.noun === null) return null
    return b.pointing === 'this'
      ? ground(2.5, `“this ${b.word}” points back`)
      : ground(1.5, `“the ${b.word}” points back`)
  },
  distance(a, b) {
    if (b.pointing === null) return null
    const sentences = b.sentence - a.sentence
    if (sentences <= 1) return ground(1, 'next to each other')
    if (sentences <= 3 || namesSides(b)) return null
    return ground(-Math.min(3, 0.25 * sentences), `${sentences} sentences apart`)
  },
  heading(a, b) {
    return a.inHeading !== b.inHeading && b.pointing === null ? ground(1.5, 'one stands in a heading') : null
  },
  sentence(a, b) {
    if (a.sentence !== b.sentence) return null
    if (b.above.includes(recordOf(a)?.head ?? 0)) return ground(NEVER, 'one is told of in the other')
    return b.pointing === null ? ground(-1.5, 'in one sentence') : null
  },
  fresh(_a, b) {
    return b.fresh === null ? null : ground(NEVER, `“${b.fresh}” tells of another`)
  },
  plural(a, b) {
    return a.plural === b.plural || b.noun === null ? null : ground(NEVER, 'one and several')
  },
  status(a, b) {
    const [x, y] = [statusOf(a), statusOf(b)]
    if (x === null || y === null || x === y) return x === 'habitual' ? ground(NEVER, 'told of many times') : null
    const weight = CHANGES[`${x} ${y}`] ?? CHANGES[`${y} ${x}`]
    return weight === undefined
      ? ground(NEVER, `${x} and ${y}`)
      : weight === 0
        ? null
        : ground(weight, `${x}, then ${y}`)
  },
}

/** Statuses in which one happening may be told, and what it weighs. A denial and an assertion are of one happening all the same. */
const CHANGES: Readonly<Record<string, number>> = {
  'happened ongoing': 0,
  'happened planned': -1,
  'ongoing planned': -1,
  'happened denied': 0,
  'ongoing denied': 0,
  'planned denied': 0,
}

/** The status of an event; a noun's own tells little ("the visit" of somebody who will come), so only its denial counts. */
function statusOf({ by, noun }: Telling): Status | null {
  if (by.kind === 'recall') return null
  return noun !== null && by.record.status !== 'denied' ? null : by.record.status
}

/** All that speaks for two tellings being of one happening, and against it. */
export const weigh = (earlier: Telling, later: Telling): Ground[] =>
  Object.entries(GROUNDS).flatMap(([name, weigher]) => {
    const found = weigher(earlier, later)
    return found === null ? [] : [{ name, ...found }]
  })

/** The log-odds that the grounds come to. */
export const oddsOf = (grounds: readonly Ground[]): number => grounds.reduce((sum, { weight }) => sum + weight, PRIOR)

/** Whether the grounds part two tellings whatever else they share; a different word parts no others of a group. */
export const isApart = (grounds: readonly Ground[]): boolean =>
  grounds.some(({ name, weight }) => weight <= NEVER && name !== 'word' && name !== 'fresh' && name !== 'plural')

/** A link as the record keeps it. */
export function linkOf(earlier: Telling, later: Telling, grounds: Ground[]): TellingLink {
  const denials = [earlier, later].filter((t) => recordOf(t)?.status === 'denied').length
  return {
    findings: [earlier.id, later.id],
    kind: denials === 1 ? 'denial' : 'same',
    probability: Math.round(100 / (1 + Math.exp(-oddsOf(grounds)))) / 100,
    grounds,
  }
}
