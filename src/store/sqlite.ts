import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import {
  type Activity,
  Decision,
  type Doc,
  type EventRecord,
  type PersonRecord,
  type Reading,
  type RecordedDecision,
  type StatementRecord,
  type Subject,
  type Voice,
} from '../model/index.ts'
import { bounds } from '../text/index.ts'
import { guarded, openDatabase } from './open.ts'
import type {
  EventFilter,
  Failure,
  Filter,
  Grouping,
  Slice,
  StatementFilter,
  Store,
  Stored,
  StoredDocument,
  StoredReading,
} from './store.ts'

/**
 * Opens the record in the SQLite database at `path` (':memory:' for none), which is made when it is not there unless it `mustExist`.
 * `grouping` says which tellings are of one happening; without it each is its own.
 */
export function openStore(path: string, mustExist = false, grouping: Grouping = () => []): Store {
  const db = openDatabase(path, mustExist)
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const sql = (text: string) => {
    const found = statements.get(text) ?? db.prepare(text)
    statements.set(text, found)
    return found
  }
  const all = <Row>(text: string, ...values: SQLInputValue[]): Row[] =>
    guarded(path, () => sql(text).all(...values) as Row[])
  const one = <Row>(text: string, ...values: SQLInputValue[]): Row | null =>
    (guarded(path, () => sql(text).get(...values)) as Row | undefined) ?? null
  const put = (text: string, ...values: SQLInputValue[]): number =>
    Number(guarded(path, () => sql(text).run(...values)).lastInsertRowid)
  const inTransaction = <T>(work: () => T): T => {
    guarded(path, () => db.exec('BEGIN IMMEDIATE'))
    try {
      const result = work()
      guarded(path, () => db.exec('COMMIT'))
      return result
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  const countOf = (table: 'events' | 'statements', where: Where): number =>
    one<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where.text}`, ...where.values)!.n
  const retellingsOf = (id: string): number =>
    one<{ n: number }>(
      'SELECT count(*) AS n FROM retellings r JOIN events e ON e.rowid = r.lead WHERE e.id = ? AND e.current = 1',
      id,
    )!.n
  /** Tellings that are asked for and that a first telling, asked for as well, stands for. */
  const retoldOf = ({ text, values }: Where): number =>
    one<{ n: number }>(
      `SELECT count(*) AS n FROM retellings WHERE ${isAsked('event', text)} AND ${isAsked('lead', text)}`,
      ...values,
      ...values,
    )!.n
  const slice = <Entry>(table: 'events' | 'statements', where: Where, order: string, filter: Filter): Slice<Entry> => {
    const total = countOf(table, where)
    const rows = all<{ entry: string; name: string }>(
      // The page's rows are found in the index before their entries are fetched: sorting whole entries is slow.
      `SELECT entry, name FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
      ...where.values,
      filter.limit,
      filter.offset,
    )
    return { total, rows: rows.map((r): Stored<Entry> => ({ entry: JSON.parse(r.entry) as Entry, name: r.name })) }
  }
  const stored = <Entry>(table: 'events' | 'statements' | 'persons', id: string): Stored<Entry> | null => {
    const row = one<{ entry: string; name: string }>(
      `SELECT entry, name FROM ${table} WHERE id = ? ORDER BY current DESC, rowid DESC LIMIT 1`,
      id,
    )
    return row === null ? null : { entry: JSON.parse(row.entry) as Entry, name: row.name }
  }

  const readingOf = (doc: string): StoredReading | null => {
    const row = one<{
      text: string
      doc_facts: string
      recorded: string
      activity: string
      layers: string
      problems: string
    }>(
      'SELECT coalesce(r.text, d.text) AS text, r.doc_facts, r.recorded, r.activity, r.layers, r.problems FROM documents d JOIN readings r ON r.doc = d.id AND r.current = 1 WHERE d.id = ?',
      doc,
    )
    if (row === null) return null
    const entries = <Entry>(table: string) =>
      all<{ entry: string }>(`SELECT entry FROM ${table} WHERE current = 1 AND doc = ? ORDER BY position`, doc).map(
        (r) => JSON.parse(r.entry) as Entry,
      )
    return {
      doc: { ...(JSON.parse(row.doc_facts) as Omit<Doc, 'text'>), text: row.text },
      recorded: row.recorded,
      activity: JSON.parse(row.activity) as Activity,
      ...earlier,
      ...(JSON.parse(row.layers) as Pick<StoredReading, 'sentences' | 'times' | 'references' | 'markers'>),
      events: entries<EventRecord>('events'),
      statements: entries<StatementRecord>('statements'),
      persons: entries<PersonRecord>('persons'),
      problems: JSON.parse(row.problems) as StoredReading['problems'],
    }
  }
  const decisionsOn = (what: Subject): RecordedDecision[] =>
    all<{ number: number; decision: string }>(
      'SELECT number, decision FROM decisions WHERE what = ? ORDER BY number',
      what,
    ).map((r): RecordedDecision => ({ ...(JSON.parse(r.decision) as Decision), number: r.number }))
  const leadOf = (finding: string): { doc: string; id: string } | null =>
    one<{ doc: string; id: string }>(
      'SELECT e.doc, e.id FROM retellings r JOIN events e ON e.rowid = r.lead WHERE r.finding = ?',
      finding,
    )
  const happening = (finding: string): { doc: string; id: string } | null =>
    leadOf(finding) ??
    one<{ doc: string; id: string }>('SELECT doc, id FROM events WHERE id = ? AND current = 1', finding)
  const regroup = (doc: string, told: Parameters<Grouping>[0]): void => {
    put('DELETE FROM retellings WHERE doc = ?', doc)
    const rowidOf = (id: string): number | null =>
      one<{ rowid: number }>('SELECT rowid FROM events WHERE id = ? AND current = 1', id)?.rowid ?? null
    for (const { id, tellings } of grouping(told, decisionsOn('event')))
      for (const telling of tellings.filter((t) => t.id !== id))
        put(
          'INSERT INTO retellings (doc, finding, event, lead) VALUES (?, ?, ?, ?)',
          doc,
          telling.id,
          rowidOf(telling.id),
          rowidOf(id),
        )
  }

  return {
    path,
    known: (sha256) => one<{ id: string }>('SELECT id FROM documents WHERE sha256 = ?', sha256)?.id ?? null,
    save: (reading, activity, recorded, again = true) =>
      inTransaction(() => {
        if (!again && one('SELECT 1 FROM documents WHERE id = ?', reading.doc.id) !== null) return false
        insert(put, one, reading, activity, recorded)
        regroup(reading.doc.id, { ...reading.layers, events: reading.layers.eventRecords })
        return true
      }),
    documents() {
      const counts = Map.groupBy(
        all<{ doc: string; type: string; n: number }>(
          'SELECT doc, type, count(*) AS n FROM events WHERE current = 1 GROUP BY doc, type',
        ),
        (r) => r.doc,
      )
      const said = new Map(
        all<{ doc: string; n: number }>('SELECT doc, count(*) AS n FROM statements WHERE current = 1 GROUP BY doc').map(
          (r) => [r.doc, r.n],
        ),
      )
      return all<{
        id: string
        name: string
        added: string
        doc_facts: string
        recorded: string
        problems: string
        readings: number
      }>(
        'SELECT d.id, d.name, d.added, r.doc_facts, r.recorded, r.problems, (SELECT count(*) FROM readings WHERE doc = d.id) AS readings FROM documents d JOIN readings r ON r.doc = d.id AND r.current = 1 ORDER BY d.rowid',
      ).map(
        (r): StoredDocument => ({
          doc: JSON.parse(r.doc_facts) as Omit<Doc, 'text'>,
          name: r.name,
          added: r.added,
          recorded: r.recorded,
          readings: r.readings,
          events: Object.fromEntries((counts.get(r.id) ?? []).map((c) => [c.type, c.n])),
          statements: said.get(r.id) ?? 0,
          problems: JSON.parse(r.problems) as StoredDocument['problems'],
        }),
      )
    },
    reading: readingOf,
    events(filter) {
      const told = whereOfEvents(filter)
      const where = filter.each === 'telling' ? told : onceEach(told)
      const { total, rows } = slice<EventRecord>(
        'events',
        where,
        orderOf(EVENT_ORDER[filter.sort], filter.descending),
        filter,
      )
      return {
        total,
        tellings: filter.each === 'telling' ? total : total + retoldOf(told),
        rows: rows.map((row) => {
          const happening = leadOf(row.entry.id)?.id ?? row.entry.id
          return { ...row, happening, told: 1 + retellingsOf(happening) }
        }),
      }
    },
    statements: (filter) =>
      slice<StatementRecord>(
        'statements',
        whereOfStatements(filter),
        orderOf(STATEMENT_ORDER[filter.sort], filter.descending),
        filter,
      ),
    event: (id) => stored<EventRecord>('events', id),
    statement: (id) => stored<StatementRecord>('statements', id),
    happening,
    persons: () =>
      all<{ entry: string; name: string }>(
        'SELECT p.entry, p.name FROM persons p JOIN documents d ON d.id = p.doc WHERE p.current = 1 ORDER BY d.rowid, p.position',
      ).map((r) => ({ entry: JSON.parse(r.entry) as PersonRecord, name: r.name })),
    person: (id) => stored<PersonRecord>('persons', id),
    version: () =>
      one<{ readings: number; decisions: number }>(
        'SELECT (SELECT coalesce(max(rowid), 0) FROM readings) AS readings, (SELECT coalesce(max(number), 0) FROM decisions) AS decisions',
      )!,
    history: (id) =>
      (['events', 'statements', 'persons'] as const).flatMap((table) =>
        all<{ recorded: string; activity: string; current: number }>(
          `SELECT r.recorded, r.activity, e.current FROM ${table} e JOIN readings r ON r.rowid = e.reading WHERE e.id = ? ORDER BY e.rowid`,
          id,
        ).map((r) => ({
          recorded: r.recorded,
          activity: JSON.parse(r.activity) as Activity,
          current: r.current === 1,
        })),
      ),
    search(words) {
      const query = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((w) => `"${w}"`).join(' ')
      return query === ''
        ? []
        : all<{ id: string }>(
            'SELECT d.id FROM document_text t JOIN documents d ON d.rowid = t.rowid WHERE document_text MATCH ? ORDER BY rank',
            query,
          ).map((r) => r.id)
    },
    decide: (decision) =>
      inTransaction(() => {
        const number = put(
          'INSERT INTO decisions (what, supersedes, decision) VALUES (?, ?, ?)',
          decision.what,
          decision.supersedes,
          JSON.stringify(Decision.parse(decision)),
        )
        if (decision.what === 'event')
          for (const doc of new Set(findingsOf(decision).flatMap((id) => happening(id)?.doc ?? [])))
            regroup(doc, readingOf(doc)!)
        return number
      }),
    decisions: decisionsOn,
    fail: ({ uri, code, message, at }) =>
      void put(
        'INSERT INTO failures (uri, code, message, at) VALUES (?, ?, ?, ?) ON CONFLICT (uri) DO UPDATE SET code = excluded.code, message = excluded.message, at = excluded.at',
        uri,
        code,
        message,
        at,
      ),
    failures: () => all<Failure>('SELECT uri, code, message, at FROM failures ORDER BY uri'),
    close: () => db.close(),
  }
}

