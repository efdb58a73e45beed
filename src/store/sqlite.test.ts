import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Decision, DragomanError } from '../model/index.ts'
import { activity, madeReading } from './made.fixture.ts'
import { record } from './migrations/0001_record.ts'
import { texts } from './migrations/0002_texts.ts'
import { guarded, migrations } from './open.ts'
import { openStore } from './sqlite.ts'
import { allEvents, allStatements, type Grouping, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let serial = 0
const fresh = (): string => join(folder, `${++serial}.sqlite`)
const at = (day: number): string => `2026-01-0${day}T00:00:00.000Z`

/** The code that `work` throws, with its message. */
function trouble(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof DragomanError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('a reading', () => {
  it('comes back as it was given', () => {
    const store = openStore(':memory:')
    const given = madeReading(1, 12)
    store.save(given, activity, at(1))
    const back = store.reading(given.doc.id)!
    expect(back.doc).toEqual(given.doc)
    expect(back.events).toEqual(given.layers.eventRecords)
    expect(back.statements).toEqual(given.layers.statementRecords)
    expect(back.persons).toEqual(given.layers.personRecords)
    expect(back.persons).toHaveLength(1)
    expect(back.times).toEqual(given.layers.times)
    expect(back.sentences).toEqual(given.layers.sentences.map((s) => s.span))
    expect(back.problems).toEqual(given.problems)
    expect(back).toMatchObject({ activity, recorded: at(1) })
    store.close()
  })

  it('is known by the SHA-256 of its file, and by nothing else', () => {
    const store = openStore(':memory:')
    const { doc, ...rest } = madeReading(1, 3)
    expect(store.known(doc.origin.sha256)).toBeNull()
    store.save({ doc, ...rest }, activity, at(1))
    expect(store.known(doc.origin.sha256)).toBe(doc.id)
    expect(store.known(doc.id)).toBeNull()
    expect(store.reading('no-such')).toBeNull()
    expect(store.event('no-such')).toBeNull()
    store.close()
  })

  it('is there whole or not at all', () => {
    const store = openStore(':memory:')
    const good = madeReading(1, 5)
    store.save(good, activity, at(1))
    const broken = madeReading(2, 5)
    const [first, ...others] = broken.layers.eventRecords
    const bad = {
      ...broken,
      layers: { ...broken.layers, eventRecords: [first!, ...others, { ...first!, type: null as never }] },
    }
    expect(() => store.save(bad, activity, at(2))).toThrow()
    expect(store.documents().map((d) => d.doc.id)).toEqual([good.doc.id])
    expect(store.events(allEvents).total).toBe(5)
    store.save(broken, activity, at(3))
    expect(store.events(allEvents).total).toBe(10)
    store.close()
  })
})

describe('a second reading', () => {
  it('is current, and leaves the first as history', () => {
    const store = openStore(':memory:')
    const first = madeReading(1, 6)
    const { eventRecords } = first.layers
    store.save(first, activity, at(1))
    const later = { ...activity, model: 'better' }
    store.save({ ...first, layers: { ...first.layers, eventRecords: eventRecords.slice(1) } }, later, at(2))
    expect(store.events(allEvents).total).toBe(5)
    expect(store.documents()).toMatchObject([{ readings: 2, added: at(1), recorded: at(2), statements: 1 }])
    expect(store.history(eventRecords[0]!.id)).toEqual([{ recorded: at(1), activity, current: false }])
    expect(store.history(eventRecords[1]!.id)).toEqual([
      { recorded: at(1), activity, current: false },
      { recorded: at(2), activity: later, current: true },
    ])
    expect(store.event(eventRecords[0]!.id)?.entry).toEqual(eventRecords[0])
    store.close()
  })
})

describe('a reading by a reader that has changed', () => {
  it('keeps the text that its own offsets count in', () => {
    const store = openStore(':memory:')
    const first = madeReading(1, 2)
    store.save(first, activity, at(1))
    const later = { ...first, doc: { ...first.doc, text: `Preface of Zanzibar. ${first.doc.text}` } }
    store.save(later, activity, at(2))
    expect(store.reading(first.doc.id)?.doc.text).toBe(later.doc.text)
    expect(store.search('zanzibar')).toEqual([first.doc.id])
    store.close()
  })

  it('is not taken twice when two programs read the same file', () => {
    const store = openStore(':memory:')
    expect(store.save(madeReading(1, 2), activity, at(1), false)).toBe(true)
    expect(store.save(madeReading(1, 2), activity, at(2), false)).toBe(false)
    expect(store.documents()).toMatchObject([{ readings: 1 }])
    store.close()
  })
})

describe('questions', () => {
  let store: Store
  const readings = [madeReading(1, 40), madeReading(2, 40)]
  const events = readings.flatMap((r) => r.layers.eventRecords)
  beforeAll(() => {
    store = openStore(':memory:')
    for (const reading of readings) store.save(reading, activity, at(1))
  })
  afterAll(() => store.close())
  const ids = (filter: Partial<typeof allEvents>): string[] =>
    store
      .events({ ...allEvents, limit: 1000, ...filter })
      .rows.map((r) => r.entry.id)
      .sort()
  const those = (wanted: (e: (typeof events)[number]) => boolean): string[] =>
    events
      .filter(wanted)
      .map((e) => e.id)
      .sort()

  it.each([
    ['a code', { actor: 'NOR' }, (e) => e.actors[0]!.actor.code === 'NOR'],
    ['a code in small letters', { recipient: 'chl' }, (e) => e.recipients[0]!.actor.code === 'CHL'],
    ['part of a name', { actor: 'keny' }, (e) => e.actors[0]!.text === 'Kenya'],
    ['a type', { type: 'ACCUSE' }, (e) => e.type === 'ACCUSE'],
    ['a status', { status: 'denied' }, (e) => e.status === 'denied'],
    ['a speaker', { speaker: 'Brandt' }, (e) => e.speakers.length > 1],
    ['a document', { doc: readings[1]!.doc.id }, (e) => e.doc === readings[1]!.doc.id],
    ['words of the text', { text: 'attacked Kenya' }, (e) => e.citation.exact.includes('attacked Kenya')],
    [
      'several at once',
      { type: 'CONSULT', status: 'planned', actor: 'NOR' },
      (e) => e.type === 'CONSULT' && e.status === 'planned' && e.actors[0]!.actor.code === 'NOR',
    ],
    ['a since', { since: '2010' }, (e) => e.when.value !== null && e.when.value >= '2010-01'],
    ['an until', { until: '2010-08' }, (e) => e.when.value !== null && e.when.value <= '2010-08'],
    [
      'a month that holds the day asked for',
      { since: '2010-08-20', until: '2010-08-21' },
      (e) => e.when.value === '2010-08',
    ],
  ] satisfies [string, Partial<typeof allEvents>, (e: (typeof events)[number]) => boolean][])(
    'by %s',
    (_, filter, wanted) => {
      expect(ids(filter)).toEqual(those(wanted))
    },
  )

  it('find something in each of those cases', () => {
    expect(those((e) => e.actors[0]!.actor.code === 'NOR').length).toBeGreaterThan(3)
    expect(those((e) => e.citation.exact.includes('attacked Kenya')).length).toBeGreaterThan(0)
    expect(those((e) => e.when.value === '2010-08').length).toBeGreaterThan(0)
  })

  it.each(["'; DROP TABLE events; --", '%', '_', '"', '\\', 'NEAR(', '*', '\u0000'])('take %j as words', (words) => {
    for (const key of ['actor', 'recipient', 'speaker', 'text', 'type', 'status', 'doc'] as const)
      expect(ids({ [key]: words })).toEqual([])
    expect(store.search(words)).toEqual([])
    expect(store.events(allEvents).total).toBe(80)
  })

  it('sort by when with the unknown last either way', () => {
    for (const descending of [false, true]) {
      const values = store
        .events({ ...allEvents, sort: 'when', descending, limit: 1000 })
        .rows.map((r) => r.entry.when.value)
      const known = values.filter((v) => v !== null)
      expect(known).toEqual(descending ? [...known].sort().reverse() : [...known].sort())
      expect(values.slice(known.length).every((v) => v === null)).toBe(true)
      expect(known.length).toBeLessThan(values.length)
    }
  })

  it('give pages that together are the whole, each entry once', () => {
    for (const sort of ['when', 'type', 'actor', 'recipient', 'speaker', 'status', 'document'] as const) {
      const pages = [0, 30, 60].flatMap((offset) =>
        store.events({ ...allEvents, sort, offset, limit: 30 }).rows.map((r) => r.entry.id),
      )
      expect(new Set(pages).size).toBe(80)
    }
  })

  it('find statements by their speaker, and documents by their text', () => {
    const said = store.statements({ ...allStatements, speaker: 'erik brandt', limit: 100 })
    expect(said.total).toBe(16)
    expect(store.statements({ ...allStatements, form: 'direct' }).total).toBe(0)
    expect(store.search('brandt ghana')).toHaveLength(2)
    expect(store.search('zanzibar')).toEqual([])
  })
})

describe('decisions', () => {
  const merged: Decision = {
    kind: 'merged',
    what: 'person',
    findings: ['pA', 'pB'],
    by: 'a reader',
    at: at(1),
    reason: 'the letters say so',
    supersedes: null,
  }

  it('come back in their order, by what they are about', () => {
    const store = openStore(':memory:')
    const first = store.decide(merged)
    store.decide({ ...merged, what: 'event' })
    const parted: Decision = { ...merged, kind: 'unmerged', findings: ['pA'], from: ['pB'], supersedes: first }
    const second = store.decide(parted)
    expect(store.decisions('person')).toEqual([
      { ...merged, number: first },
      { ...parted, number: second },
    ])
    expect(store.decisions('event')).toHaveLength(1)
    store.close()
  })

  it('are refused when they say nothing, or supersede one that is not there', () => {
    const store = openStore(':memory:')
    expect(() => store.decide({ ...merged, findings: ['pA'] })).toThrow()
    expect(() => store.decide({ ...merged, supersedes: 7 })).toThrow()
    expect(store.decisions('person')).toEqual([])
    store.close()
  })

  it('are neither changed nor taken away', () => {
    const path = fresh()
    const store = openStore(path)
    store.decide(merged)
    const db = new DatabaseSync(path)
    expect(() => db.exec("UPDATE decisions SET what = 'event'")).toThrow(/only ever added/u)
    expect(() => db.exec('DELETE FROM decisions')).toThrow(/only ever added/u)
    db.close()
    expect(store.decisions('person')).toHaveLength(1)
    store.close()
  })

  it('outlive a second reading', () => {
    const store = openStore(':memory:')
    store.save(madeReading(1, 2), activity, at(1))
    store.decide(merged)
    store.save(madeReading(1, 2), activity, at(2))
    expect(store.decisions('person')).toHaveLength(1)
    store.close()
  })
})

describe('files that could not be read', () => {
  it('are remembered once each, until they can be', () => {
    const store = openStore(':memory:')
    const uri = 'digests/1.txt'
    store.fail({ uri, code: 'empty-file', message: 'the file is empty', at: at(1) })
    store.fail({ uri, code: 'not-permitted', message: 'reading it is not permitted', at: at(2) })
    expect(store.failures()).toEqual([
      { uri, code: 'not-permitted', message: 'reading it is not permitted', at: at(2) },
    ])
    store.save(madeReading(1, 1), activity, at(3))
    expect(store.failures()).toEqual([])
    store.close()
  })
})

describe('a database', () => {
  it('is made with its folder, in WAL mode, and is whole', () => {
    const path = join(folder, 'new', 'deep', 'record.sqlite')
    openStore(path).close()
    const db = new DatabaseSync(path)
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    db.close()
  })

  it('of the first schema still opens with all that it held', () => {
    const path = fresh()
    const old = new DatabaseSync(path)
    old.exec(`${record}; PRAGMA application_id = ${0x44524147}; PRAGMA user_version = 1`)
    old.exec("INSERT INTO failures VALUES ('a.pdf', 'scanned-pdf', 'only pictures', '2026-01-01T00:00:00Z')")
    old.close()
    const store = openStore(path)
    expect(store.failures()).toHaveLength(1)
    expect(store.decisions('person')).toEqual([])
    store.close()
  })

  it('of the second schema keeps its documents, and takes decisions', () => {
    const path = fresh()
    const old = new DatabaseSync(path)
    old.exec(`${record}; ${texts}; PRAGMA application_id = ${0x44524147}; PRAGMA user_version = 2`)
    old.close()
    const store = openStore(path)
    expect(store.persons()).toEqual([])
    store.save(madeReading(1, 5), activity, at(1))
    expect(store.persons()).toMatchObject([{ name: 'Digest 1', entry: { name: 'Erik Brandt' } }])
    const number = store.decide({
      kind: 'merged',
      what: 'event',
      findings: ['eA', 'eB'],
      by: 'a reader',
      at: at(2),
      reason: '',
      supersedes: null,
    })
    expect(store.decisions('event')).toMatchObject([{ number, findings: ['eA', 'eB'] }])
    expect(store.documents()).toHaveLength(1)
    store.close()
  })

  it('of a newer Dragoman is left alone', () => {
    const path = fresh()
    openStore(path).close()
    const db = new DatabaseSync(path)
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    db.close()
    const before = readFileSync(path)
    expect(trouble(() => openStore(path))).toMatchObject({
      code: 'database-newer',
      message: expect.stringMatching(/update the program/u),
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('of another program is left alone', () => {
    const path = fresh()
    const db = new DatabaseSync(path)
    db.exec('CREATE TABLE mine (x); INSERT INTO mine VALUES (1)')
    db.close()
    const before = readFileSync(path)
    expect(trouble(() => openStore(path)).code).toBe('database-foreign')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that is none says so', () => {
    const path = fresh()
    writeFileSync(path, 'The communiqué was signed in the evening.\n'.repeat(200))
    expect(trouble(() => openStore(path))).toMatchObject({
      code: 'database-corrupt',
      message: expect.stringContaining(path),
    })
    expect(trouble(() => openStore(folder)).code).toBe('database-unopenable')
    expect(trouble(() => openStore(join(path, 'below', 'x.sqlite'))).code).toBe('database-unopenable')
  })

  it('that is damaged says so', () => {
    const path = fresh()
    const whole = openStore(path)
    for (let seed = 1; seed <= 10; seed++) whole.save(madeReading(seed, 60), activity, at(1))
    whole.close()
    const file = openSync(path, 'r+')
    for (let page = 8; page < 60; page++) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096)
    truncateSync(path, 60 * 4096)
    expect(
      trouble(() => {
        const store = openStore(path)
        store.events({ ...allEvents, sort: 'when' })
        store.documents()
        store.search('norway')
        store.save(madeReading(99, 50), activity, at(2))
      }).code,
    ).toBe('database-corrupt')
  })

  it.skipIf(process.getuid?.() === 0)(
    'that may not be written to can be read, and says so when it should be written',
    () => {
      const path = fresh()
      const first = openStore(path)
      first.save(madeReading(1, 3), activity, at(1))
      first.close()
      chmodSync(path, 0o444)
      const store = openStore(path)
      expect(store.events(allEvents).total).toBe(3)
      expect(trouble(() => store.save(madeReading(2, 3), activity, at(2))).code).toBe('database-read-only')
      store.close()
    },
  )

  it('may be read while another writes, and shows only what is whole', () => {
    const path = fresh()
    const [writer, reader] = [openStore(path), openStore(path)]
    writer.save(madeReading(1, 4), activity, at(1))
    const db = new DatabaseSync(path)
    db.exec("BEGIN IMMEDIATE; UPDATE events SET status = 'denied'")
    expect(reader.events({ ...allEvents, status: 'denied' }).total).toBe(
      writer.events({ ...allEvents, status: 'denied' }).total,
    )
    db.exec('ROLLBACK')
    db.close()
    writer.close()
    reader.close()
  })

  it.each([
    [5, 'database-locked', /wait/u],
    [8, 'database-read-only', /permissions/u],
    [10 | (3 << 8), 'database-disk', /look at the disk/u],
    [11 | (1 << 8), 'database-corrupt', /restore a copy/u],
    [13, 'disk-full', /free some space/u],
    [14, 'database-unopenable', /--db/u],
  ])('tells what to do on result code %i', (errcode, code, advice) => {
    const error = Object.assign(new Error('sqlite'), { code: 'ERR_SQLITE_ERROR', errcode })
    const told = trouble(() =>
      guarded('x.sqlite', () => {
        throw error
      }),
    )
    expect(told.code).toBe(code)
    expect(told.message).toMatch(advice)
    expect(told.message).not.toContain('\n')
  })
})

describe('a hundred thousand events', () => {
  let store: Store
  beforeAll(() => {
    store = openStore(fresh())
    for (let seed = 0; seed < 100; seed++) store.save(madeReading(seed, 1000), activity, at(1))
  }, 180_000)
  afterAll(() => store.close())

  /** The best of five, in milliseconds: the machine may be busy with something else. */
  const time = (work: () => void): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const began = performance.now()
        work()
        return performance.now() - began
      }),
    )

  it.each([
    ['type and date', { type: 'CONSULT', since: '2010', until: '2012', sort: 'when' }],
    ['actor and recipient', { actor: 'NOR', recipient: 'CHL' }],
    ['actor by code, sorted by date', { actor: 'NOR', sort: 'when' }],
    ['status, far into the list', { status: 'denied', offset: 30_000 }],
    ['type, sorted by actor', { type: 'ASSAULT', sort: 'actor', descending: true }],
    ['speaker', { speaker: 'Brandt' }],
    ['words of the text', { text: 'attacked Kenya' }],
    ['part of a name', { actor: 'Norw' }],
    ['nothing at all', {}],
  ] satisfies [string, Partial<typeof allEvents>][])('give a page by %s in under 100 ms', (name, filter) => {
    let rows = 0
    const took = time(() => {
      rows = store.events({ ...allEvents, ...filter }).rows.length
    })
    if (process.env.TIMES) console.log(`${name}: ${took.toFixed(1)} ms`)
    expect(rows).toBe(100)
    expect(took).toBeLessThan(100)
  })
})

describe('a happening', () => {
  /** Makes the first and the third event of a document one until somebody decides on events. */
  const grouping: Grouping = ({ events }, decisions) =>
    decisions.length > 0 ? [] : [{ id: events[0]!.id, tellings: [events[0]!, events[2]!, { id: 'r1' }] }]
  const filled = () => {
    const store = openStore(':memory:', false, grouping)
    const reading = madeReading(1, 5)
    store.save(reading, activity, at(1))
    return { store, events: reading.layers.eventRecords }
  }

  it('is one row, shown as it is told first; and every telling is found', () => {
    const { store, events } = filled()
    const once = store.events(allEvents)
    expect([once.total, once.tellings]).toEqual([4, 5])
    expect(once.rows.map((r) => r.entry.id)).toEqual([0, 1, 3, 4].map((n) => events[n]!.id))
    expect(once.rows[0]).toMatchObject({ happening: events[0]!.id, told: 3 })
    const each = store.events({ ...allEvents, each: 'telling' })
    expect([each.total, each.rows.length, each.rows[2]!.happening]).toEqual([5, 5, events[0]!.id])
    store.close()
  })

  it('is found by any of its tellings, and shown by that one where the first is not asked for', () => {
    const { store, events } = filled()
    const found = store.events({ ...allEvents, text: events[2]!.citation.exact })
    expect([found.total, found.rows[0]!.entry.id, found.rows[0]!.happening]).toEqual([1, events[2]!.id, events[0]!.id])
    expect(store.happening('r1')).toEqual({ doc: events[0]!.doc, id: events[0]!.id })
    expect(store.happening(events[1]!.id)?.id).toBe(events[1]!.id)
    expect(store.happening('no-such')).toBeNull()
    store.close()
  })

  it('is regrouped when somebody decides', () => {
    const { store, events } = filled()
    const [a, b] = [events[0]!.id, events[2]!.id]
    const made = { what: 'event', by: 'a reader', at: at(2), reason: '', supersedes: null } as const
    store.decide({ kind: 'unmerged', findings: [b], from: [a], ...made })
    expect(store.events(allEvents)).toMatchObject({ total: 5, tellings: 5 })
    store.close()
  })
})
