import type { Decision, RecordedDecision } from '../model/index.ts'

/** Two findings that evidence holds for one, with how likely that is. */
export interface Link {
  readonly findings: readonly [string, string]
  readonly probability: number
}

/** Why findings stand in one group: because somebody decided so, or by evidence. */
export type Join<L extends Link = Link> =
  | { readonly by: 'decision'; readonly decision: RecordedDecision }
  | { readonly by: 'evidence'; readonly link: L }

/** Findings that are one, in the order in which they were given, with everything that joins them; a finding alone has no joins. */
export interface Group<L extends Link = Link> {
  readonly members: readonly string[]
  readonly joins: readonly Join<L>[]
}

export interface Folded<L extends Link = Link> {
  /** Every finding stands in one group; the groups are in the order of their first members. */
  readonly groups: readonly Group<L>[]
  /** Decisions about findings that no current reading holds, with those findings; what they say of the others still counts. */
  readonly orphaned: readonly { readonly decision: RecordedDecision; readonly missing: readonly string[] }[]
}

/** What is folded: the findings there are, the links that evidence makes, and which findings evidence keeps apart. */
export interface Foldable<L extends Link = Link> {
  readonly findings: readonly string[]
  readonly links: readonly L[]
  /** Whether evidence holds two findings for different ones; decisions may join them all the same. */
  readonly apart: (a: string, b: string) => boolean
}

/**
 * Folds decisions over what evidence says. The newest decision goes first, and each older one counts as far as it does not contradict; then the links,
 * the likeliest first, as far as neither a decision nor evidence keeps apart any two members of the groups that a link would make one.
 */
export function foldDecisions<L extends Link>(
  { findings, links, apart }: Foldable<L>,
  decisions: readonly RecordedDecision[],
): Folded<L> {
  const groups = new Map(findings.map((id): [string, Open<L>] => [id, { members: [id], joins: [] }]))
  const parted = new Set<string>()
  const isParted = (a: string, b: string): boolean => parted.has(keyOf(a, b))
  const unite = (pairs: readonly Pair[], why: Join<L>, isApart: typeof apart): void => {
    const united = pairs.filter(([a, b]) => areOne(groups, a, b, isApart))
    for (const group of new Set(united.map(([a]) => groups.get(a)!))) group.joins.push(why)
  }

  for (const decision of decisions.toSorted((a, b) => b.number - a.number)) {
    const pairs = pairsIn(decision)
    if (decision.kind === 'merged') unite(pairs, { by: 'decision', decision }, isParted)
    else for (const [a, b] of pairs.filter(([a, b]) => groups.get(a) !== groups.get(b))) parted.add(keyOf(a, b))
  }
  for (const link of links.toSorted((a, b) => b.probability - a.probability))
    unite([link.findings], { by: 'evidence', link }, (a, b) => isParted(a, b) || apart(a, b))

  const place = new Map(findings.map((id, at) => [id, at]))
  return {
    groups: [...new Set(groups.values())].map(({ members, joins }) => ({
      members: members.toSorted((a, b) => place.get(a)! - place.get(b)!),
      joins,
    })),
    orphaned: decisions.flatMap((decision) => {
      const missing = findingsOf(decision).filter((id) => !groups.has(id))
      return missing.length === 0 ? [] : [{ decision, missing }]
    }),
  }
}

interface Open<L extends Link> {
  members: string[]
  joins: Join<L>[]
}

/** Makes the groups of two findings one, unless any two members are apart; returns whether they are one now. */
function areOne<L extends Link>(groups: Map<string, Open<L>>, a: string, b: string, apart: Foldable['apart']): boolean {
  const [one, other] = [groups.get(a), groups.get(b)]
  if (one === undefined || other === undefined) return false
  if (one === other) return true
  if (one.members.some((x) => other.members.some((y) => apart(x, y)))) return false
  one.members.push(...other.members)
  one.joins.push(...other.joins)
  for (const id of other.members) groups.set(id, one)
  return true
}

type Pair = readonly [string, string]

/** The pairs of findings that a decision makes one, or parts. */
const pairsIn = (ruling: Ruling): Pair[] =>
  ruling.kind === 'merged'
    ? ruling.findings.flatMap((a, at) => ruling.findings.slice(at + 1).map((b): Pair => [a, b]))
    : ruling.findings.flatMap((a) => ruling.from.map((b): Pair => [a, b]))

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const findingsOf = (ruling: Ruling): readonly string[] =>
  ruling.kind === 'merged' ? ruling.findings : [...ruling.findings, ...ruling.from]

/** What is decided, before it is told who decided it. */
export type Ruling =
  | Pick<Extract<Decision, { kind: 'merged' }>, 'kind' | 'findings'>
  | Pick<Extract<Decision, { kind: 'unmerged' }>, 'kind' | 'findings' | 'from'>

/** A ruling as a decision that supersedes the newest of the `earlier` ones that say the contrary of any two of its findings. */
export function decided(
  ruling: Ruling,
  made: Pick<Decision, 'what' | 'by' | 'at' | 'reason'>,
  earlier: readonly RecordedDecision[],
): Decision {
  const keys = new Set(pairsIn(ruling).map(([a, b]) => keyOf(a, b)))
  const contrary = earlier.filter((d) => d.kind !== ruling.kind && pairsIn(d).some(([a, b]) => keys.has(keyOf(a, b))))
  const supersedes = contrary.length === 0 ? null : Math.max(...contrary.map((d) => d.number))
  return { ...ruling, ...made, supersedes }
}
