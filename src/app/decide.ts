import type { RecordedDecision, Subject } from '../model/index.ts'
import { decided, type Ruling } from '../review/index.ts'
import type { Store } from '../store/index.ts'

/** Takes a ruling into the ledger, and returns its number. */
export const decide = (
  store: Store,
  what: Subject,
  ruling: Ruling,
  made: Pick<RecordedDecision, 'by' | 'at' | 'reason'>,
): number => store.decide(decided(ruling, { what, ...made }, store.decisions(what)))
