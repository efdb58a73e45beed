import type { EvidenceKind, Verdict } from '../../../src/model/index.ts'

export type VerdictKind = Verdict['kind']

/** What each verdict is called, with a sign of its own, so that colour alone never tells it; the ones to check first. */
export const VERDICTS: Readonly<Record<VerdictKind, readonly [sign: string, name: string]>> = {
  'does-not-fit': ['✗', 'does not fit'],
  'no-entry': ['∅', 'no entry'],
  doubtful: ['?', 'doubtful'],
  undecided: ['·', 'nothing tells'],
  fits: ['✓', 'fits'],
}

/** Whether a verdict asks a person to look. */
export const isAlarm = (kind: VerdictKind | null): boolean =>
  kind === 'does-not-fit' || kind === 'no-entry' || kind === 'doubtful'

/** What a piece of evidence rests on, in words. */
export const EVIDENCE: Readonly<Record<EvidenceKind, string>> = {
  'speaker-or-author': 'speaker',
  body: 'body',
  date: 'date',
  outlet: 'outlet',
  'title-words': 'title',
  names: 'names',
  language: 'language',
  quotation: 'quotation',
  address: 'address',
}

/** A probability in words that claim no more than they know: 0.999 is 'over 99 %'. */
export const percent = (probability: number): string =>
  probability > 0.995 ? 'over 99 %' : probability < 0.005 ? 'under 1 %' : `${Math.round(probability * 100)} %`

/** A message as a sentence begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
