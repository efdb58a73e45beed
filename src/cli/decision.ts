import { decide } from '../app/decide.ts'
import type { Subject } from '../model/index.ts'
import type { Ruling } from '../review/index.ts'
import type { Store } from '../store/index.ts'
import type { Arguments, Context, Option } from './context.ts'

/** What a person may say of a decision. */
export const decisionOptions: readonly Option[] = [
  { name: '--reason', takes: 'WORDS', what: 'why you merge or unmerge' },
  { name: '--by', takes: 'NAME', what: 'who decides (else $USER)' },
]

/** Takes a ruling into the ledger, signed by who gives the command, and returns its number. */
export function decideAs(what: Subject, ruling: Ruling, args: Arguments, context: Context, store: Store): number {
  const by = args.option('--by') ?? (context.env.USER || context.env.USERNAME || 'somebody at this computer')
  return decide(store, what, ruling, { by, at: context.now().toISOString(), reason: args.option('--reason') ?? '' })
}
