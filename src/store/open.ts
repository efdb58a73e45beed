import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DragomanError } from '../model/index.ts'
import { record } from './migrations/0001_record.ts'
import { texts } from './migrations/0002_texts.ts'
import { decisions } from './migrations/0003_decisions.ts'
import { persons } from './migrations/0004_persons.ts'
import { happenings } from './migrations/0005_happenings.ts'

/** Schema changes in order; the database's user_version says how many it has. Never change one that was released. */
export const migrations: readonly string[] = [record, texts, decisions, persons, happenings]

const APPLICATION_ID = 0x44524147

/** Opens a database (or makes it, unless it `mustExist`) and brings it up to date. Throws `database-…` errors that say what to do. */
export function openDatabase(path: string, mustExist = false): DatabaseSync {
  return guarded(path, () => {
    if (mustExist && !existsSync(path))
      throw new DragomanError(
        'database-missing',
        `there is no record at ${path}; “dragoman read FILE” makes one, or give another file with --db`,
      )
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const db = new DatabaseSync(path)
    try {
      db.exec('PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON;')
      const have = number(db, 'user_version')
      const owner = number(db, 'application_id')
      const empty = number(db, 'schema_version') === 0
      if (!empty && owner !== APPLICATION_ID)
        throw new DragomanError(
          'database-foreign',
          `${path} is a database of another program; give another file with --db`,
        )
      if (have > migrations.length)
        throw new DragomanError(
          'database-newer',
          `${path} was made by a newer Dragoman (schema ${have}, this one knows ${migrations.length}); update the program, or give another file with --db`,
        )
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
      for (let version = have; version < migrations.length; version++) migrate(db, version)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

function migrate(db: DatabaseSync, version: number): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    if (number(db, 'user_version') === version) {
      db.exec(migrations[version]!)
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1};`)
    }
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

const number = (db: DatabaseSync, pragma: string): number =>
  Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? { value: 0 })[0])

/** SQLite's result codes (primary, and system errors) as what a person can do. */
const TROUBLE: Readonly<Record<string, readonly [code: string, message: string]>> = {
  5: ['database-locked', 'another program is writing to it; wait until it has finished, or close it'],
  6: ['database-locked', 'another program is writing to it; wait until it has finished, or close it'],
  8: ['database-read-only', 'it may not be written to; change its permissions, or give another file with --db'],
  10: [
    'database-disk',
    'the disk failed while it was written; look at the disk, then run the command again (nothing that was read before is lost)',
  ],
  11: [
    'database-corrupt',
    'it is damaged; restore a copy, or give another file with --db and read the documents again',
  ],
  13: ['disk-full', 'the disk is full; free some space and run the command again (what was read before is kept)'],
  14: [
    'database-unopenable',
    'it cannot be opened; see that its folder exists and may be written to, or give another file with --db',
  ],
  26: ['database-corrupt', 'it is no database, or damaged; give another file with --db'],
  EACCES: ['database-unopenable', 'its folder may not be written to; give another file with --db'],
  EROFS: ['database-read-only', 'the disk may not be written to; give another file with --db'],
  ENOSPC: ['disk-full', 'the disk is full; free some space and run the command again'],
  ENOTDIR: ['database-unopenable', 'part of its path is a file, not a folder; give another file with --db'],
  EEXIST: ['database-unopenable', 'part of its path is a file, not a folder; give another file with --db'],
}

/** Runs `work`; SQLite's own errors become DragomanErrors that name the database and say what to do. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DragomanError) throw error
    const { errcode, code } = error as { errcode?: number; code?: string }
    const known = TROUBLE[errcode === undefined ? (code ?? '') : String(errcode & 0xff)]
    if (known === undefined) throw error
    throw new DragomanError(known[0], `the database ${path}: ${known[1]}`, { cause: error })
  }
}
