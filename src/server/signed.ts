import type { RecordedDecision } from '../model/index.ts'

/** Signs what is decided in the workbench: by whom, when, and why. */
export type Sign = (reason: string) => Pick<RecordedDecision, 'by' | 'at' | 'reason'>

export const signedAt =
  (now: () => Date): Sign =>
  (reason) => ({ by: 'the workbench', at: now().toISOString(), reason })
