import type { Span } from '../../model/index.ts'
import type { TimeLexicon, TimeParticle } from '../../pipeline/index.ts'

/** A run of letters, a run of figures, or one other sign; `joined` when no white space parts it from the word before. */
export interface Word {
  readonly text: string
  /** Lower case, with one apostrophe (’) for all; empty for a web address, a file name or a document's symbol. */
  readonly low: string
  readonly start: number
  readonly end: number
  readonly joined: boolean
}

const CHUNK = /\S+/gu
const LEX = /\p{L}[\p{L}\p{M}]*|\d+|[^\p{L}\d]/gu
const ADDRESS = /:\/\/|^[("“]?www\.|\p{L}@\p{L}|^10\.\d{4}|\.(?:com|org|net|int|gov|edu|html?|pdf)(?![\p{L}])/u
/** "S/RES/2231(2015)", "A/72/L.5": letters, a stroke and figures in one run. */
const SYMBOL = /^[("“]?\p{Lu}[\p{L}.]*\/[\p{L}\d/.]*\d/u

/** The words of a stretch of text with the language's words of time. */
export class Words {
  readonly list: readonly Word[]
  readonly lexicon: TimeLexicon

  constructor(text: string, within: Span, lexicon: TimeLexicon) {
    this.lexicon = lexicon
    this.list = wordsOf(text, within)
  }

  low(at: number): string {
    return this.list[at]?.low ?? ''
  }

  text(at: number): string {
    return this.list[at]?.text ?? ''
  }

  joined(at: number): boolean {
    return this.list[at]?.joined ?? false
  }

  is(at: number, particle: TimeParticle): boolean {
    return this.lexicon.particles[particle].has(this.low(at))
  }

  /** Whether a word is one of a set. */
  in(at: number, set: { has(word: string): boolean }): boolean {
    return set.has(this.low(at))
  }

  capital(at: number): boolean {
    return /^\p{Lu}/u.test(this.text(at))
  }

  letters(at: number): boolean {
    return /^\p{L}/u.test(this.text(at))
  }

  /** The value of a run of up to nine figures. */
  figure(at: number): number | null {
    const text = this.text(at)
    return text.length < 10 && /^\d+$/u.test(text) ? Number(text) : null
  }

  dash(at: number): boolean {
    return /^[-–—]$/u.test(this.low(at))
  }

  comma(at: number): boolean {
    return this.low(at) === ','
  }

  /** A lower- or upper-case word that may be the noun which the words before it describe. */
  noun(at: number): boolean {
    return this.letters(at) && !this.lexicon.small.has(this.low(at))
  }

  /** Whether the figures at `at` go on after a point, comma, stroke or colon ("3.5", "1,914", "12:30"), or are a share or a degree. */
  runsOn(at: number): boolean {
    if (!this.joined(at + 1)) return false
    const next = this.low(at + 1)
    if (/^[%°′″]$/u.test(next)) return true
    return /^[.,:/]$/u.test(next) && this.joined(at + 2) && this.figure(at + 2) !== null
  }
}

function wordsOf(text: string, within: Span): Word[] {
  const out: Word[] = []
  for (const chunk of text.slice(within.start, within.end).matchAll(CHUNK)) {
    const at = within.start + chunk.index
    if (ADDRESS.test(chunk[0]) || SYMBOL.test(chunk[0])) {
      out.push({ text: chunk[0], low: '', start: at, end: at + chunk[0].length, joined: false })
      continue
    }
    for (const m of chunk[0].matchAll(LEX)) {
      const start = at + m.index
      const low = /^['‘’ʼ]$/u.test(m[0]) ? '’' : m[0].toLowerCase()
      out.push({ text: m[0], low, start, end: start + m[0].length, joined: m.index > 0 })
    }
  }
  return out
}
