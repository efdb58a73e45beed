import {
  type Citation,
  type Doc,
  DragomanError,
  type EventRecord,
  type PersonRecord,
  type StatementRecord,
  type TimeAnchor,
} from '../../model/index.ts'
import { plover } from '../../ontologies/plover.ts'
import type { Store, Stored, StoredReading } from '../../store/store.ts'
import { type Command, EXIT } from '../context.ts'
import { databasePath, db, json } from '../options.ts'
import { ink, line, many, plain, printJson } from '../print.ts'
import { tellingsBeside } from './events/tellings.ts'
import { officeLine } from './persons/lines.ts'
import { voice } from './voice.ts'

const when = (anchor: TimeAnchor): string =>
  anchor.kind === 'stated'
    ? `${anchor.value} (stated)`
    : anchor.kind === 'unknown'
      ? `unknown: ${anchor.from}`
      : `${anchor.value} (${anchor.kind} from ${anchor.from})`

type Rows = readonly (readonly [name: string, value: string])[]

/** One entry with its text, its chain of speakers, its dates and why it was coded so; one person of a document, or a document with its persons. */
export const show: Command = {
  name: 'show',
  usage: 'show ID [--json]',
  what: 'Shows one event or statement: its words in their place, the chain of speakers, its dates, references, and why it was read so. Shows one document with its persons and their offices, or one of them.',
  options: [db, json],
  examples: ['dragoman show eUbH2kq0xVtA', 'dragoman show 4c1d9be2a0f37756'],
  arguments: [1, 1],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    const shown = shownOf(args.values[0]!, store)
    store.close()
    if (shown === null)
      throw new DragomanError(
        'not-found',
        `the record has no entry, person or document ${args.values[0]}; “dragoman events”, “statements”, “persons” and “documents” list the ids`,
      )
    if (args.has('--json')) await printJson(context, shown.json)
    else {
      if (shown.citation !== null) await line(context, inPlace(shown.citation, ink(context)))
      for (const [name, value] of shown.rows) await line(context, `${name.padEnd(13)} ${flat(value)}`)
    }
    return EXIT.ok
  },
}

/** What is shown of an id: as JSON; and as rows, below the words in their place where it has any. */
interface Shown {
  readonly json: unknown
  readonly citation: Citation | null
  readonly rows: Rows
}

function shownOf(id: string, store: Store): Shown | null {
  const [event, statement, person, reading] = [
    store.event(id),
    store.statement(id),
    store.person(id),
    store.reading(id),
  ]
  const history = store.history(id)
  if (event !== null) {
    const shown = entryShown(event, eventLines(event.entry), history)
    const again = tellingsBeside(id, store)
    return { ...shown, json: { ...(shown.json as object), tellings: again.json }, rows: [...shown.rows, ...again.rows] }
  }
  if (statement !== null) return entryShown(statement, statementLines(statement.entry), history)
  if (person !== null)
    return {
      json: { ...person.entry, document: person.name, history },
      citation: null,
      rows: [...personRows(person.entry), ['document', `${person.name} (${person.entry.doc})`], recorded(history)],
    }
  return reading === null ? null : { json: reading, citation: null, rows: documentRows(reading) }
}

type History = ReturnType<Store['history']>

function entryShown({ entry, name }: Stored<EventRecord | StatementRecord>, lines: Rows, history: History): Shown {
  const { citation, speakers, references, why } = entry
  const page = citation.page === null ? '' : `, page ${citation.page}`
  return {
    json: { ...entry, document: name, history },
    citation,
    rows: [
      ...lines,
      ['according to', speakers.map(voice).join(' → ')],
      ['references', references.length > 0 ? references.map((n) => `[${n}]`).join(' ') : 'none'],
      ['document', `${name}${page} (${citation.doc}, ${citation.start}–${citation.end})`],
      recorded(history),
      ['why', why],
    ],
  }
}

const recorded = (history: History): [string, string] => [
  'recorded',
  history.map((h) => `${h.recorded} by ${h.activity.program}, ${h.activity.model}`).join('; '),
]

const inPlace = ({ prefix, exact, suffix }: Citation, { bold, dim }: ReturnType<typeof ink>): string =>
  `${dim(`…${flat(prefix)}`)}${bold(flat(exact))}${dim(`${flat(suffix)}…`)}\n`

const personRows = (person: PersonRecord): Rows => [
  [
    'person',
    `${person.names.join('; ')}${person.code === null ? '' : ` (${person.code})`}, ${many(person.mentions.length, 'mention')}, ${person.id}`,
  ],
  ...person.offices.map((o) => ['office', officeLine(o)] as const),
]

function documentRows({ doc, events, statements, persons, problems }: StoredReading): Rows {
  const fact = (f: Doc['title']): string => (f.kind === 'known' ? f.value : `unknown: ${f.reason}`)
  return [
    ['title', fact(doc.title)],
    ['author', fact(doc.author)],
    ['publisher', fact(doc.publisher)],
    ['published', fact(doc.date)],
    ['file', doc.origin.uri],
    [
      'holds',
      [
        many(events.length, 'event'),
        many(statements.length, 'statement'),
        many(persons.length, 'person'),
        many(problems.length, 'problem'),
      ].join(', '),
    ],
    ...persons.flatMap(personRows),
  ]
}

const flat = (text: string): string =>
  ` ${plain(text)} `.slice(/^\s/u.test(text) ? 0 : 1, /\s$/u.test(text) ? undefined : -1)

function eventLines(event: EventRecord): [string, string][] {
  const side = (s: EventRecord['actors'][number]) =>
    `${s.text} (${[s.actor.name, s.actor.code, s.actor.sector].filter((x) => x !== null && x !== '' && x !== s.text).join(', ') || 'no code'})`
  const type = plover.types.get(event.type)
  return [
    [
      'type',
      `${event.type}${event.mode === null ? '' : `, ${event.mode}`}${type === undefined ? '' : `: ${type.gloss}`}`,
    ],
    [
      'trigger',
      event.citation.exact.slice(event.trigger.start - event.citation.start, event.trigger.end - event.citation.start),
    ],
    ['actor', event.actors.map(side).join('; ') || 'not named'],
    ['recipient', event.recipients.map(side).join('; ') || 'none'],
    ['status', event.status],
    ['contexts', event.contexts.join(', ') || 'none'],
    ['happened', when(event.when)],
    ['said', when(event.said)],
    ['published', when(event.published)],
    ['where', event.where === null ? 'not named' : placeLine(event.where)],
    ['confidence', event.confidence.toFixed(2)],
  ]
}

const placeLine = ({ text, country, point, relation }: NonNullable<EventRecord['where']>): string =>
  `${relation == null || relation === 'seat' ? '' : `${relation} `}${text}${country === null ? '' : ` (${country})`}${point === null ? '' : `: ${point.latitude.toFixed(3)}, ${point.longitude.toFixed(3)}, ${point.why}`}`

const statementLines = (statement: StatementRecord): [string, string][] => [
  ['form', statement.form],
  ['stance', statement.stance],
  ['said', when(statement.said)],
  ['where', statement.where == null ? 'not named' : placeLine(statement.where)],
  ['inside', statement.inside ?? 'none'],
]
