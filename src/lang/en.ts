import type { Language } from '../pipeline/index.ts'
import { attribution } from './en/attribution.ts'
import { happenings } from './en/happenings.ts'
import { times } from './en/times.ts'
import { titles } from './en/titles.ts'
import { englishWords } from './en/words.ts'

/** English: its words, and the lexicons that each stage asks for. */
export const english: Language = { code: 'en', words: englishWords, attribution, times, titles, happenings }
