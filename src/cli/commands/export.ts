import { type CslItem, cslItem } from '../../exporters/csl.ts'
import { csvRows, eventHeader, eventRow } from '../../exporters/csv.ts'
import { interchange, personsOut } from '../../exporters/interchange.ts'
import { type ListFormat, listFormats } from '../../exporters/lists.ts'
import { bodyCodes as bodies, claimantsSeenBy, type Perspective } from '../../ontologies/actors.ts'
import { allEvents } from '../../store/store.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { databasePath, db, perspective } from '../options.ts'
import { line, write } from '../print.ts'

type Store = Awaited<ReturnType<Context['store']>>

type Write = (store: Store, context: Context, seenBy: Perspective) => Promise<void>

/** Every entry of every document's own list, in one of the formats of reference lists; they are held in memory together. */
const references =
  (format: ListFormat): Write =>
  async (store, context) => {
    const items: CslItem[] = []
    for (const { doc } of store.documents()) items.push(...(store.reading(doc.id)?.references ?? []).map(cslItem))
    await write(context.stdout, listFormats[format].write(items))
  }

/** The formats: to add one, name it here. jsonl and csv write the whole record, bounded in memory by a document or a page. */
const formats: Readonly<Record<string, Write>> = {
  async jsonl(store, context, seenBy) {
    const codes = { bodies, claimants: claimantsSeenBy(seenBy) }
    for (const { doc } of store.documents()) {
      const reading = store.reading(doc.id)
      if (reading !== null)
        await line(
          context,
          JSON.stringify({
            ...interchange(doc.id, { ...reading, text: reading.doc.text }, codes),
            document: doc,
            persons: personsOut(reading),
          }),
        )
    }
  },
  async csv(store, context) {
    await write(context.stdout, csvRows([eventHeader]))
    for (let offset = 0; ; offset += 1000) {
      const { rows } = store.events({ ...allEvents, each: 'telling', offset, limit: 1000 })
      if (rows.length === 0) break
      await write(context.stdout, csvRows(rows.map((r) => eventRow(r.entry, r.name, r.happening))))
    }
  },
  csl: references('csl'),
  ris: references('ris'),
  bibtex: references('bibtex'),
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'export --to jsonl|csv|csl|ris|bibtex [--perspective CODE]',
  what: 'Writes the record to standard output: jsonl (the interchange, one document a line), csv (one event a row), or the references of its documents (csl, ris, bibtex).',
  options: [
    db,
    {
      name: '--to',
      takes: 'FORMAT',
      what: `one of ${Object.keys(formats).join(', ')}`,
      check: (v) => (v in formats ? null : `say one of ${Object.keys(formats).join(', ')}`),
    },
    perspective,
  ],
  examples: [
    'dragoman export --to csv > record.csv',
    'dragoman export --to jsonl > record.jsonl',
    'dragoman export --to bibtex > references.bib',
  ],
  arguments: [0, 0],
  async run(args: Arguments, context) {
    const store = await context.store(databasePath(args, context), true)
    await formats[args.option('--to') ?? 'jsonl']!(store, context, args.option('--perspective') ?? 'plover')
    store.close()
    return EXIT.ok
  },
}
