import { useRef } from 'react'
import type { DocumentRow, EventRow, Page, StatementRow } from '../../../src/server/wire.ts'
import { go, linkTo, recordAddress, useAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { useKeys } from '../shell/keys.ts'
import { Empty, Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { counted } from '../words/names.ts'
import { EVENT_COLUMNS, STATEMENT_COLUMNS } from './columns.tsx'
import { FilterBar } from './filter-bar.tsx'
import { questionOf } from './filters.ts'
import { Table } from './table.tsx'
import { usePages } from './use-pages.ts'

/** The record as a table, its filters and its order kept in the address. */
export function RecordRoom({ table }: { table: 'events' | 'statements' }) {
  useTitle(table === 'events' ? 'Events' : 'Statements')
  const { query } = useAddress()
  const question = questionOf(table, query)
  const key = new URLSearchParams(question).toString()
  const [documents] = useLoaded(() => answer(server.api.documents.$get()), [])
  const rows = documents.state === 'ready' ? (documents.value.documents as readonly DocumentRow[]) : []
  /** The filter that was set last: typing on in one field is one step back. */
  const last = useRef<string | null>(null)

  const set = (name: string, value: string): void => {
    const how = last.current === name ? 'replace' : 'push'
    last.current = name
    go(recordAddress(table, { ...question, [name]: value }), how)
  }
  const sort = question.sort ?? null
  const order = question.order === 'desc' ? 'desc' : 'asc'
  const sortBy = (by: string): void => {
    last.current = null
    const turned = sort !== by ? {} : order === 'asc' ? { order: 'desc' } : { sort: '' }
    go(recordAddress(table, { ...question, order: null, sort: by, ...turned }))
  }
  const clear = (): void => {
    last.current = null
    go(recordAddress(table, { sort, order: question.order ?? null }))
  }
  useKeys({
    '/': (event) => {
      event.preventDefault()
      document.querySelector<HTMLInputElement>('.filters input[name=text]')?.focus()
    },
  })
  const shared = { question, sort, order, onSort: sortBy, onClear: clear, contentKey: key } as const
  return (
    <div className="record">
      <header className="record-head">
        <h1 className="heard">Record</h1>
        <nav aria-label="Tables" className="tabs">
          <a
            {...linkTo(recordAddress('events', kept(question)))}
            aria-current={table === 'events' ? 'page' : undefined}
          >
            Events
          </a>
          <a
            {...linkTo(recordAddress('statements', kept(question)))}
            aria-current={table === 'statements' ? 'page' : undefined}
          >
            Statements
          </a>
        </nav>
        <FilterBar table={table} query={query} documents={rows} onSet={set} onClear={clear} />
      </header>
      {table === 'events' ? <Events key={key} {...shared} /> : <Statements key={key} {...shared} />}
    </div>
  )
}

/** The filters that both tables have. */
const kept = (question: Record<string, string>): Record<string, string | null> =>
  Object.fromEntries(['text', 'speaker', 'since', 'until', 'doc'].map((name) => [name, question[name] ?? null]))

interface TableProps {
  readonly question: Record<string, string>
  readonly contentKey: string
  readonly sort: string | null
  readonly order: 'asc' | 'desc'
  readonly onSort: (sort: string) => void
  readonly onClear: () => void
}

function Events(props: TableProps) {
  const ask = async (offset: number, limit: number): Promise<Page<EventRow>> =>
    (await answer(
      server.api.events.$get({ query: { ...props.question, offset: String(offset), limit: String(limit) } }),
    )) as Page<EventRow>
  const pages = usePages(ask, props.contentKey)
  return <Shown {...props} what="event" table="events" label="Events" columns={EVENT_COLUMNS} pages={pages} />
}

function Statements(props: TableProps) {
  const ask = async (offset: number, limit: number): Promise<Page<StatementRow>> =>
    (await answer(
      server.api.statements.$get({ query: { ...props.question, offset: String(offset), limit: String(limit) } }),
    )) as Page<StatementRow>
  const pages = usePages(ask, props.contentKey)
  return (
    <Shown
      {...props}
      what="statement"
      table="statements"
      label="Statements"
      columns={STATEMENT_COLUMNS}
      pages={pages}
    />
  )
}

type ShownProps<Row extends { id: string; doc: string }> = Omit<Parameters<typeof Table<Row>>[0], never> &
  Pick<TableProps, 'question' | 'onClear'> & { readonly what: string }

function Shown<Row extends { id: string; doc: string }>({ what, question, onClear, ...props }: ShownProps<Row>) {
  const { pages } = props
  const filtered = Object.keys(question).some((name) => name !== 'sort' && name !== 'order')
  if (pages.error !== null) return <Failed error={pages.error} again={pages.again} />
  if (pages.total === null) return <Loading what="Asking the record …" />
  if (pages.total === 0)
    return (
      <Empty title={filtered ? `No ${what} fits these filters` : `The record has no ${what}s yet`}>
        {filtered ? (
          <button type="button" className="button" onClick={onClear}>
            Clear filters
          </button>
        ) : (
          <p>
            Add a document in the <a {...linkTo('/')}>library</a>; its {what}s come here.
          </p>
        )}
      </Empty>
    )
  return (
    <>
      <p className="record-count" aria-live="polite">
        {counted(pages.total, what)}
      </p>
      <Table {...props} />
    </>
  )
}
