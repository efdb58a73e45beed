import type { Span } from '../../model/index.ts'

/** Tells in O(log n) whether any of some spans holds another span whole. */
export function holderOf(spans: readonly Span[]): (span: Span) => boolean {
  const ordered = [...spans].sort((a, b) => a.start - b.start)
  const furthest: number[] = []
  for (const span of ordered) furthest.push(Math.max(furthest.at(-1) ?? 0, span.end))
  return (span) => {
    const at = lastAtMost(ordered, span.start, (s) => s.start)
    return at >= 0 && furthest[at]! >= span.end
  }
}

/** Index of the last item of an ordered list whose key is at most `limit`; −1 when there is none. */
export function lastAtMost<T>(ordered: readonly T[], limit: number, key: (item: T) => number): number {
  let low = 0
  let high = ordered.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (key(ordered[mid]!) <= limit) low = mid + 1
    else high = mid
  }
  return low - 1
}
