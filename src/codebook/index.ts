import type { CodebookPort } from '../pipeline/index.ts'
import { loadCodebook } from './load.ts'
import { codebookPort } from './match.ts'

export * from './entry.ts'
export * from './explain.ts'
export * from './load.ts'
export { codebookPort, matchSentence } from './match.ts'

/** The codebook that comes with the program, ready for the coding stage. Throws `codebook-invalid`. */
export const openCodebook = (): CodebookPort => codebookPort(loadCodebook())
