import type { Sentence } from '../model/index.ts'
import type { Codebook } from './entry.ts'
import { matchSentence } from './match.ts'

/** Which entry matched and why, in words of the sentence. */
export interface Explanation {
  readonly entry: string
  readonly at: string
  readonly type: string
  readonly trigger: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly why: string
}

/** What the codebook makes of one sentence: every match with its entry (file and line), its words and its construction. */
export function explain(book: Codebook, sentence: Sentence): Explanation[] {
  const form = (id: number): string => sentence.tokens.find((token) => token.id === id)?.form ?? ''
  return matchSentence(book, sentence).map((match) => ({
    entry: match.rule.id,
    at: `${match.rule.file}:${match.rule.line}`,
    type: match.type,
    trigger: [...match.trigger]
      .sort((a, b) => a - b)
      .map(form)
      .join(' '),
    actors: match.actors.map((side) => `${form(side.id)} (${side.role}, ${side.by})`),
    recipients: match.recipients.map((side) => `${form(side.id)} (${side.role}, ${side.by})`),
    why: `${match.construction}${match.note}`,
  }))
}
