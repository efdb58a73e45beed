import { defineStage } from '../pipeline/index.ts'

/** Parts each block into words by the language's rules. Sentences come later, from the language model. */
export const split = defineStage({
  name: 'split',
  version: '1',
  needs: [],
  adds: ['words'],
  run: (doc, _layers, { language }) => ({
    layers: { words: doc.blocks.map((block) => language.words(doc.text, block.span)) },
    problems: [],
  }),
})
