import type { ReactNode } from 'react'
import type { TimeAnchor } from '../../../src/model/index.ts'
import type { EventRow, SideRow, StatementRow, VoiceRow } from '../../../src/server/wire.ts'
import { dateInBrief, dateInWords } from '../words/dates.ts'
import { quadOf, spaced } from '../words/names.ts'

/** A column: its heading, the key that the server sorts by (null: it does not), and its cell. */
export interface Column<Row> {
  readonly name: string
  readonly label: string
  readonly sort: string | null
  cell(row: Row): ReactNode
}

const sides = (list: readonly SideRow[]): ReactNode =>
  list.length === 0 ? (
    <span className="quiet none">—</span>
  ) : (
    list.map((side, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two sides may be alike, and the list does not change
      <span key={i} className="cell-side" title={side.name}>
        {side.name}
        {side.code !== null && <span className="code">{side.code}</span>}
      </span>
    ))
  )

/** A date in short; an interval may be longer than its column, and is told in full to whoever points at it. */
const When = ({ time }: { time: TimeAnchor }) => (
  <time data-kind={time.kind} title={time.value === null ? undefined : dateInWords(time.value)}>
    {dateInBrief(time)}
  </time>
)

const voices = (list: readonly VoiceRow[]): ReactNode => (
  <span title={list.map((v) => v.name ?? v.text).join(' › ')}>
    {list.length > 2 && <span className="quiet">{'› '.repeat(list.length - 2)}</span>}
    {list.at(-1)?.name ?? list.at(-1)?.text ?? '—'}
  </span>
)

export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  {
    name: 'when',
    label: 'When',
    sort: 'when',
    cell: (row) => <When time={row.when} />,
  },
  {
    name: 'type',
    label: 'Type',
    sort: 'type',
    cell: (row) => (
      <>
        <span className="dot" data-quad={quadOf(row.type)} aria-hidden="true" />
        <b className="type">{row.type}</b>
        {row.mode !== null && <span className="quiet mode">{spaced(row.mode)}</span>}
      </>
    ),
  },
  { name: 'actor', label: 'Actor', sort: 'actor', cell: (row) => sides(row.actors) },
  { name: 'recipient', label: 'Recipient', sort: 'recipient', cell: (row) => sides(row.recipients) },
  {
    name: 'status',
    label: 'Status',
    sort: 'status',
    cell: (row) => (
      <span className="status" data-status={row.status}>
        {row.status}
      </span>
    ),
  },
  { name: 'words', label: 'Words', sort: null, cell: (row) => <q>{row.exact}</q> },
  { name: 'speaker', label: 'According to', sort: 'speaker', cell: (row) => voices(row.speakers) },
  { name: 'document', label: 'Document', sort: 'document', cell: (row) => row.name },
]

export const STATEMENT_COLUMNS: readonly Column<StatementRow>[] = [
  {
    name: 'when',
    label: 'Said',
    sort: 'said',
    cell: (row) => <When time={row.said} />,
  },
  { name: 'speaker', label: 'Speaker', sort: 'speaker', cell: (row) => voices(row.speakers) },
  { name: 'form', label: 'Form', sort: 'form', cell: (row) => row.form },
  { name: 'words', label: 'Words', sort: null, cell: (row) => <q>{row.exact}</q> },
  { name: 'document', label: 'Document', sort: 'document', cell: (row) => row.name },
]
