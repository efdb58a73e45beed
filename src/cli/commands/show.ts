import {
  DragomanError,
  type EventRecord,
  type StatementRecord,
  type TimeAnchor,
  type Voice,
} from '../../model/index.ts'
import { plover } from '../../ontologies/plover.ts'
import { type Command, EXIT } from '../context.ts'
import { databasePath, db, json } from '../options.ts'
import { ink, line, plain, printJson } from '../print.ts'

const when = (anchor: TimeAnchor): string =>
  anchor.kind === 'stated'
    ? `${anchor.value} (stated)`
    : anchor.kind === 'unknown'
      ? `unknown: ${anchor.from}`
      : `${anchor.value} (${anchor.kind} from ${anchor.from})`
const voice = (v: Voice): string =>
  v.actor === null || v.actor.name === '' || v.actor.name === v.text
    ? v.text
    : `${v.text} (${v.actor.name}${v.actor.code === null ? '' : `, ${v.actor.code}`})`

/** One entry with its text, its chain of speakers, its dates and why it was coded so. */
export const show: Command = {
  name: 'show',
  usage: 'show ID [--json]',
  what: 'Shows one event or statement: its words in their place, the chain of speakers, its dates, references, and why it was read so.',
  options: [db, json],
  examples: ['dragoman show eUbH2kq0xVtA'],
  arguments: [1, 1],
  async run(args, context) {
    const id = args.values[0]!
    const store = await context.store(databasePath(args, context), true)
    const event = store.event(id)
    const statement = event === null ? store.statement(id) : null
    const found = event ?? statement
    const history = store.history(id)
    store.close()
    if (found === null)
      throw new DragomanError(
        'not-found',
        `the record has no entry ${id}; “dragoman events” and “dragoman statements” list the ids`,
      )
    if (args.has('--json')) {
      await printJson(context, { ...found.entry, document: found.name, history })
      return EXIT.ok
    }
    const { bold, dim } = ink(context)
    const { citation } = found.entry
    const lines = event === null ? statementLines(statement!.entry) : eventLines(event.entry)
    const rows: [string, string][] = [
      ...lines,
      ['according to', found.entry.speakers.map(voice).join(' → ')],
      [
        'references',
        found.entry.references.length > 0 ? found.entry.references.map((n) => `[${n}]`).join(' ') : 'none',
      ],
      [
        'document',
        `${found.name}${citation.page === null ? '' : `, page ${citation.page}`} (${citation.doc}, ${citation.start}–${citation.end})`,
      ],
      ['recorded', history.map((h) => `${h.recorded} by ${h.activity.program}, ${h.activity.model}`).join('; ')],
      ['why', found.entry.why],
    ]
    await line(
      context,
      `${dim(`…${flat(citation.prefix)}`)}${bold(flat(citation.exact))}${dim(`${flat(citation.suffix)}…`)}\n`,
    )
    for (const [name, value] of rows) await line(context, `${name.padEnd(13)} ${flat(value)}`)
    return EXIT.ok
  },
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

const placeLine = ({ text, country, point }: NonNullable<EventRecord['where']>): string =>
  `${text}${country === null ? '' : ` (${country})`}${point === null ? '' : `: ${point.latitude.toFixed(3)}, ${point.longitude.toFixed(3)}, ${point.why}`}`

const statementLines = (statement: StatementRecord): [string, string][] => [
  ['form', statement.form],
  ['stance', statement.stance],
  ['said', when(statement.said)],
  ['inside', statement.inside ?? 'none'],
]
