import type { Job } from '../../../src/server/wire.ts'
import { linkTo, readingAddress } from '../address.ts'
import { counted, sizeInWords } from '../words/names.ts'

/** Documents on their way into the record, and what became of them. */
export function Jobs({ jobs, onDismiss }: { jobs: readonly Job[]; onDismiss: (id: string) => void }) {
  if (jobs.length === 0) return null
  const waiting = jobs.filter((job) => job.state === 'waiting').length
  return (
    <section className="jobs" aria-label="Being added" aria-live="polite">
      {waiting > 1 && <p className="quiet">{waiting} documents are waiting; they are read one after another.</p>}
      <ul>
        {jobs
          .filter((job) => job.state !== 'waiting' || waiting <= 3)
          .map((job) => (
            <li key={job.id} className="job" data-state={job.state}>
              <span className="job-mark" aria-hidden="true" />
              <span className="job-name">{job.name}</span>
              <span className="job-told">
                <Told job={job} />
              </span>
              {job.state !== 'waiting' && job.state !== 'reading' && (
                <button
                  type="button"
                  className="icon-button"
                  aria-label={`Dismiss ${job.name}`}
                  onClick={() => onDismiss(job.id)}
                >
                  ✕
                </button>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}

function Told({ job }: { job: Job }) {
  switch (job.state) {
    case 'waiting':
      return <>waiting, {sizeInWords(job.bytes)}</>
    case 'reading':
      return <>reading, {Math.round(job.seconds)} s so far</>
    case 'added':
      return (
        <>
          <a {...linkTo(readingAddress(job.doc))}>Read it</a>: {counted(job.events, 'event')},{' '}
          {counted(job.statements, 'statement')} in {job.seconds.toFixed(1)} s
        </>
      )
    case 'known':
      return (
        <>
          already in the record: <a {...linkTo(readingAddress(job.doc))}>read it</a>
        </>
      )
    case 'failed':
      return <>{job.message}</>
  }
}
