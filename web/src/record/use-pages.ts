import { useCallback, useEffect, useRef, useState } from 'react'
import type { Page } from '../../../src/server/wire.ts'

/** Rows of a page; a power of ten keeps addresses easy to read. */
export const PAGE = 100
const KEPT = 40

export interface Pages<Row> {
  readonly total: number | null
  readonly error: Error | null
  row(index: number): Row | undefined
  /** Says which rows are in view, so that their pages are fetched. */
  want(first: number, last: number): void
  again(): void
}

/** A long list fetched a page at a time as it comes into view; the pages longest out of view are let go. */
export function usePages<Row>(ask: (offset: number, limit: number) => Promise<Page<Row>>, key: string): Pages<Row> {
  const pages = useRef(new Map<number, readonly Row[]>())
  const pending = useRef(new Set<number>())
  const current = useRef(key)
  const [total, setTotal] = useState<number | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const [, redraw] = useState(0)
  const question = useRef(ask)
  question.current = ask

  const fetchPage = useCallback((page: number) => {
    if (pages.current.has(page) || pending.current.has(page)) return
    pending.current.add(page)
    const asked = current.current
    question
      .current(page * PAGE, PAGE)
      .then((found) => {
        if (asked !== current.current) return
        pages.current.set(page, found.rows)
        for (const old of pages.current.keys()) {
          if (pages.current.size <= KEPT) break
          pages.current.delete(old)
        }
        setTotal(found.total)
        setError(null)
        redraw((n) => n + 1)
      })
      .catch((reason: Error) => asked === current.current && setError(reason))
      .finally(() => asked === current.current && pending.current.delete(page))
  }, [])

  const restart = useCallback(() => {
    pages.current = new Map()
    pending.current = new Set()
    setError(null)
    fetchPage(0)
  }, [fetchPage])

  useEffect(() => {
    current.current = key
    setTotal(null)
    restart()
  }, [key, restart])

  return {
    total,
    error,
    row: (index) => {
      const page = Math.floor(index / PAGE)
      return pages.current.get(page)?.[index - page * PAGE]
    },
    want: (first, last) => {
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
        const rows = pages.current.get(page)
        if (rows === undefined) fetchPage(page)
        else {
          pages.current.delete(page)
          pages.current.set(page, rows)
        }
      }
    },
    again: restart,
  }
}
