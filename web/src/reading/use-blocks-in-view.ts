import { type RefObject, useEffect, useState } from 'react'

/** The first and last block that are in view, followed as the page is scrolled; null before the first look. */
export function useBlocksInView(page: RefObject<HTMLElement | null>, count: number): readonly [number, number] | null {
  const [seen, setSeen] = useState<readonly [number, number] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other blocks are watched anew
  useEffect(() => {
    const visible = new Set<number>()
    const observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) {
        const block = Number((target as HTMLElement).dataset.block)
        if (isIntersecting) visible.add(block)
        else visible.delete(block)
      }
      let [first, last] = [Number.POSITIVE_INFINITY, -1]
      for (const block of visible) {
        first = Math.min(first, block)
        last = Math.max(last, block)
      }
      setSeen((before) =>
        last < 0 ? before : before !== null && before[0] === first && before[1] === last ? before : [first, last],
      )
    })
    for (const block of page.current?.querySelectorAll('[data-block]') ?? []) observer.observe(block)
    return () => observer.disconnect()
  }, [page, count])
  return seen
}