/** What readings have that were made before references were judged, or tellings linked. */
const earlier: Pick<StoredReading, 'judgement' | 'recalls' | 'tellingLinks'> = {
  judgement: { verdicts: [], explanations: [], findings: [] },
  recalls: [],
  tellingLinks: [],
}

type Put = (text: string, ...values: SQLInputValue[]) => number
type One = <Row>(text: string, ...values: SQLInputValue[]) => Row | null

/** All rows of one reading; runs inside a transaction. */
function insert(put: Put, one: One, reading: Reading, activity: Activity, recorded: string): void {
  const { doc, layers, problems } = reading
  const { text, ...facts } = doc
  const name = nameOf(doc)
  const known = one<{ text: string }>('SELECT text FROM documents WHERE id = ?', doc.id)
  if (known === null)
    put(
      'INSERT INTO documents (id, sha256, name, text, doc, added) VALUES (?, ?, ?, ?, ?, ?)',
      doc.id,
      doc.origin.sha256,
      name,
      text,
      JSON.stringify(facts),
      recorded,
    )
  else put('UPDATE documents SET name = ?, doc = ? WHERE id = ?', name, JSON.stringify(facts), doc.id)
  if (known !== null && known.text !== text) {
    put('UPDATE readings SET text = ? WHERE doc = ? AND text IS NULL', known.text, doc.id)
    put('UPDATE documents SET text = ? WHERE id = ?', text, doc.id)
  }
  for (const table of ['readings', 'events', 'statements', 'persons'])
    put(`UPDATE ${table} SET current = 0 WHERE doc = ? AND current = 1`, doc.id)
  const kept = {
    sentences: layers.sentences.map((s) => s.span),
    times: layers.times,
    references: layers.references,
    markers: layers.markers,
    judgement: layers.judgement,
    recalls: layers.recalls,
    tellingLinks: layers.tellingLinks,
  }
  const id = put(
    'INSERT INTO readings (doc, recorded, activity, current, doc_facts, layers, problems) VALUES (?, ?, ?, 1, ?, ?, ?)',
    doc.id,
    recorded,
    JSON.stringify(activity),
    JSON.stringify(facts),
    JSON.stringify(kept),
    JSON.stringify(problems),
  )
  for (const event of layers.eventRecords) insertEvent(put, id, name, event)
  for (const statement of layers.statementRecords) {
    const said = days(statement.said.value)
    put(
      'INSERT INTO statements (reading, current, id, doc, position, form, first, last, speaker, name, exact, entry) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      statement.id,
      statement.doc,
      statement.citation.start,
      statement.form,
      said.first,
      said.last,
      voicesOf(statement.speakers),
      name,
      statement.citation.exact,
      JSON.stringify(statement),
    )
  }
  for (const person of layers.personRecords)
    put(
      'INSERT INTO persons (reading, current, id, doc, position, name, entry) VALUES (?, 1, ?, ?, ?, ?, ?)',
      id,
      person.id,
      person.doc,
      person.mentions[0]?.start ?? 0,
      name,
      JSON.stringify(person),
    )
  put('DELETE FROM failures WHERE uri = ?', doc.origin.uri)
}

