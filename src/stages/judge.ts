import { defineStage } from '../pipeline/index.ts'

/** Judges whether the entry that each marker points to bears its claim, and explains what happened to the list as a whole. */
export const judge = defineStage({
  name: 'judge',
  version: '1',
  needs: ['references', 'markers', 'statements'],
  adds: ['judgement'],
  run: () => ({ layers: { judgement: { verdicts: [], explanations: [], findings: [] } }, problems: [] }),
})
