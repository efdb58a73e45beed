import type { Sentence, Token } from '../../model/index.ts'

const stop = /^(?:[.?!]+|…)$/u
const closing = /^(?:["”’»)\]]|'')$/u
/** Words before a stop that ends no sentence. */
export const abbreviated =
  /^(?:\p{L}{1,2}|Mrs|Sen|Rep|Gov|Gen|Col|Prof|Rev|Capt|Sgt|Amb|Lt|Maj|Adm|Del|Hon|Supt|Brig|Inc|Corp|Ltd|Bros|Dept|Wash|Calif|Mass|Jan|Feb|Aug|Sept|Oct|Nov|Dec|vol|pp|art)$/iu

/**
 * A sentence whose words do not hang on one another over a full stop that the reader took for none ("… on Monday. The envoy left"):
 * what hung across it becomes a root of its own. Returns the sentence itself when there is no such stop.
 */
export function cutAtStops(sentence: Sentence): Sentence {
  const { tokens } = sentence
  const part: number[] = []
  let parts = 0
  tokens.forEach((_, at) => {
    if (at > 0 && endsBefore(tokens, at)) parts++
    part.push(parts)
  })
  if (parts === 0) return sentence
  return {
    ...sentence,
    tokens: tokens.map((token, at) =>
      token.head === 0 || part[token.head - 1] === part[at] ? token : { ...token, head: 0, deprel: 'root' },
    ),
  }
}

/** Whether a sentence ends right before the word at an index: a stop, closing marks, and a capital after it. */
function endsBefore(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:["“‘«]|'')$|^\p{Lu}/u.test(tokens[at]!.form) || closesHere(tokens, at)) return false
  let before = at - 1
  while (before > 0 && closing.test(tokens[before]!.form)) before--
  return before > 0 && stop.test(tokens[before]!.form) && !abbreviated.test(tokens[before - 1]!.form)
}

/** Whether a straight mark closes what stands before it, by the space around it. */
const closesHere = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.upos === 'PUNCT' && tokens[at]!.span.start === tokens[at - 1]!.span.end