function insertEvent(put: Put, reading: number, name: string, event: EventRecord): void {
  const when = days(event.when.value)
  const names = (sides: EventRecord['actors']) => sides.map((s) => s.actor.code ?? (s.actor.name || s.text)).join(', ')
  const rowid = put(
    'INSERT INTO events (reading, current, id, doc, position, type, status, first, last, actor, recipient, speaker, name, exact, entry) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    reading,
    event.id,
    event.doc,
    event.trigger.start,
    event.type,
    event.status,
    when.first,
    when.last,
    names(event.actors),
    names(event.recipients),
    voicesOf(event.speakers),
    name,
    event.citation.exact,
    JSON.stringify(event),
  )
  for (const [role, sides] of [
    ['actor', event.actors],
    ['recipient', event.recipients],
  ] as const)
    for (const { actor, text } of sides)
      put(
        'INSERT INTO sides (event, role, code, name, text) VALUES (?, ?, ?, ?, ?)',
        rowid,
        role,
        actor.code,
        actor.name,
        text,
      )
}

const voicesOf = (voices: readonly Voice[]): string =>
  voices
    .slice(1)
    .map((v) => (v.actor?.name && v.actor.name !== v.text ? `${v.text} (${v.actor.name})` : v.text))
    .join(' → ')

const nameOf = (doc: Doc): string =>
  doc.title.kind === 'known' ? doc.title.value : (doc.origin.uri.split(/[\\/]/u).filter(Boolean).at(-1) ?? 'untitled')

