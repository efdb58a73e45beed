import type { RecordedDecision } from '../model/index.ts'

/** A decision that findings are others than those of `from`, as far as it still holds. */
export interface Parted<T = string> {
  readonly decision: RecordedDecision
  readonly findings: readonly T[]
  readonly from: readonly T[]
}

/**
 * The decisions that hold findings apart now, the newest first, each with the findings of today's readings that it parts; of two decisions that part the
 * same two findings the newer counts. `groupOf` names the group that a finding stands in, null where there is no such finding.
 */
export function partedStill(
  decisions: readonly RecordedDecision[],
  groupOf: (finding: string) => string | null,
): Parted[] {
  const told = new Set<string>()
  const areApart = (a: string, b: string): boolean => {
    const [one, other] = [groupOf(a), groupOf(b)]
    return one !== null && other !== null && one !== other
  }
  return decisions.toReversed().flatMap((decision) => {
    if (decision.kind !== 'unmerged') return []
    const pairs = decision.findings
      .flatMap((a) => decision.from.map((b) => ({ a, b, key: [a, b].sort().join(' ') })))
      .filter(({ a, b, key }) => !told.has(key) && areApart(a, b))
    for (const { key } of pairs) told.add(key)
    const [findings, from] = [new Set(pairs.map(({ a }) => a)), new Set(pairs.map(({ b }) => b))]
    return pairs.length === 0 ? [] : [{ decision, findings: [...findings], from: [...from] }]
  })
}
