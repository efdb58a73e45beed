import { createHash } from 'node:crypto'
import { DragomanError } from '../../model/index.ts'
import type { InputFile } from '../../readers/index.ts'
import { type Command, type Context, EXIT } from '../context.ts'
import { codebookOption, databasePath, db, givenOf, json, projectCodebookPath, told } from '../options.ts'
import { count, line, many, printJson, table } from '../print.ts'
import { progressOf } from '../progress.ts'

interface Outcome {
  readonly uri: string
  readonly result: 'read' | 'known' | 'failed'
  readonly doc: string | null
  readonly events: number
  readonly statements: number
  readonly problems: number
  readonly types: Readonly<Record<string, number>>
  readonly error: { readonly code: string; readonly message: string } | null
}

const nothing = { doc: null, events: 0, statements: 0, problems: 0, types: {}, error: null }

/** Reads documents into the record, one transaction each. */
export const read: Command = {
  name: 'read',
  usage: 'read FILE|FOLDER|- … [--again] [--date DATE] [--author NAME] [--db FILE] [--json]',
  what: 'Reads documents (txt, md, html, pdf, docx) into the record. A document that was read before is known by its content and passed over. A run that was cut off is started again: what was read is kept.',
  options: [
    codebookOption,
    db,
    ...told,
    { name: '--again', takes: null, what: 'read known documents again; earlier findings are kept as history' },
    json,
  ],
  examples: [
    'dragoman read samples/',
    'dragoman read report.pdf --date 2024-06-19 --publisher "Foreign Ministry"',
    'pandoc talk.odt -t plain | dragoman read - --title "A talk"',
  ],
  arguments: [1, Number.POSITIVE_INFINITY],
  async run(args, context) {
    const { expandFiles, readStream } = await import('../../readers/index.ts')
    const files: InputFile[] = []
    for await (const file of expandFiles(args.values, () => readStream(context.stdin))) files.push(file)
    if (files.length === 0)
      throw new DragomanError('nothing-to-read', 'no txt, md, html, pdf or docx file was found there')
    const store = await context.store(databasePath(args, context))
    const withCodebook: Context = { ...context, app: () => context.app(projectCodebookPath(args, context)) }
    const outcomes: Outcome[] = []
    const sizes = new Map(files.map((f) => [f.uri, f.kind === 'file' ? (f.bytes ?? 0) : 0]))
    const progress = progressOf(
      context,
      { files: files.length, bytes: [...sizes.values()].reduce((a, b) => a + b, 0) },
      sizes,
      args.has('--json'),
    )
    try {
      for (const file of files) {
        if (context.interrupted.yes) break
        progress.file(file.uri)
        const outcome = await readOne(file, store, withCodebook, givenOf(args), args.has('--again'))
        outcomes.push(outcome)
        progress.done(
          file.uri,
          outcome.error?.message ??
            (outcome.result === 'known'
              ? 'known already'
              : `${many(outcome.events, 'event')}, ${many(outcome.statements, 'statement')}`),
        )
      }
    } finally {
      progress.end()
      store.close()
    }
    if (args.has('--json')) await printJson(context, { documents: outcomes, interrupted: context.interrupted.yes })
    else await summary(context, outcomes, files.length)
    if (context.interrupted.yes) return EXIT.interrupted
    return outcomes.some((o) => o.result === 'failed') ? EXIT.trouble : EXIT.ok
  },
}

type OpenStore = Awaited<ReturnType<Context['store']>>

/** One file into the record. What is wrong with the file is an outcome; what is wrong with the database or the model is thrown. */
async function readOne(
  file: InputFile,
  store: OpenStore,
  context: Context,
  given: ReturnType<typeof givenOf>,
  again: boolean,
): Promise<Outcome> {
  const now = () => context.now().toISOString()
  const failed = (code: string, message: string): Outcome => {
    store.fail({ uri: file.uri, code, message, at: now() })
    return { ...nothing, uri: file.uri, result: 'failed', error: { code, message } }
  }
  if (file.kind === 'failed') return failed(file.code, file.message)
  try {
    const bytes = await file.read()
    const known = store.known(createHash('sha256').update(bytes).digest('hex'))
    if (known !== null && !again) return { ...nothing, uri: file.uri, result: 'known', doc: known }
    const app = await context.app()
    const reading = await app.readFile(bytes, { uri: file.uri, mediaType: null }, given)
    const taken = store.save(reading, app.activity, now(), again)
    if (!taken) return { ...nothing, uri: file.uri, result: 'known', doc: reading.doc.id }
    const { eventRecords, statementRecords } = reading.layers
    const types = Object.fromEntries(
      [...Map.groupBy(eventRecords, (e) => e.type)].map(([type, events]) => [type, events.length]),
    )
    return {
      ...nothing,
      uri: file.uri,
      result: 'read',
      doc: reading.doc.id,
      events: eventRecords.length,
      statements: statementRecords.length,
      problems: reading.problems.length,
      types,
    }
  } catch (error) {
    if (!(error instanceof DragomanError) || /^(?:database-|disk-|model-|codebook-)/u.test(error.code)) throw error
    return failed(error.code, error.message)
  }
}

async function summary(context: Context, outcomes: readonly Outcome[], asked: number): Promise<void> {
  const of = (result: Outcome['result']) => outcomes.filter((o) => o.result === result)
  const sum = (pick: (o: Outcome) => number) => outcomes.reduce((n, o) => n + pick(o), 0)
  const known = of('known').length
  await line(
    context,
    `${many(of('read').length, 'document')} read${known > 0 ? `, ${count(known)} known already (--again reads them anew)` : ''}${of('failed').length > 0 ? `, ${count(of('failed').length)} failed` : ''}${outcomes.length < asked ? `, ${count(asked - outcomes.length)} not reached` : ''}`,
  )
  if (of('read').length > 0) {
    await line(
      context,
      `${many(
        sum((o) => o.statements),
        'statement',
      )}, ${many(
        sum((o) => o.events),
        'event',
      )}, ${many(
        sum((o) => o.problems),
        'problem',
      )}`,
    )
    const types = new Map<string, number>()
    for (const o of outcomes)
      for (const [type, n] of Object.entries(o.types)) types.set(type, (types.get(type) ?? 0) + n)
    if (types.size > 0)
      await line(
        context,
        table(
          context,
          ['type', 'events'],
          [...types].sort((a, b) => b[1] - a[1]).map(([t, n]) => [t, count(n)]),
        ),
      )
  }
  for (const o of of('failed')) await line(context, `${o.uri}: ${o.error!.message} (${o.error!.code})`)
}
