import { type Command, EXIT } from '../context.ts'
import { databasePath, db, json } from '../options.ts'
import { count, line, printJson, table } from '../print.ts'

export const documents: Command = {
  name: 'documents',
  usage: 'documents [--search WORDS] [--json]',
  what: 'Lists the documents of the record with their counts, and files that could not be read.',
  options: [
    db,
    { name: '--search', takes: 'WORDS', what: 'only documents whose text holds these words, the best first' },
    json,
  ],
  examples: ['dragoman documents', 'dragoman documents --search "frozen channels"'],
  arguments: [0, 0],
  async run(args, context) {
    const store = await context.store(databasePath(args, context), true)
    const words = args.option('--search')
    const all = store.documents()
    const found = words === null ? all : store.search(words).flatMap((id) => all.filter((d) => d.doc.id === id))
    const failures = words === null ? store.failures() : []
    store.close()
    if (args.has('--json')) {
      await printJson(context, { documents: found, failures })
      return EXIT.ok
    }
    if (found.length === 0)
      await line(
        context,
        words === null
          ? 'The record is empty. “dragoman read FILE” reads a document into it.'
          : 'No document holds these words.',
      )
    else {
      const sum = (events: Readonly<Record<string, number>>) => Object.values(events).reduce((a, b) => a + b, 0)
      await line(
        context,
        table(
          context,
          ['id', 'date', 'title', 'events', 'statements', 'problems', 'file'],
          found.map((d) => [
            d.doc.id,
            d.doc.date.kind === 'known' ? d.doc.date.value : '?',
            d.name,
            count(sum(d.events)),
            count(d.statements),
            count(d.problems.length),
            d.doc.origin.uri,
          ]),
        ),
      )
    }
    for (const f of failures) await line(context, `could not be read: ${f.uri}: ${f.message} (${f.code})`)
    return EXIT.ok
  },
}
