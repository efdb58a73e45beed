import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Link } from './checking.ts'

interface Line {
  readonly key: string
  readonly as: Link['as']
  readonly path: string
}

/** Lines between markers in the text and entries of the list, where both stand side by side; redrawn as either is scrolled. */
export function LinkLines({ links, list }: { links: readonly Link[]; list: RefObject<HTMLOListElement | null> }) {
  const [lines, setLines] = useState<readonly Line[]>([])
  useLayoutEffect(() => {
    let frame = 0
    const draw = (): void => {
      frame = 0
      setLines(list.current === null ? [] : links.flatMap((link) => lineOf(link, list.current!)))
    }
    const ask = (): void => {
      frame ||= requestAnimationFrame(draw)
    }
    draw()
    window.addEventListener('scroll', ask, { capture: true, passive: true })
    window.addEventListener('resize', ask)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', ask, { capture: true })
      window.removeEventListener('resize', ask)
    }
  }, [links, list])
  return (
    <svg className="link-lines" aria-hidden="true">
      {lines.map(({ key, as, path }) => (
        <path key={key} d={path} data-as={as} />
      ))}
    </svg>
  )
}

/** How far below a marker its line runs, in pixels; the second line of a marker runs below the first. */
const BELOW = { printed: 2, better: 5 } as const
/** Room for the bend between the list and the text, in pixels. */
const BEND = 28

/** From the entry through the gutter and along below the marker's line of text; none while the marker is out of view. */
function lineOf({ marker, entry, as }: Link, list: HTMLElement): Line[] {
  const from = list.querySelector(`[data-entry="${CSS.escape(entry)}"]`)
  const to = document.querySelector(`.text [data-marker="${CSS.escape(marker.id)}"]`)
  const text = to?.closest('.text')
  if (from === null || to === null || text == null) return []
  const [box, edge, end] = [from, list, to].map((e) => e.getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect]
  if (end.bottom < edge.top || end.top > window.innerHeight) return []
  const x = edge.right
  const y = Math.min(Math.max((box.top + Math.min(box.bottom, box.top + 40)) / 2, edge.top + 4), edge.bottom - 4)
  const left = Math.max(text.getBoundingClientRect().left - 6, x + BEND)
  const below = end.bottom + BELOW[as]
  const bend = (x + left) / 2
  const path = `M${x} ${y}C${bend} ${y} ${bend} ${below} ${left} ${below}L${Math.max(end.right, left)} ${below}`
  return [{ key: `${as} ${marker.id} ${entry}`, as, path }]
}
