import type { Doc, Frame, NamedEntity, Sentence, Span, Thing, Token } from '../model/index.ts'
import { defineStage, type ModelSentence } from '../pipeline/index.ts'
import { cutAtBody } from './parse/persons.ts'

/** One pass of the language model over each block: sentences with parts of speech, lemmas and dependencies, named entities and things, and frames: predicates with their roles, cues of speech, acts. Reference lists are not prose and are left out. */
export const parse = defineStage({
  name: 'parse',
  version: '2',
  needs: ['words'],
  adds: ['sentences', 'entities', 'things', 'frames'],
  async run(doc, { words }, { engine, actors }) {
    const sentences: Sentence[] = []
    const entities: NamedEntity[] = []
    const things: Thing[] = []
    const frames: Frame[] = []
    for (const [block, spans] of words.entries()) {
      if (spans.length === 0 || doc.blocks[block]!.kind === 'reference-list') continue
      const read = await engine.read(spans.map((s) => doc.text.slice(s.start, s.end)))
      for (const found of read) {
        const sentence = sentenceOf(doc, found, spans, block, sentences.length)
        sentences.push(sentence)
        entities.push(...found.entities.map((entity) => named(cutAtBody(entity, sentence.tokens, actors), sentence)))
        things.push(...found.things.map((thing) => named({ ...thing, label: thing.label as Thing['label'] }, sentence)))
        frames.push(...found.frames.map((frame) => ({ ...frame, sentence: sentence.index })))
      }
    }
    return { layers: { sentences, entities, things, frames }, problems: [] }
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

const named = <Label>(
  { first, last, label }: { first: number; last: number; label: Label },
  sentence: Sentence,
): { sentence: number; tokens: [number, number]; span: Span; label: Label } => ({
  sentence: sentence.index,
  tokens: [first, last],
  span: { start: sentence.tokens[first - 1]!.span.start, end: sentence.tokens[last - 1]!.span.end },
  label,
})
