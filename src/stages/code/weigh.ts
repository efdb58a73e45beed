import type { Frame, Status } from '../../model/index.ts'
import type { CodebookMatch, SideCandidate } from '../../pipeline/index.ts'
import { headOf, type Tree } from '../attribute/tree.ts'

type Act = Extract<Frame, { kind: 'act' }>

/** A match as it is told: `type` and `mode` are what the telling makes of the entry's ("will visit" is AGREE). */
export interface ToldMatch extends CodebookMatch {
  readonly status: Status
  readonly entryType: string
  readonly entryMode: string | null
  /** The model's probability of the type; 0 before it was asked. */
  readonly borneOut: number
}

/** How much the model counts against the codebook, and from which weight on an act is told; how they were chosen, docs/decisions/0018 says. */
export const WEIGHING = {
  /** The model's share in the weight of an act that an entry lists. */
  model: 0.6,
  /** Least weight of an act that an entry lists. */
  listed: 0.15,
  /** Least probability of an act that no entry lists: in a sentence that tells of none by an entry, and beside one that does. */
  alone: 0.4,
  beside: 0.85,
} as const

/**
 * The codebook's matches of a sentence weighed with the model's acts: an entry is told unless it is weak and the model sees no
 * such act at that word; acts that no entry lists are added. The sides that the model sees come after those of the entry. `why` names both.
 */
export function weigh(matches: readonly ToldMatch[], acts: readonly Act[], tree: Tree): ToldMatch[] {
  const byToken = new Map(acts.map((act) => [act.token, act]))
  const listed = matches.flatMap((match) => weighed(match, byToken, tree))
  const taken = new Set(listed.flatMap((match) => [...match.trigger, ...contentOf(match, tree)]))
  const least = listed.length === 0 ? WEIGHING.alone : WEIGHING.beside
  const added = acts.filter((act) => !taken.has(act.token)).flatMap((act) => unlisted(act, least, tree))
  return [...listed, ...added].sort((a, b) => a.trigger[0]! - b.trigger[0]!)
}

/** The words of an act's own content and of what it is directed at: 'rejected a request' is one act. */
const contentOf = (match: ToldMatch, tree: Tree): number[] => [
  ...match.absorbed.flatMap((id) => tree.subtree(id)),
  ...match.recipientCandidates.filter((side) => side.by !== 'model').map((side) => side.id),
]

/** The model's act at any word of a trigger, the one that it is surest of: entries and the model may put their finger on different words of it. */
function actAt(match: ToldMatch, byToken: ReadonlyMap<number, Act>): Act | null {
  const found = match.trigger.flatMap((id) => byToken.get(id) ?? [])
  return found.reduce<Act | null>((a, b) => (a === null || likeliest(b)[1] > likeliest(a)[1] ? b : a), null)
}

function weighed(match: ToldMatch, byToken: ReadonlyMap<number, Act>, tree: Tree): ToldMatch[] {
  const act = actAt(match, byToken)
  const own = act?.types[match.type] ?? 0
  const weight = WEIGHING.model * own + (1 - WEIGHING.model) * match.confidence
  if (weight < WEIGHING.listed) return []
  const told = {
    ...match,
    borneOut: own,
    confidence: Math.round(weight * 100) / 100,
    why: `${match.why}; model: ${own}`,
  }
  return [act === null ? told : withModelSides(told, act, tree)]
}

function unlisted(act: Act, least: number, tree: Tree): ToldMatch[] {
  const [type, p] = likeliest(act)
  if (p < least) return []
  const bare: ToldMatch = {
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
    borneOut: p,
    why: `model: ${type} (${p}), no codebook entry`,
  }
  return [withModelSides(bare, act, tree)]
}

/** The match with the model's sides behind the entry's own. */
function withModelSides(match: ToldMatch, act: Act, tree: Tree): ToldMatch {
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
    ...match,
    actorCandidates: sides('ACTOR', match.actorCandidates),
    recipientCandidates: sides('RECIPIENT', match.recipientCandidates),
  }
}

const likeliest = (act: Act): [string, number] =>
  Object.entries(act.types).reduce((a, b) => (b[1] > a[1] ? b : a), ['none', 0])
