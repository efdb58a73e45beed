import type { Sentence, Token } from '../src/model/index.ts'

/**
 * Sentences of a CoNLL-U text (blank line between sentences) and the text that they make: a space between words unless MISC says SpaceAfter=No.
 * Columns may be parted by tabs or runs of spaces; 10 columns, or the short form of 6: id form lemma upos head deprel.
 */
export function sentencesFromConllu(conllu: string): { text: string; sentences: Sentence[] } {
  let text = ''
  const sentences = conllu
    .trim()
    .split(/\n\s*\n/u)
    .map((chunk, index): Sentence => {
      if (text !== '') text += ' '
      const start = text.length
      let spaced = false
      const tokens = chunk
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line): Token => {
          const c = line.split(/\s+/u)
          const short = c.length < 8
          const [head, deprel, misc] = short ? [c[4]!, c[5]!, c[6] ?? '_'] : [c[6]!, c[7]!, c[9] ?? '_']
          if (spaced) text += ' '
          const at = text.length
          text += c[1]!
          spaced = !misc.includes('SpaceAfter=No')
          return {
            id: Number(c[0]),
            span: { start: at, end: text.length },
            form: c[1]!,
            lemma: c[2]!,
            upos: c[3]!,
            feats: short ? '_' : c[5]!,
            head: Number(head),
            deprel,
          }
        })
      return { index, block: 0, span: { start, end: text.length }, tokens }
    })
  return { text, sentences }
}
