import type { Doc, NamedEntity, Sentence, Span, Token } from '../model/index.ts'
import { defineStage, type ModelSentence } from '../pipeline/index.ts'

/** One pass of the language model over each block: sentences with parts of speech, lemmas and dependencies, and named entities. Reference lists are not prose and are left out. */
export const parse = defineStage({
  name: 'parse',
  version: '1',
  needs: ['words'],
  adds: ['sentences', 'entities'],
  async run(doc, { words }, { engine }) {
    const sentences: Sentence[] = []
    const entities: NamedEntity[] = []
    for (const [block, spans] of words.entries()) {
      if (spans.length === 0 || doc.blocks[block]!.kind === 'reference-list') continue
      const read = await engine.read(spans.map((s) => doc.text.slice(s.start, s.end)))
      for (const found of read) {
        const sentence = sentenceOf(doc, found, spans, block, sentences.length)
        sentences.push(sentence)
        entities.push(...entitiesOf(found, sentence))
      }
    }
    return { layers: { sentences, entities }, problems: [] }
  },
})

function sentenceOf(doc: Doc, found: ModelSentence, spans: readonly Span[], block: number, index: number): Sentence {
  const [first, end] = found.words
  const tokens = spans.slice(first, end).map(
    (span, i): Token => ({
      id: i + 1,
      span,
      form: doc.text.slice(span.start, span.end),
      lemma: found.lemmas[i]!,
      upos: found.upos[i]!,
      feats: found.feats[i]!,
      head: found.heads[i]!,
      deprel: found.deprels[i]!,
    }),
  )
  return { index, block, span: { start: tokens[0]!.span.start, end: tokens.at(-1)!.span.end }, tokens }
}

const entitiesOf = (found: ModelSentence, sentence: Sentence): NamedEntity[] =>
  found.entities.map(({ first, last, label }) => ({
    sentence: sentence.index,
    tokens: [first, last],
    span: { start: sentence.tokens[first - 1]!.span.start, end: sentence.tokens[last - 1]!.span.end },
    label,
  }))
