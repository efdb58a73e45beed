import { useState } from 'react'
import type { DocumentRow, Job } from '../../../src/server/wire.ts'
import { linkTo, readingAddress, recordAddress } from '../address.ts'
import { answer, server } from '../api.ts'
import { useLoaded } from '../loaded.ts'
import { useFinder } from '../shell/finder.tsx'
import { Failed, Loading } from '../shell/states.tsx'
import { useTitle } from '../shell/title.ts'
import { dateInWords } from '../words/dates.ts'
import { counted, known, QUADS, quadOf } from '../words/names.ts'
import { AddPanel } from './add.tsx'
import { DropTarget } from './drop.tsx'
import { Jobs } from './jobs.tsx'
import { Failures, ProblemList } from './problems.tsx'
import { useJobs } from './use-jobs.ts'

/** The library: every document with what was found in it, and the way to add more. */
export function Library() {
  useTitle('Library')
  const [loaded, again] = useLoaded(() => answer(server.api.documents.$get()), [])
  const { jobs, addFiles, addText, dismiss } = useJobs(again)
  if (loaded.state === 'loading') return <Loading what="Opening the library …" />
  if (loaded.state === 'failed') return <Failed error={loaded.error} again={again} />
  const documents = loaded.value.documents as readonly DocumentRow[]
  return (
    <DropTarget onFiles={(files) => addFiles(files, {})}>
      <div className="library">
        <header className="library-head">
          <h1>Library</h1>
          {documents.length > 0 && <Sum documents={documents} />}
        </header>
        <AddPanel first={documents.length === 0} onFiles={addFiles} onText={addText} />
        <Jobs jobs={jobs} onDismiss={dismiss} />
        {documents.length > 0 && <Documents documents={documents} fresh={added(jobs)} />}
        <Failures />
      </div>
    </DropTarget>
  )
}

const added = (jobs: readonly Job[]): ReadonlySet<string> =>
  new Set(jobs.flatMap((job) => (job.state === 'added' ? [job.doc] : [])))

const eventsIn = (row: DocumentRow): number => Object.values(row.events).reduce((a, b) => a + b, 0)

function Sum({ documents }: { documents: readonly DocumentRow[] }) {
  const events = documents.reduce((sum, row) => sum + eventsIn(row), 0)
  const statements = documents.reduce((sum, row) => sum + row.statements, 0)
  return (
    <p className="library-sum">
      {counted(documents.length, 'document')}, <a {...linkTo('/record/events')}>{counted(events, 'event')}</a>,{' '}
      <a {...linkTo('/record/statements')}>{counted(statements, 'statement')}</a>
    </p>
  )
}

function Documents({ documents, fresh }: { documents: readonly DocumentRow[]; fresh: ReadonlySet<string> }) {
  const find = useFinder(documents, (row) => [row.name, known(row.author), known(row.publisher)], {
    label: 'Find a document',
    of: 'Title, author or publisher',
  })
  return (
    <section aria-label="Documents">
      <div className="library-tools">
        <Legend />
        {documents.length > 6 && find.field}
      </div>
      {find.none}
      <ol className="documents">
        {find.shown.map((row) => (
          <DocumentItem key={row.id} row={row} fresh={fresh.has(row.id)} />
        ))}
      </ol>
      {find.more}
    </section>
  )
}

function Legend() {
  return (
    <ul className="legend" aria-label="Colours of the four kinds of event">
      {QUADS.map(([quad, name]) => (
        <li key={quad}>
          <span className="dot" data-quad={quad} aria-hidden="true" />
          {name}
        </li>
      ))}
    </ul>
  )
}

function DocumentItem({ row, fresh }: { row: DocumentRow; fresh: boolean }) {
  const [open, setOpen] = useState(false)
  const events = eventsIn(row)
  const date = known(row.date)
  const by = [known(row.author), known(row.publisher)].filter((part) => part !== null).join(', ')
  return (
    <li className="document" data-fresh={fresh || undefined}>
      <div className="document-date">{date === null ? <span className="quiet">no date</span> : dateInWords(date)}</div>
      <div className="document-main">
        <h2>
          <a {...linkTo(readingAddress(row.id))}>{row.name}</a>
        </h2>
        <p className="document-by">
          {by === '' ? 'author unknown' : by}
          {row.file !== row.name && <span className="document-file">{row.file}</span>}
        </p>
        {row.problems > 0 && (
          <button type="button" className="problem-chip" aria-expanded={open} onClick={() => setOpen(!open)}>
            {counted(row.problems, 'problem')}
          </button>
        )}
        {open && <ProblemList doc={row.id} />}
      </div>
      <div className="document-counts">
        <QuadBar events={row.events} total={events} />
        <p>
          <a {...linkTo(recordAddress('events', { doc: row.id }))}>{counted(events, 'event')}</a>
          <span aria-hidden="true"> · </span>
          <a {...linkTo(recordAddress('statements', { doc: row.id }))}>{counted(row.statements, 'statement')}</a>
        </p>
      </div>
    </li>
  )
}

/** How a document's events fall to the four quads, as one bar. */
function QuadBar({ events, total }: { events: Readonly<Record<string, number>>; total: number }) {
  const parts = QUADS.map(
    ([quad, name]) =>
      [
        quad,
        name,
        Object.entries(events).reduce((sum, [type, n]) => sum + (quadOf(type) === quad ? n : 0), 0),
      ] as const,
  )
  const label = parts.map(([, name, n]) => `${n} ${name}`).join(', ')
  return (
    <div
      className="quad-bar"
      role="img"
      aria-label={total === 0 ? 'no events' : label}
      title={total === 0 ? 'no events' : label}
    >
      {parts.map(([quad, , n]) => n > 0 && <span key={quad} data-quad={quad} style={{ flexGrow: n }} />)}
    </div>
  )
}