/** First and last day of a date; an open end reaches as far as days go. */
function days(value: string | null): { first: string | null; last: string | null } {
  const found = value === null ? null : bounds(value)
  return found === null || (found.first === null && found.last === null)
    ? { first: null, last: null }
    : { first: found.first ?? '0000-01-01', last: found.last ?? '9999-12-31' }
}

interface Where {
  readonly text: string
  readonly values: SQLInputValue[]
}

function whereOf(conditions: readonly (readonly [sql: string, ...values: SQLInputValue[]] | null)[]): Where {
  const used = conditions.filter((c) => c !== null)
  return {
    text: ['current = 1', ...used.map((c) => c[0])].join(' AND '),
    values: used.flatMap((c) => c.slice(1) as SQLInputValue[]),
  }
}

/** Whether the event that a retelling names in `column` is asked for. */
const isAsked = (column: 'event' | 'lead', text: string): string =>
  `EXISTS (SELECT 1 FROM events WHERE rowid = ${column} AND ${text})`

/** Of the tellings that are asked for, those that no first telling which is asked for as well stands for. */
const onceEach = ({ text, values }: Where): Where => ({
  text: `${text} AND rowid NOT IN (SELECT event FROM retellings WHERE event IS NOT NULL AND ${isAsked('lead', text)})`,
  values: [...values, ...values],
})

