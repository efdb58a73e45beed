import type { SideCandidate } from '../pipeline/index.ts'
import type { Rule } from './entry.ts'

/** A match still with its rule and the tree that it was found in. */
export interface RuleMatch {
  readonly rule: Rule
  readonly head: number
  readonly trigger: readonly number[]
  readonly actors: readonly SideCandidate[]
  readonly recipients: readonly SideCandidate[]
  /** Arguments whose acts are this act's content. */
  readonly absorbed: readonly number[]
  readonly strict: boolean
  readonly specificity: number
  readonly support: number | null
  readonly construction: string
  readonly type: string
  readonly mode: string | null
  readonly note: string
}
