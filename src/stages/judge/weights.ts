import type { EvidenceKind } from '../../model/index.ts'

/**
 * How often the setting of a marker shows a trait of the entry that it truly points to, by where the trait stands in the entry.
 * Set on the training documents (test/references/documents): the share of right markers that show it.
 */
export const SHOWN: Readonly<Record<EvidenceKind, number>> = {
  'speaker-or-author': 0.6,
  names: 0.5,
  date: 0.5,
  body: 0.35,
  quotation: 0.3,
  'title-words': 0.3,
  outlet: 0.25,
  address: 0.25,
  language: 0.3,
}

/** How close to a marker a trait stands, 1 the claim itself. */
export const CLOSE = {
  claim: 1,
  /** The rest of the marker's sentence, and what stands between the marker before and the claim. */
  sentence: 0.8,
  /** Earlier blocks with no marker between, falling off over `reach` code units to `far`. */
  earlier: 0.7,
  reach: 2000,
  far: 0.25,
  /** Before the previous marker, in the same block. */
  behind: 0.35,
  heading: 0.3,
} as const

/** Each further piece of evidence counts less than the one before, for they hang together. */
export const FURTHER = 0.8
/** Of the whole sum, in the same sense. */
export const SCALE = 0.9

/** Natural logarithms of likelihood ratios for dates that are near one another but not the same. */
export const DATES = { threeDays: 1.2, month: 0.5, olderThanClaim: -1.6, olderYear: -1.2 } as const

/** What the list's explanations are worth before any marker is looked at; they need not sum to one. */
export const PRIOR = { none: 0.75, shift: 0.12, swap: 0.04, move: 0.04, shifts: 0.02, mixed: 0.03 } as const

/** Single markers that are wrong though the list is sound; where something happened to the list; and where nothing is sound. */
export const SLIP = { sound: 0.01, broken: 0.03, mixed: [0.08, 0.15, 0.3, 0.5] } as const
/** How often a wrong marker means another entry of the list, and not one that the list lacks. */
export const IN_LIST = 0.7
/** How likely a sound list has an entry that nothing cites. */
export const UNCITED = 0.15
