import { defineStage } from '../pipeline/index.ts'
import { findStatements } from './attribute/statements.ts'

/** Finds who says what: direct, indirect and mixed speech with speaker, cue, content, nesting and the outer voice's stance. */
export const attribute = defineStage({
  name: 'attribute',
  version: '4',
  needs: ['sentences', 'frames', 'mentions', 'entities'],
  adds: ['statements'],
  run(doc, layers, { language }) {
    const { statements, problems } = findStatements(
      { id: doc.id, text: doc.text, blocks: doc.blocks, ...layers },
      language.attribution,
    )
    return { layers: { statements }, problems }
  },
})
