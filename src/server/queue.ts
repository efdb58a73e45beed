import { createHash } from 'node:crypto'
import { type Activity, DragomanError, type Reading } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { troubleOf } from './errors.ts'
import type { Job } from './wire.ts'

/** What a person says of a document; null is unknown. */
export type Told = Readonly<Record<'date' | 'author' | 'publisher' | 'title' | 'language', string | null>>

/** What a queue asks of the program: a file's reading. */
export interface FileReader {
  readonly activity: Activity
  readFile(bytes: Uint8Array, origin: { uri: string; mediaType: string | null }, given: Told): Promise<Reading>
}

/** A file to read; `name` is what it is called, never opened as a path. */
export interface Upload {
  readonly name: string
  readonly mediaType: string | null
  readonly bytes: Uint8Array
  readonly told: Told
}

/** Documents on their way into the record, read one after another. */
export interface Queue {
  add(upload: Upload): Job
  jobs(): Job[]
  /** Settles when nothing is waiting any more. */
  idle(): Promise<void>
  /** Reads the document at hand to its end and no other. */
  stop(): Promise<void>
}

/** The most bytes that may wait, and the finished jobs that are remembered. */
const MOST_WAITING = 512 * 2 ** 20
const MOST_FINISHED = 200

type Entry = { job: Job; started: number | null }

/** A queue over a record; `program` is opened with the first document, `now` is a clock in milliseconds. */
export function openQueue(store: Store, program: () => Promise<FileReader>, now: () => number): Queue {
  const entries = new Map<string, Entry>()
  let turn: Promise<void> = Promise.resolve()
  let waiting = 0
  let serial = 0
  let stopped = false

  const read = async (entry: Entry, upload: Upload): Promise<void> => {
    const { id, name, bytes } = entry.job
    const base = { id, name, bytes }
    const began = now()
    const seconds = () => (now() - began) / 1000
    try {
      if (stopped) throw new DragomanError('stopped', 'Dragoman was ended before it was read; add it again')
      const known = store.known(createHash('sha256').update(upload.bytes).digest('hex'))
      if (known !== null) {
        entry.job = { ...base, state: 'known', doc: known }
        return
      }
      entry.started = began
      entry.job = { ...base, state: 'reading', seconds: 0 }
      const reader = await program()
      const reading = await reader.readFile(upload.bytes, { uri: name, mediaType: upload.mediaType }, upload.told)
      store.save(reading, reader.activity, new Date(now()).toISOString())
      const { eventRecords, statementRecords } = reading.layers
      entry.job = {
        ...base,
        state: 'added',
        seconds: seconds(),
        doc: reading.doc.id,
        events: eventRecords.length,
        statements: statementRecords.length,
      }
    } catch (error) {
      entry.job = { ...base, state: 'failed', ...troubleOf(error) }
    } finally {
      waiting -= bytes
      entry.started = null
    }
  }

  const forget = (): void => {
    const finished = [...entries].filter(([, { job }]) => job.state !== 'waiting' && job.state !== 'reading')
    for (const [id] of finished.slice(0, Math.max(0, finished.length - MOST_FINISHED))) entries.delete(id)
  }

  const idle = async (): Promise<void> => {
    for (let seen: Promise<void> | null = null; seen !== turn; ) {
      seen = turn
      await seen
    }
  }

  return {
    add(upload) {
      if (waiting + upload.bytes.length > MOST_WAITING)
        throw new DragomanError('queue-full', 'many documents are waiting already; add this one when they are read')
      waiting += upload.bytes.length
      const job: Job = { id: String(++serial), name: upload.name, bytes: upload.bytes.length, state: 'waiting' }
      const entry: Entry = { job, started: null }
      entries.set(job.id, entry)
      forget()
      turn = turn.then(() => read(entry, upload))
      return job
    },
    jobs: () =>
      [...entries.values()].map(({ job, started }) =>
        job.state === 'reading' && started !== null ? { ...job, seconds: (now() - started) / 1000 } : job,
      ),
    idle,
    stop: () => {
      stopped = true
      return idle()
    },
  }
}
