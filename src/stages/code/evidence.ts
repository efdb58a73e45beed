import type { Tree } from '../attribute/tree.ts'
import type { Proposal } from './propose.ts'
import weights from './weights.json' with { type: 'json' }

/** What speaks for and against an act, as named figures; a name that is not there counts 0. */
export type Evidence = Readonly<Record<string, number>>

const WEIGHTS: Readonly<Record<string, number>> = weights
const LEAST = 0.005

/** Log odds of a probability, which is kept away from 0 and 1. */
const logOdds = (p: number): number => {
  const kept = Math.min(1 - LEAST, Math.max(LEAST, p))
  return Math.log(kept / (1 - kept))
}

/** The evidence for a proposal. `complete` is whether the sides that its type and its frame ask for are there. */
export function evidenceOf(proposal: Proposal, complete: boolean, tree: Tree): Evidence {
  const listed = Number(proposal.by === 'entry')
  return {
    bias: 1,
    entry: listed,
    'weight of the entry': listed * logOdds(proposal.confidence),
    'words of the trigger': Math.log(proposal.trigger.length),
    'model, this type': logOdds(proposal.types[proposal.type] ?? 0),
    'model, any type': logOdds(Object.values(proposal.types).reduce((sum, p) => sum + p, 0)),
    'noun of an entry': listed * Number(tree.token(proposal.trigger[0]!)?.upos !== 'VERB'),
    incomplete: Number(!complete),
    'told as another type': Number(proposal.type !== proposal.entryType),
  }
}

/** Probability that an act is told, by logistic regression over the evidence; `bench/weights.ts` fits the weights on our own sentences. */
export function probabilityOf(evidence: Evidence): number {
  const sum = Object.entries(evidence).reduce((total, [name, x]) => total + x * (WEIGHTS[name] ?? 0), 0)
  return 1 / (1 + Math.exp(-sum))
}
