import { csvRows, eventHeader, eventRow, statementHeader, statementRow } from '../../exporters/csv.ts'
import { DragomanError, type EventRecord, type Side, type StatementRecord, type Voice } from '../../model/index.ts'
import { allEvents, allStatements, type Slice, type Stored, type StoredEvent } from '../../store/store.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { decisionOptions } from '../decision.ts'
import { csvOption, databasePath, db, eventFilters, filterOf, filters, json } from '../options.ts'
import { count, line, many, printJson, table, write } from '../print.ts'
import { acts } from './events/decide.ts'

/** Prints a slice as its options ask: JSON, CSV, or a table with what it leaves out. */
async function show<Entry, Row extends Stored<Entry> = Stored<Entry>>(
  args: Arguments,
  context: Context,
  slice: Slice<Entry> & { readonly tellings?: number; readonly rows: readonly Row[] },
  as: { csv(): string; table(): string },
): Promise<number> {
  if (args.has('--json'))
    await printJson(context, {
      ...slice,
      rows: slice.rows.map(({ entry, name, ...more }) => ({ ...entry, document: name, ...more })),
    })
  else if (args.has('--csv')) await write(context.stdout, as.csv())
  else if (slice.total === 0)
    await line(context, 'The record holds none of these. “dragoman documents” lists what was read.')
  else {
    await line(context, as.table())
    if (slice.rows.length < slice.total)
      await line(context, `… ${count(slice.total - slice.rows.length)} more; narrow them down or give --limit`)
    if (slice.tellings !== undefined && slice.tellings > slice.total)
      await line(context, `${many(slice.total, 'event')} in ${many(slice.tellings, 'telling')}; --tellings lists each`)
  }
  return EXIT.ok
}

const sides = (list: readonly Side[]): string =>
  list.map((s) => (s.actor.code === null ? s.text : `${s.text} (${s.actor.code})`)).join(' + ')
const chain = (voices: readonly Voice[]): string =>
  voices
    .slice(1)
    .map((v) => v.text)
    .join(' → ') || '—'

function actOf(word: string): (typeof acts)[string] {
  const act = acts[word]
  if (act !== undefined) return act
  throw new DragomanError(
    'usage',
    `“events” lists events by its options, and knows the words ${Object.keys(acts).join(' and ')}; “${word}” is neither`,
  )
}

export const events: Command = {
  name: 'events',
  usage:
    'events [--actor CODE] [--recipient CODE] [--type TYPE] [--status STATUS] [--since DATE] [--until DATE] [--speaker WORDS] [--tellings] [--json|--csv] | events merge ID ID … | events unmerge ID [ID …]',
  what: 'Lists the events of the record: who did what to whom, when, according to whom. What a document tells more than once is one event, shown as it is told first. merge makes tellings one event, unmerge parts them; both are decisions that can be undone.',
  options: [
    db,
    ...eventFilters,
    { name: '--tellings', takes: null, what: 'every telling, also of an event that was told before' },
    ...decisionOptions,
    json,
    csvOption,
  ],
  examples: [
    'dragoman events --actor PRK --recipient RUS --since 2024',
    'dragoman events --type SANCTION --csv > sanctions.csv',
    'dragoman events --speaker Lavrov --status denied',
    'dragoman events unmerge eUbH2kq0xVtA --reason "two visits"',
  ],
  arguments: [0, 100],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    const [first, ...rest] = args.values
    if (first !== undefined)
      try {
        return await actOf(first)(rest, args, context, store)
      } finally {
        store.close()
      }
    const slice = store.events({
      ...allEvents,
      ...filterOf(args),
      actor: args.option('--actor'),
      recipient: args.option('--recipient'),
      type: args.option('--type'),
      status: args.option('--status'),
      each: args.has('--tellings') ? 'telling' : 'happening',
    })
    store.close()
    return show<EventRecord, StoredEvent>(args, context, slice, {
      csv: () => csvRows([eventHeader, ...slice.rows.map((r) => eventRow(r.entry, r.name, r.happening))]),
      table: () =>
        table(
          context,
          ['id', 'when', 'actor', 'type', 'recipient', 'status', 'told', 'according to', 'words'],
          slice.rows.map(({ entry: e, told }) => [
            e.id,
            e.when.value ?? '?',
            sides(e.actors),
            e.type,
            sides(e.recipients),
            e.status,
            told === 1 ? 'once' : `${count(told)} times`,
            chain(e.speakers),
            e.citation.exact,
          ]),
        ),
    })
  },
}

export const statements: Command = {
  name: 'statements',
  usage: 'statements [--speaker WORDS] [--since DATE] [--until DATE] [--text WORDS] [--json|--csv]',
  what: 'Lists who said what, with the chain of speakers.',
  options: [db, ...filters, json, csvOption],
  examples: ['dragoman statements --speaker Putin', 'dragoman statements --text "military assistance" --json'],
  arguments: [0, 0],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    const slice = store.statements({ ...allStatements, ...filterOf(args) })
    store.close()
    return show<StatementRecord>(args, context, slice, {
      csv: () => csvRows([statementHeader, ...slice.rows.map((r) => statementRow(r.entry, r.name))]),
      table: () =>
        table(
          context,
          ['id', 'said', 'form', 'according to', 'words'],
          slice.rows.map(({ entry: s }) => [s.id, s.said.value ?? '?', s.form, chain(s.speakers), s.citation.exact]),
        ),
    })
  },
}
