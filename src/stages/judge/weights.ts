import type { EvidenceKind } from '../../model/index.ts'

/**
 * How often the setting of a marker shows a trait of the entry that it truly points to, by where the trait stands in the entry.
 * Set on the training documents (test/references/documents): the share of right markers that show it.
 */
export const SHOWN: Readonly<Record<EvidenceKind, number>> = {
  'speaker-or-author': 0.65,
  names: 0.5,
  date: 0.6,
  body: 0.25,
  quotation: 0.12,
  'title-words': 0.45,
  outlet: 0.35,
  address: 0.5,
  language: 0.3,
}

/** How often a right marker's setting shows a date of its entry: the day, the day without its year, the month, the year. */
export const DATE_SHOWN: Readonly<Record<string, number>> = { d: 0.75, n: 0.75, m: 0.5, y: 0.28, Y: 0.28 }

/** How close to a marker a trait stands, 1 the claim itself. */
export const CLOSE = {
  claim: 1,
  /** Who says it, wherever he is named. */
  speaker: 0.9,
  /** The rest of the marker's sentence, and what stands between the marker before and the claim. */
  sentence: 0.65,
  /** Earlier blocks with no marker between, falling off over `reach` code units to `far`. */
  earlier: 0.4,
  reach: 2000,
  far: 0.2,
  /** Before the previous marker, in the same block. */
  behind: 0.2,
  heading: 0.15,
} as const

/** How pieces of evidence add up. */
export const SUM = {
  /** Each further piece counts less than the one before, for they hang together. */
  further: 0.7,
  scale: 1.4,
  /** What an absence weighs: of names and days that the text has elsewhere, and of plain words. */
  absentName: 1.2,
  absentWord: 0.6,
} as const

/** Natural logarithms of likelihood ratios of an entry published before what the claim tells of: both by the day, the entry by its year, else. */
export const DATES = { olderDay: -2.5, olderYear: -2, older: -1.6 } as const

/** What the list's explanations are worth before any marker is looked at; they need not sum to one. */
export const PRIOR = {
  none: 0.5,
  shift: 0.15,
  recount: 0.05,
  swap: 0.2,
  move: 0.08,
  shifts: 0.02,
  mixed: 0.2,
} as const

/** Single markers that are wrong though the list is sound; where something happened to the list; and where nothing is sound. */
export const SLIP = { sound: 0.01, broken: 0.05, shared: 0.2, mixed: [0.08, 0.15, 0.3, 0.5] } as const
/** How often a wrong marker means another entry of the list, and not one that the list lacks. */
export const IN_LIST = 0.7
/** How likely a sound list has an entry that nothing cites. */
export const UNCITED = 0.25
/** How likely an entry of a list that is sorted by the alphabet stands before one that belongs ahead of it. */
export const DISORDER = 0.04
