import type { CodebookPort } from '../pipeline/index.ts'
import type { Codebook } from './entry.ts'
import { type Allowed, loadCodebook, projectCodebook } from './load.ts'
import { codebookPort } from './match.ts'

export * from './entry.ts'
export * from './explain.ts'
export * from './load.ts'
export { codebookPort, matchSentence } from './match.ts'

/** The codebook that comes with the program, and a project's own file over it, ready for the coding stage. Throws `codebook-invalid`. */
export function openCodebook(
  allowed: Allowed | null = null,
  project: string | null = null,
): CodebookPort & { readonly book: Codebook } {
  const book = loadCodebook(allowed, project === null ? [] : [projectCodebook(project)])
  return { ...codebookPort(book), book }
}
