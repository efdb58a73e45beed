import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/index.ts'
import { allEvents } from '../../src/store/store.ts'

const FILES = 60
const program = join(import.meta.dirname, 'cli.program.ts')
let folder: string
let db: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-resume-'))
  db = join(folder, 'record.sqlite')
  mkdirSync(join(folder, 'files'))
  for (let n = 0; n < FILES; n++)
    writeFileSync(
      join(folder, 'files', `${n}.txt`),
      `Note ${n}\n\n${'Norway met Chile. Kenya met Oman. '.repeat(20)}\n`,
    )
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `read` on the folder; `kill` ends it with a signal as soon as so many documents are in, at a random moment of the next. */
function read(
  options: { kill?: NodeJS.Signals; after?: number } = {},
): Promise<{ status: number | null; out: string }> {
  const child = spawn(process.execPath, [program, 'read', join(folder, 'files'), '--db', db], {
    env: { ...process.env, DELAY: '4' },
  })
  let [out, done] = ['', 0]
  child.stdout.on('data', (data) => {
    out += String(data)
  })
  child.stderr.on('data', (data) => {
    done += String(data).split('\n').length - 1
    if (options.kill !== undefined && done >= (options.after ?? 1))
      setTimeout(() => child.kill(options.kill), Math.random() * 8)
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out })))
}

/** The record's documents and events; every file is in it at most once and whole. */
function held(): { documents: number; events: number } {
  const raw = new DatabaseSync(db)
  expect(raw.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  expect(raw.prepare('SELECT doc, count(*) AS n FROM readings GROUP BY doc HAVING n > 1').all()).toEqual([])
  expect(raw.prepare('SELECT reading, count(*) AS n FROM events GROUP BY reading HAVING n <> 40').all()).toEqual([])
  raw.close()
  const store = openStore(db)
  const [documents, events] = [store.documents().length, store.events(allEvents).total]
  store.close()
  expect(events).toBe(documents * 40)
  return { documents, events }
}

describe('a run that is killed', () => {
  it('goes on where it was, with nothing lost and nothing doubled', async () => {
    let before = 0
    for (let round = 0; round < 6; round++) {
      const { status } = await read({ kill: 'SIGKILL', after: before + 1 + Math.floor(Math.random() * 8) })
      expect(status).toBeNull()
      const { documents } = held()
      expect(documents).toBeGreaterThanOrEqual(before)
      before = documents
    }
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(FILES)
    const { status, out } = await read()
    expect(status).toBe(0)
    expect(out).toContain(`${FILES - before} documents read, ${before} known already`)
    expect(held()).toEqual({ documents: FILES, events: FILES * 40 })
  })

  it('by Ctrl+C finishes the document at hand and says 130', async () => {
    const { status, out } = await read({ kill: 'SIGINT', after: 5 })
    expect(status).toBe(130)
    expect(out).toMatch(/not reached/u)
    const { documents } = held()
    expect(documents).toBeGreaterThanOrEqual(5)
    expect(documents).toBeLessThan(FILES)
  })
})