const findingsOf = (decision: Decision): readonly string[] =>
  decision.kind === 'merged' ? decision.findings : [...decision.findings, ...decision.from]

const like = (words: string): string => `%${words.replace(/[\\%_]/gu, '\\$&')}%`
/** LIKE ends at a zero character, which no words hold. */
const contains = (column: string, words: string | null) =>
  words === null
    ? null
    : words.includes('\0')
      ? (['0'] as const)
      : ([`${column} LIKE ? ESCAPE '\\'`, like(words)] as const)
const equals = (column: string, value: string | null) => (value === null ? null : ([`${column} = ?`, value] as const))

const common = (filter: Filter) => [
  equals('doc', filter.doc),
  contains('speaker', filter.speaker),
  contains('exact', filter.text),
  filter.since === null ? null : (['last >= ?', bounds(filter.since)?.first ?? filter.since] as const),
  filter.until === null ? null : (['first <= ?', bounds(filter.until)?.last ?? filter.until] as const),
]

/** A side by its code where three capitals are given, else by part of its name or its words. */
function side(role: 'actor' | 'recipient', wanted: string | null): readonly [string, ...SQLInputValue[]] | null {
  if (wanted === null) return null
  if (/^[A-Z]{3}$/u.test(wanted))
    return ['rowid IN (SELECT event FROM sides WHERE role = ? AND code = ?)', role, wanted]
  if (wanted.includes('\0')) return ['0']
  return [
    `rowid IN (SELECT event FROM sides WHERE role = ? AND code = ?
      UNION SELECT event FROM sides WHERE role = ? AND name IN (${distinct('name')})
      UNION SELECT event FROM sides WHERE role = ? AND text IN (${distinct('text')}))`,
    ...[role, wanted.toUpperCase()],
    ...[role, role, role, like(wanted)],
    ...[role, role, role, like(wanted)],
  ]
}

/** Each value of a column that is like the words, once: a jump from one to the next in the index, so that it costs as many steps as there are names. */
const distinct = (column: 'name' | 'text'): string =>
  `WITH RECURSIVE each(value) AS (
     SELECT min(${column}) FROM sides WHERE role = ?
     UNION ALL SELECT (SELECT min(${column}) FROM sides WHERE role = ? AND ${column} > value) FROM each WHERE value IS NOT NULL)
   SELECT value FROM each WHERE value LIKE ? ESCAPE '\\'`

const whereOfEvents = (filter: EventFilter): Where =>
  whereOf([
    ...common(filter),
    equals('type', filter.type),
    equals('status', filter.status),
    side('actor', filter.actor),
    side('recipient', filter.recipient),
  ])
const whereOfStatements = (filter: StatementFilter): Where => whereOf([...common(filter), equals('form', filter.form)])

const EVENT_ORDER = {
  when: ['first', 'rowid'],
  type: ['type', 'rowid'],
  actor: ['actor', 'rowid'],
  recipient: ['recipient', 'rowid'],
  speaker: ['speaker', 'rowid'],
  status: ['status', 'rowid'],
  document: ['name', 'position', 'rowid'],
} as const
const STATEMENT_ORDER = {
  said: ['first', 'rowid'],
  speaker: ['speaker', 'rowid'],
  form: ['form', 'rowid'],
  document: ['name', 'position', 'rowid'],
} as const

/** Unknown dates come last either way: in SQLite a null is the least. */
const orderOf = (columns: readonly string[], descending: boolean): string =>
  columns.map((c) => `${c} ${descending ? 'DESC' : c === 'first' ? 'ASC NULLS LAST' : 'ASC'}`).join(', ')
