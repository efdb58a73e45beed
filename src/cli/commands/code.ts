import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { App } from '../../app/compose.ts'
import { type Codes, exportable, interchange } from '../../exporters/interchange.ts'
import { DragomanError } from '../../model/index.ts'
import { bodyCodes as bodies, claimantsSeenBy } from '../../ontologies/actors.ts'
import { type Command, EXIT } from '../context.ts'
import { perspective } from '../options.ts'
import { line, write } from '../print.ts'

const MOST_LINE = 64 * 2 ** 20

const Input = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  date: z.string().nullish(),
  lang: z.string().nullish(),
  title: z.string().nullish(),
  publisher: z.string().nullish(),
  author: z.string().nullish(),
})

/** The interchange: one document a line in, one reading a line out. */
export const code: Command = {
  name: 'code',
  usage: 'code --jsonl [--perspective CODE] < documents.jsonl > readings.jsonl',
  what: 'Reads JSON lines {"id", "text", "date"?, "lang"?, "title"?, "publisher"?} from standard input and writes one reading a line, in order, as soon as it is made. A line that cannot be read gets {"id", "error"} in its place. Nothing is stored.',
  options: [
    { name: '--jsonl', takes: null, what: 'JSON lines in and out (the only form; it may be left out)' },
    perspective,
  ],
  examples: ['dragoman code --jsonl < documents.jsonl > readings.jsonl'],
  arguments: [0, 0],
  async run(args, context) {
    const app = await context.app()
    const codes = { bodies, claimants: claimantsSeenBy(args.option('--perspective') ?? 'plover') }
    let good = 0
    let bad = 0
    for await (const found of lines(context.stdin)) {
      if (context.interrupted.yes) return EXIT.interrupted
      const out =
        found === null
          ? failure(null, 'line-too-long', `a line has more than ${MOST_LINE / 2 ** 20} MB; split the document`)
          : found.trim() === ''
            ? null
            : await one(app, found, codes)
      if (out === null) continue
      if ('error' in out) bad++
      else good++
      await line(context, JSON.stringify(out))
    }
    if (good === 0 && bad > 0)
      await write(context.stderr, 'dragoman: no line could be read; each must be a JSON object with "id" and "text"\n')
    return good === 0 && bad > 0 ? EXIT.trouble : EXIT.ok
  },
}

const failure = (id: string | number | null, code: string, message: string) => ({ id, error: { code, message } })

async function one(app: App, json: string, codes: Codes): Promise<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/u, ''))
  } catch {
    return failure(null, 'not-json', 'the line is no JSON; write one object a line')
  }
  const input = Input.safeParse(value)
  const id =
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    (typeof value.id === 'string' || typeof value.id === 'number')
      ? value.id
      : null
  if (!input.success)
    return failure(
      id,
      'not-a-document',
      `${input.error.issues[0]!.path.join('.') || 'the line'}: an object needs "id" and "text"`,
    )
  const { text, date, lang, title, publisher, author } = input.data
  if (text.trim() === '') return failure(id, 'no-text', 'the text is empty')
  try {
    const reading = await app.readText({
      id: String(input.data.id),
      text,
      date: date ?? null,
      language: lang ?? null,
      title: title ?? null,
      publisher: publisher ?? null,
      author: author ?? null,
    })
    return { ...interchange(String(input.data.id), exportable(reading), codes), id: input.data.id }
  } catch (error) {
    if (!(error instanceof DragomanError))
      return failure(id, 'reading-failed', `${String(error)}; please report it with the line`)
    if (/^(?:model-|codebook-)/u.test(error.code)) throw error
    return failure(id, error.code, error.message)
  }
}

/** Lines of a stream, decoded as UTF-8; null for one that is too long. Holds one line at a time. */
async function* lines(stream: Readable): AsyncGenerator<string | null> {
  let parts: Buffer[] = []
  let size = 0
  let dropping = false
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
    let start = 0
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, start)) {
      if (dropping) yield null
      else yield Buffer.concat([...parts, bytes.subarray(start, at)]).toString('utf8')
      parts = []
      size = 0
      dropping = false
      start = at + 1
    }
    const rest = bytes.subarray(start)
    size += rest.length
    if (size > MOST_LINE) {
      dropping = true
      parts = []
    } else if (rest.length > 0 && !dropping) parts.push(rest)
  }
  if (dropping) yield null
  else if (size > 0) yield Buffer.concat(parts).toString('utf8')
}
