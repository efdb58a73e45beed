import { csvRows, eventHeader, eventRow, statementHeader, statementRow } from '../../exporters/csv.ts'
import type { EventRecord, Side, StatementRecord, Voice } from '../../model/index.ts'
import { allEvents, allStatements, type Slice } from '../../store/store.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { csvOption, databasePath, db, eventFilters, filterOf, filters, json } from '../options.ts'
import { count, line, printJson, table, write } from '../print.ts'

/** Prints a slice as its options ask: JSON, CSV, or a table with what it leaves out. */
async function show<Entry>(
  args: Arguments,
  context: Context,
  slice: Slice<Entry>,
  as: { csv(): string; table(): string },
): Promise<number> {
  if (args.has('--json'))
    await printJson(context, { total: slice.total, rows: slice.rows.map((r) => ({ ...r.entry, document: r.name })) })
  else if (args.has('--csv')) await write(context.stdout, as.csv())
  else if (slice.total === 0)
    await line(context, 'The record holds none of these. “dragoman documents” lists what was read.')
  else {
    await line(context, as.table())
    if (slice.rows.length < slice.total)
      await line(context, `… ${count(slice.total - slice.rows.length)} more; narrow them down or give --limit`)
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

export const events: Command = {
  name: 'events',
  usage:
    'events [--actor CODE] [--recipient CODE] [--type TYPE] [--status STATUS] [--since DATE] [--until DATE] [--speaker WORDS] [--json|--csv]',
  what: 'Lists the events of the record: who did what to whom, when, according to whom.',
  options: [db, ...eventFilters, json, csvOption],
  examples: [
    'dragoman events --actor PRK --recipient RUS --since 2024',
    'dragoman events --type SANCTION --csv > sanctions.csv',
    'dragoman events --speaker Lavrov --status denied',
  ],
  arguments: [0, 0],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    const slice = store.events({
      ...allEvents,
      ...filterOf(args),
      actor: args.option('--actor'),
      recipient: args.option('--recipient'),
      type: args.option('--type'),
      status: args.option('--status'),
    })
    store.close()
    return show<EventRecord>(args, context, slice, {
      csv: () => csvRows([eventHeader, ...slice.rows.map((r) => eventRow(r.entry, r.name))]),
      table: () =>
        table(
          context,
          ['id', 'when', 'actor', 'type', 'recipient', 'status', 'according to', 'words'],
          slice.rows.map(({ entry: e }) => [
            e.id,
            e.when.value ?? '?',
            sides(e.actors),
            e.type,
            sides(e.recipients),
            e.status,
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
