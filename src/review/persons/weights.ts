import type { NameLikeness } from './names.ts'

/** Natural logarithms of likelihood ratios, set by hand and looked at on the persons of forty news texts (docs/decisions/0020): how much likelier a piece of evidence is when two persons whose names may be one are one than when they are two. */

/** Before anything is looked at. */
export const PRIOR = -2

/** By how the names are alike; a family name that comes first is usual in some states and elsewhere another person's name. */
export const NAME: Readonly<Record<NameLikeness, number>> = {
  same: 3.2,
  spelling: 2.9,
  part: 2.2,
  order: 0.3,
  initials: 1,
  sound: 0.5,
  surname: 0,
}
export const FAMILY_FIRST = 1.8

/** ISO 3166 alpha-3 codes of states where the family name usually comes first. */
export const FAMILY_FIRST_STATES: ReadonlySet<string> = new Set(
  'CHN HKG HUN JPN KHM KOR MAC PRK SGP TWN VNM'.split(' '),
)

/** The same office of the same state or body, by the most years between the times that bear it out; former or coming holders tell less. */
export const OFFICE: readonly (readonly [years: number, weight: number])[] = [
  [1, 4.2],
  [4, 3.4],
  [8, 1.2],
  [Number.POSITIVE_INFINITY, -1.5],
]
export const LOOSE_OFFICE = 2
/** The same office where several hold it at one time. */
export const SEVERAL_HOLD = 2.2
/** Offices of one title at one time, where whose they are is not told of both. */
export const SAME_TITLE = 1.2
/** Other offices at one time: people have several, but not many. */
export const OTHER_OFFICES = -1.5
/** Somebody of another given name held the office of the one when he did. */
export const HELD_BY_ANOTHER = -3

/** The same state: how often it is told alike of one person, against its share of all persons, as if `seen` others were known besides. */
export const STATE = { alike: 0.95, seen: 10, most: 1.8 } as const
export const OTHER_STATE = -4

/** Bodies and persons that both are named with: how often one is shared, the most that one weighs, and what each further one counts. */
export const BESIDE = { shared: 0.4, most: 1.5, further: 0.6 } as const

/** Documents by the years between them. */
export const APART: readonly (readonly [years: number, weight: number])[] = [
  [2, 0.4],
  [25, 0],
  [60, -1],
  [Number.POSITIVE_INFINITY, -4],
]

/** From which probability on two are made one, where more than their names bears it out; from which it is proposed; below which they are apart. */
export const MERGED = 0.9
export const PROPOSED = 0.4
export const PARTED = 0.1
/** What evidence beyond the name must come to before it bears anything out. */
export const BORNE_OUT = 0.5
