import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Explanation, explain, openCodebook } from '../codebook/index.ts'
import { openReader } from '../engines/onnx.ts'
import { english } from '../lang/en.ts'
import { type Activity, type Doc, DragomanError, type Fact, type Reading } from '../model/index.ts'
import { actorOntology } from '../ontologies/actors.ts'
import { gazetteer } from '../ontologies/gazetteer.ts'
import { plover } from '../ontologies/plover.ts'
import { type Engine, type Language, type Layer, type Ports, readDoc, type Stage } from '../pipeline/index.ts'
import { type Given, readBytes, textDoc } from '../readers/index.ts'
import { attribute } from '../stages/attribute.ts'
import { code } from '../stages/code.ts'
import { date } from '../stages/date.ts'
import { happening } from '../stages/happening.ts'
import { judge } from '../stages/judge.ts'
import { mention } from '../stages/mention.ts'
import { parse } from '../stages/parse.ts'
import { person } from '../stages/person.ts'
import { place } from '../stages/place.ts'
import { record } from '../stages/record.ts'
import { refer } from '../stages/refer.ts'
import { split } from '../stages/split.ts'
import { keepHeapSmall } from './heap.ts'

export type { Given } from '../readers/index.ts'

/** The stages in the order in which they run: to add one, name it here. */
export const stages = [
  split,
  parse,
  mention,
  attribute,
  code,
  place,
  date,
  refer,
  person,
  judge,
  record,
  happening,
] as unknown as readonly Stage<never, Layer>[]

/** The languages that can be read: to add one, name it here. */
export const languages: readonly Language[] = [english]

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Where the language model lies. */
export const modelFolder = join(root, 'models', 'reader')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

/** A text that is no file, as the interchange gives it. `id` names it. */
export interface TextInput {
  readonly id: string
  readonly text: string
  readonly date: string | null
  readonly language: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
}

/** The program put together: one language model shared by all readings, which run one after another. */
export interface App {
  readonly version: string
  readonly activity: Activity
  readFile(bytes: Uint8Array, origin: { uri: string; mediaType: string | null }, given: Given): Promise<Reading>
  readText(input: TextInput): Promise<Reading>
  /** What the codebook makes of every sentence of a text, and the reading that follows. Throws what a bad document throws. */
  explain(text: string): Promise<{ readonly reading: Reading; readonly matches: readonly Explanation[][] }>
  dispose(): Promise<void>
}

/** Chooses every implementation and loads the language model. Throws `model-missing`, `model-broken` or `codebook-broken`. */
export async function compose(options: { model?: string; codebook?: string | null } = {}): Promise<App> {
  keepHeapSmall()
  const { book, ...codebook } = openCodebook(plover, options.codebook ?? null)
  const engine = await openReader(options.model ?? modelFolder)
  const ports: Omit<Ports, 'language'> = { engine, codebook, actors: actorOntology(), gazetteer: gazetteer(), plover }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
  const readText = (input: TextInput): Promise<Reading> =>
    inTurn(() => {
      const doc = docOf(input)
      return readDoc(doc, stages, { ...ports, language: languageOf(doc) })
    })
  return {
    version,
    activity: activityOf(engine, codebook.version),
    readFile: (bytes, origin, given) =>
      inTurn(async () => {
        const { doc, problems } = await readBytes(bytes, origin, given)
        return readDoc(doc, stages, { ...ports, language: languageOf(doc) }, problems)
      }),
    readText,
    explain: async (text) => {
      const reading = await readText({ ...NOTHING_TOLD, id: 'sentence', text })
      return { reading, matches: reading.layers.sentences.map((sentence) => explain(book, sentence)) }
    },
    dispose: () => last.then(() => engine.close()),
  }
}

const NOTHING_TOLD = { date: null, language: 'en', title: null, publisher: null, author: null }

function languageOf(doc: Doc): Language {
  const language = languages.find((l) => l.code === doc.language.split('-')[0])
  if (language !== undefined) return language
  const known = languages.map((l) => l.code).join(', ')
  throw new DragomanError(
    'unsupported-language',
    `the document is in “${doc.language}”, and Dragoman reads ${known}; give --language en if it is English`,
  )
}

function docOf(input: TextInput): Doc {
  const fact = (value: string | null, name: string): Fact =>
    value === null || value === ''
      ? { kind: 'unknown', reason: `the input gives no ${name}` }
      : { kind: 'known', value, from: 'the input', span: null }
  return textDoc(input.id, input.text, {
    language: input.language ?? 'en',
    title: fact(input.title, 'title'),
    author: fact(input.author, 'author'),
    publisher: fact(input.publisher, 'publisher'),
    date: fact(input.date, 'date'),
  })
}

const activityOf = (engine: Engine, codebook: string): Activity => ({
  program: `dragoman ${version}`,
  model: engine.id,
  codebook,
  stages: Object.fromEntries(stages.map((s) => [s.name, s.version])),
})
