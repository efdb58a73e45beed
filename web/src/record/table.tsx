// biome-ignore-all lint/a11y/useSemanticElements: a virtual table places its rows itself, so its parts say what they are by role
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { go, linkTo, readingAddress } from '../address.ts'
import { useKeys } from '../shell/keys.ts'
import type { Column } from './columns.tsx'
import type { Pages } from './use-pages.ts'

interface Props<Row> {
  readonly label: string
  readonly table: 'events' | 'statements'
  readonly columns: readonly Column<Row>[]
  readonly pages: Pages<Row>
  readonly sort: string | null
  readonly order: 'asc' | 'desc'
  readonly onSort: (sort: string) => void
}

const NARROW = '(max-width: 860px)'
const heightOf = (narrow: boolean, table: 'events' | 'statements'): number =>
  narrow ? (table === 'events' ? 116 : 104) : 44

/** A table of any length: only the rows in view are there, and their pages are fetched as they come. */
export function Table<Row extends { id: string; doc: string }>(props: Props<Row>) {
  const { columns, pages, table } = props
  const box = useRef<HTMLDivElement>(null)
  const narrow = useNarrow()
  const height = heightOf(narrow, table)
  const count = pages.total ?? 0
  const [active, setActive] = useActive()
  const rows = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when they become taller
  useEffect(() => rows.measure(), [height])
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (count > 0) pages.want(first, last)
  })
  const restored = useRef(false)
  useEffect(() => {
    if (count === 0 || restored.current) return
    restored.current = true
    if (active > 0) rows.scrollToIndex(Math.min(active, count - 1), { align: 'center' })
  }, [count, active, rows])

  const move = (to: number): void => {
    if (count === 0) return
    const next = Math.max(0, Math.min(count - 1, to))
    setActive(next)
    rows.scrollToIndex(next, { align: 'auto' })
  }
  const open = (): void => {
    const row = pages.row(active)
    if (row !== undefined) go(readingAddress(row.doc, row.id))
  }
  const enter = (event: KeyboardEvent): void => {
    if ((event.target as HTMLElement).matches('button, a, summary')) return
    event.preventDefault()
    open()
  }
  const perPage = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / height) - 1)
  const by = (n: number) => (event: KeyboardEvent) => {
    event.preventDefault()
    move(active + n)
  }
  useKeys({
    j: by(1),
    k: by(-1),
    ArrowDown: by(1),
    ArrowUp: by(-1),
    PageDown: by(perPage),
    PageUp: by(-perPage),
    Home: by(-count),
    End: by(count),
    Enter: enter,
  })

  return (
    <div
      className="table"
      data-table={table}
      ref={box}
      role="grid"
      aria-label={props.label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={pages.row(active) === undefined ? undefined : `row-${active}`}
      tabIndex={0}
    >
      <div className="table-head" role="row" tabIndex={-1} aria-rowindex={1}>
        {columns.map((column) => (
          <Heading key={column.name} column={column} {...props} />
        ))}
      </div>
      <div className="table-body" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const row = pages.row(item.index)
          const place = { transform: `translateY(${item.start}px)`, height }
          if (row === undefined)
            return (
              <div
                key={item.key}
                className="row row-pending"
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-busy
                style={place}
              >
                <span className="skeleton" role="gridcell" tabIndex={-1} />
              </div>
            )
          const { onClick, href } = linkTo(readingAddress(row.doc, row.id))
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on the grid opens the active row
            <div
              key={item.key}
              id={`row-${item.index}`}
              className="row"
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={item.index === active}
              style={place}
              onClick={(event) => {
                setActive(item.index)
                onClick(event)
              }}
            >
              {columns.map((column) => (
                <div key={column.name} className={`cell cell-${column.name}`} role="gridcell" tabIndex={-1}>
                  {column.name === 'words' ? (
                    <a href={href} tabIndex={-1} draggable={false}>
                      {column.cell(row)}
                    </a>
                  ) : (
                    column.cell(row)
                  )}
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Heading<Row>({ column, sort, order, onSort }: Props<Row> & { column: Column<Row> }) {
  const sorted = column.sort !== null && column.sort === sort
  return (
    <div
      className={`cell cell-${column.name}`}
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted ? (order === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      {column.sort === null ? (
        column.label
      ) : (
        <button type="button" onClick={() => onSort(column.sort!)}>
          {column.label}
          <span className="sort-mark" aria-hidden="true">
            {sorted ? (order === 'asc' ? '↑' : '↓') : ''}
          </span>
        </button>
      )}
    </div>
  )
}

function useNarrow(): boolean {
  const [narrow, set] = useState(() => window.matchMedia(NARROW).matches)
  useEffect(() => {
    const media = window.matchMedia(NARROW)
    const changed = () => set(media.matches)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, [])
  return narrow
}

/** The active row, kept with the step in the browser's history so that Back finds it again. */
function useActive(): [number, (index: number) => void] {
  const [active, set] = useState<number>(() => Number((window.history.state as { row?: number } | null)?.row ?? 0))
  return [
    active,
    (index) => {
      set(index)
      window.history.replaceState({ row: index }, '')
    },
  ]
}
