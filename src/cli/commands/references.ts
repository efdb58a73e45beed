import { existsSync, realpathSync, writeFileSync } from 'node:fs'
import type { AddressRemark, Judged, Remark } from '../../exporters/report/remarks.ts'
import { isWrong, remarksOf } from '../../exporters/report/remarks.ts'
import { DragomanError, type Reading } from '../../model/index.ts'
import type { InputFile } from '../../readers/index.ts'
import { type Arguments, type Command, type Context, EXIT } from '../context.ts'
import { givenOf, json, told } from '../options.ts'
import { ink, plain, write } from '../print.ts'

interface Told {
  readonly judged: Judged
  readonly remarks: readonly Remark[]
  readonly bytes: Uint8Array
  readonly version: string
}

/** The formats of the report: to add one, name it here. */
const formats: Readonly<Record<string, (told: Told, args: Arguments, context: Context) => Promise<string>>> = {
  async text({ judged, remarks }, args, context) {
    const { textReport } = await import('../../exporters/report/text.ts')
    const marks = args.has('--output') ? { bold: (t: string) => t, dim: (t: string) => t } : ink(context)
    return `${textReport(judged, remarks, marks, plain)}\n`
  },
  async json({ judged, remarks }) {
    const { doc, references, markers, judgement, addresses } = judged
    const { text: _, ...document } = doc
    return `${JSON.stringify({ document, references, markers, ...judgement, addresses, remarks }, null, 2)}\n`
  },
  async sarif({ judged, remarks, bytes, version }) {
    const { sarifReport } = await import('../../exporters/report/sarif.ts')
    return sarifReport(judged, remarks, await sourceOf(judged, bytes), version)
  },
  async html({ judged, remarks, version }) {
    const { htmlReport } = await import('../../exporters/report/html.ts')
    return htmlReport(judged, remarks, version)
  },
  ...Object.fromEntries(
    (['csl', 'ris', 'bibtex'] as const).map((name) => [
      name,
      async ({ judged }: Told) => {
        const { listFormats } = await import('../../exporters/lists.ts')
        const { cslItem } = await import('../../exporters/csl.ts')
        return listFormats[name].write(judged.references.map(cslItem))
      },
    ]),
  ),
}
const names = Object.keys(formats)

/** Judges the references of one document. */
export const references: Command = {
  name: 'references',
  usage: 'references FILE|- [--format FORMAT] [--output FILE] [--online] [--apply COPY]',
  what: 'Checks a document’s references: whether the entry of every marker bears its claim, which one does if it does not, and what happened to the list as a whole. Nothing is stored. The status is 1 when something is wrong.',
  options: [
    ...told,
    {
      name: '--format',
      takes: 'FORMAT',
      what: `one of ${names.join(', ')} (text)`,
      check: (v) => (names.includes(v) ? null : `say one of ${names.join(', ')}`),
    },
    json,
    { name: '--output', takes: 'FILE', what: 'write there and not to standard output' },
    { name: '--online', takes: null, what: 'look at the addresses too, slowly; else nothing goes out' },
    {
      name: '--apply',
      takes: 'COPY',
      what: 'write a copy with the proposed numbers (txt, md, html, docx), and print the change',
    },
  ],
  examples: [
    'dragoman references paper.md',
    'dragoman references paper.docx --format html --output report.html',
    'dragoman references paper.md --format sarif > references.sarif',
    'dragoman references paper.docx --apply paper-renumbered.docx',
  ],
  arguments: [1, 1],
  async run(args, context) {
    const format = args.has('--json') ? 'json' : (args.option('--format') ?? 'text')
    const { reading, bytes, version } = await readOne(args, context)
    const { doc, layers, problems } = reading
    const failed = problems.find((p) => p.code === 'stage-failed' && (p.stage === 'refer' || p.stage === 'judge'))
    if (failed !== undefined) throw new DragomanError('stage-failed', failed.message)
    const addresses = args.has('--online') ? await look(reading, context, version) : []
    const judged: Judged = { ...layers, doc, addresses }
    const remarks = remarksOf(judged)
    const copy = args.option('--apply')
    const out =
      copy === null
        ? await formats[format]!({ judged, remarks, bytes, version }, args, context)
        : await apply(judged, bytes, copy)
    await put(out, args.option('--output'), context)
    return isWrong(remarks) ? EXIT.trouble : EXIT.ok
  },
}

async function readOne(
  args: Arguments,
  context: Context,
): Promise<{ reading: Reading; bytes: Uint8Array; version: string }> {
  const { expandFiles, readStream } = await import('../../readers/index.ts')
  const files: InputFile[] = []
  for await (const file of expandFiles(args.values, () => readStream(context.stdin))) files.push(file)
  const [file, more] = files
  if (file === undefined || more !== undefined)
    throw new DragomanError(
      'usage',
      `“references” reads one file, and there are ${files.length}\nmore: dragoman help references`,
    )
  if (file.kind === 'failed') throw new DragomanError('unreadable-file', `${file.uri}: ${file.message}`)
  const bytes = await file.read()
  const app = await context.app()
  return {
    reading: await app.readFile(bytes, { uri: file.uri, mediaType: null }, givenOf(args)),
    bytes,
    version: app.version,
  }
}

async function look({ layers }: Reading, context: Context, version: string): Promise<AddressRemark[]> {
  const { addressesOf, checkAddresses } = await import('../../app/addresses.ts')
  const addresses = addressesOf(layers.references)
  const answers = await checkAddresses([...addresses.values()], await context.net(version))
  return [...addresses].flatMap(([entry, url]) => {
    const answer = answers.get(url)
    return answer === undefined || answer.state === 'alive'
      ? []
      : [{ entry, state: answer.state, why: answer.why, archived: answer.archived }]
  })
}

/** The file's text where it is one, so that remarks can point to its lines. */
async function sourceOf({ doc }: Judged, bytes: Uint8Array) {
  const { finder } = await import('../../exporters/repair/places.ts')
  const isText = /^text\/(?:plain|markdown|html)$/u.test(doc.origin.mediaType)
  const text = isText ? new TextDecoder(doc.origin.encoding ?? 'utf-8').decode(bytes) : null
  return { uri: doc.origin.uri, text, place: text === null ? () => null : finder(text, doc.text) }
}

async function apply({ doc, markers, judgement }: Judged, bytes: Uint8Array, copy: string): Promise<string> {
  const { repair } = await import('../../exporters/repair.ts')
  if (isSame(copy, doc.origin.uri))
    throw new DragomanError('usage', '--apply writes a copy and leaves the document as it is; give another name')
  const { bytes: changed, diff, left } = repair(bytes, doc, markers, judgement.explanations[0]?.renumbering ?? [])
  save(copy, changed)
  const byId = new Map(markers.map((m) => [m.id, m.number]))
  return `${diff}${left.map((l) => `[${byId.get(l.marker)}] is left as it is: ${l.why}\n`).join('')}`
}

/** Whether two paths lead to one file; a copy that is not there yet is another. */
const isSame = (copy: string, path: string): boolean =>
  existsSync(copy) && existsSync(path) && realpathSync(copy) === realpathSync(path)

async function put(text: string, path: string | null, context: Context): Promise<void> {
  if (path === null) await write(context.stdout, text)
  else save(path, text)
}

function save(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new DragomanError(
      'disk-unwritable',
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code}); choose another place`,
    )
  }
}
