import type { Frame, Status } from '../../model/index.ts'
import type { CodebookMatch, SideCandidate } from '../../pipeline/index.ts'
import { headOf, type Tree } from '../attribute/tree.ts'

export type Act = Extract<Frame, { kind: 'act' }>

/** A match as it is told: `type` and `mode` are what the telling makes of the entry's ("will visit" is AGREE). */
export interface ToldMatch extends CodebookMatch {
  readonly status: Status
  readonly entryType: string
  readonly entryMode: string | null
}

/** An act that may be told: a codebook entry's match, or one that the model alone sees, with what the model says of its words. */
export interface Proposal extends ToldMatch {
  readonly by: 'entry' | 'model'
  /** The model's probabilities of the types at the trigger; empty where it sees no act. */
  readonly types: Readonly<Record<string, number>>
  /** Whether its word stands in what another entry's act is about ('rejected a request'). */
  readonly inContent: boolean
}

/** Where the grammar keeps the sides of a word that no entry lists. */
export type FrameOf = (token: number) => Pick<CodebookMatch, 'actorCandidates' | 'recipientCandidates'> | null

/** Least probability of a type for the model to propose it. */
const WORTH_PROPOSING = 0.08

/** What entries and the model propose for a sentence; where both speak of a word with one voice it is one proposal. */
export function propose(
  matches: readonly ToldMatch[],
  acts: readonly Act[],
  tree: Tree,
  frameOf: FrameOf = () => null,
): Proposal[] {
  const byToken = new Map(acts.map((act) => [act.token, act]))
  const content = new Set(matches.flatMap((match) => contentOf(match, tree)))
  const listed = matches.map((match): Proposal => {
    const act = actAt(match, byToken)
    const types = act?.types ?? {}
    const why = `${match.why}; model: ${types[match.type] ?? 0}`
    const bare: Proposal = { ...match, why, by: 'entry', types, inContent: content.has(match.trigger[0]!) }
    return act === null ? bare : withModelSides(bare, act, tree)
  })
  const unlisted = acts.flatMap((act) => {
    const [type, p] = likeliest(act)
    const same = listed.some((each) => each.type === type && each.trigger.includes(act.token))
    return p < WORTH_PROPOSING || same
      ? []
      : [behind(fromAct(act, type, p, content.has(act.token), tree), frameOf(act.token))]
  })
  return [...listed, ...unlisted]
}

/** The words of an act's own content and of what it is directed at. */
const contentOf = (match: ToldMatch, tree: Tree): number[] => [
  ...match.absorbed.flatMap((id) => tree.subtree(id)),
  ...match.recipientCandidates.map((side) => side.id),
]

/** The model's act at any word of a trigger, the one that it is surest of: entries and the model may put their finger on different words of it. */
function actAt(match: ToldMatch, byToken: ReadonlyMap<number, Act>): Act | null {
  const found = match.trigger.flatMap((id) => byToken.get(id) ?? [])
  return found.reduce<Act | null>((a, b) => (a === null || likeliest(b)[1] > likeliest(a)[1] ? b : a), null)
}

function fromAct(act: Act, type: string, p: number, inContent: boolean, tree: Tree): Proposal {
  const bare: Proposal = {
    by: 'model',
    types: act.types,
    inContent,
    entry: 'model',
    type,
    mode: null,
    contexts: [],
    trigger: [act.token],
    actors: [],
    recipients: [],
    actorCandidates: [],
    recipientCandidates: [],
    absorbed: [],
    strict: false,
    reciprocal: false,
    confidence: p,
    status: act.status as Status,
    entryType: type,
    entryMode: null,
    why: `model: ${type} (${p}), no codebook entry`,
  }
  return withModelSides(bare, act, tree)
}

/** A proposal with the sides that the grammar has behind those that it has. */
function behind(proposal: Proposal, frame: ReturnType<FrameOf>): Proposal {
  if (frame === null) return proposal
  const known = new Set([...proposal.actorCandidates, ...proposal.recipientCandidates].map((side) => side.id))
  const added = (sides: readonly SideCandidate[]): SideCandidate[] => sides.filter((side) => !known.has(side.id))
  return {
    ...proposal,
    actorCandidates: [...proposal.actorCandidates, ...added(frame.actorCandidates)],
    recipientCandidates: [...proposal.recipientCandidates, ...added(frame.recipientCandidates)],
  }
}

/** The proposal with the model's sides behind the entry's own. */
function withModelSides(proposal: Proposal, act: Act, tree: Tree): Proposal {
  const sides = (label: string, known: readonly SideCandidate[]): SideCandidate[] => {
    const found = act.parts.filter((part) => part.label === label).map((part) => headOf(tree, part.tokens))
    return [
      ...known,
      ...found
        .filter((id) => !known.some((side) => side.id === id))
        .map((id) => ({ id, role: label.toLowerCase(), by: 'model' })),
    ]
  }
  return {
    ...proposal,
    actorCandidates: sides('ACTOR', proposal.actorCandidates),
    recipientCandidates: sides('RECIPIENT', proposal.recipientCandidates),
  }
}

const likeliest = (act: Act): [string, number] =>
  Object.entries(act.types).reduce((a, b) => (b[1] > a[1] ? b : a), ['none', 0])
