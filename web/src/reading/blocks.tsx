import type { ReactNode } from 'react'
import type { Block, Doc, Marker, Reference, Span } from '../../../src/model/index.ts'
import { type Entry, rolesOf } from './entries.ts'

export interface BlockView {
  readonly index: number
  readonly block: Block
  readonly entries: readonly Entry[]
  readonly markers: readonly Marker[]
  /** The reference whose entry this is or holds. */
  readonly reference: Reference | null
}

/** Whether two stretches share a character. */
export const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Blocks, a list of references cut into its entries, with what touches each, found in one pass over sorted lists. */
export function blockViews(
  doc: Doc,
  entries: readonly Entry[],
  markers: readonly Marker[],
  references: readonly Reference[],
): BlockView[] {
  const blocks = doc.blocks.flatMap((block) => (block.kind === 'reference-list' ? cut(block, references) : [block]))
  const touching = <T,>(items: readonly T[], spans: (item: T) => readonly Span[]): T[][] => {
    const found: Set<T>[] = blocks.map(() => new Set())
    for (const item of items)
      for (const span of spans(item))
        for (let i = blockAt(blocks, span.start); i < blocks.length && blocks[i]!.span.start < span.end; i++)
          found[i]!.add(item)
    return found.map((set) => [...set])
  }
  const ofEntries = touching(entries, (entry) => [...entry.spans, ...rolesOf(entry).map(([, span]) => span)])
  const ofMarkers = touching(markers, (marker) => [marker.span])
  const ofReferences = touching(references, (reference) => [reference.span])
  return blocks.map((block, index) => ({
    index,
    block,
    entries: ofEntries[index]!,
    markers: ofMarkers[index]!,
    reference: ofReferences[index]![0] ?? null,
  }))
}

/** A block of several references as one block an entry; nothing between them is lost. */
function cut(block: Block, references: readonly Reference[]): Block[] {
  const starts = references
    .map(({ span }) => span.start)
    .filter((start) => start > block.span.start && start < block.span.end)
    .sort((a, b) => a - b)
  const edges = [block.span.start, ...starts, block.span.end]
  return edges.slice(1).map((end, i) => ({ ...block, span: { start: edges[i]!, end } }))
}

/** The first block that does not end before `at`. */
function blockAt(blocks: readonly Block[], at: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (blocks[mid]!.span.end <= at) low = mid + 1
    else high = mid
  }
  return low
}

/** Blocks one after another, those of one list inside it; `children` draws each. */
export function Blocks({
  blocks,
  children,
}: {
  blocks: readonly BlockView[]
  children: (view: BlockView) => ReactNode
}) {
  return grouped(blocks).map((group) => {
    const items = group.map(children)
    const { kind } = group[0]!.block
    const key = group[0]!.index
    if (kind === 'list-item') return <ul key={key}>{items}</ul>
    if (kind === 'reference-list')
      return (
        <ol key={key} className="references">
          {items}
        </ol>
      )
    if (kind === 'table-cell')
      return (
        <div key={key} className="cells">
          {items}
        </div>
      )
    return items
  })
}

/** Blocks that stand together as one list. */
function grouped(blocks: readonly BlockView[]): BlockView[][] {
  const groups: BlockView[][] = []
  for (const view of blocks) {
    const last = groups.at(-1)
    const { kind } = view.block
    const joins = kind === 'list-item' || kind === 'reference-list' || kind === 'table-cell'
    if (joins && last?.[0]?.block.kind === kind) last.push(view)
    else groups.push([view])
  }
  return groups
}

const OWN_BULLET = /^\s*(?:[-*•–]|\(?[\dA-Za-z]{1,3}[.)])\s/u

/** A block as what it is: a heading, an item, a quotation, a cell, a paragraph. */
export function Frame({
  view,
  text,
  titled,
  children,
}: {
  view: BlockView
  text: string
  /** Whether the text begins with its own title, which is then the page's. */
  titled: boolean
  children: ReactNode
}) {
  const { block, index } = view
  const shared = { 'data-block': index, id: view.reference === null ? undefined : `reference-${view.reference.id}` }
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, (block.level ?? 2) + (titled ? 0 : 1))}` as 'h2'
      return <Heading {...shared}>{children}</Heading>
    }
    case 'list-item':
    case 'reference-list':
      return (
        <li
          {...shared}
          className={OWN_BULLET.test(text.slice(block.span.start, block.span.start + 8)) ? 'own-bullet' : undefined}
        >
          {children}
        </li>
      )
    case 'block-quotation':
      return <blockquote {...shared}>{children}</blockquote>
    case 'table-cell':
      return <div {...shared}>{children}</div>
    case 'paragraph':
      return <p {...shared}>{children}</p>
  }
}
