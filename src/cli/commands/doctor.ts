import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DragomanError } from '../../model/index.ts'
import { type Command, type Context, EXIT } from '../context.ts'
import { databasePath, db, json } from '../options.ts'
import { line, printJson } from '../print.ts'

interface Check {
  readonly what: string
  readonly good: boolean
  readonly found: string
}

/** Checks that everything the program stands on is there and works. */
export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--json]',
  what: 'Checks the installation: Node, the language model (it reads one sentence), the database, the workbench.',
  options: [db, json],
  examples: ['dragoman doctor'],
  arguments: [0, 0],
  async run(args, context) {
    const checks = [node(), await model(context), await database(databasePath(args, context), context), workbench()]
    if (args.has('--json')) await printJson(context, { checks })
    else for (const c of checks) await line(context, `${c.good ? '✓' : '✗'} ${c.what.padEnd(15)} ${c.found}`)
    return checks.every((c) => c.good) ? EXIT.ok : EXIT.environment
  },
}

function node(): Check {
  const major = Number(process.versions.node.split('.')[0])
  return {
    what: 'Node',
    good: major >= 24,
    found:
      major >= 24
        ? process.version
        : `${process.version} is too old; use node_modules/.bin/node, which npm start installs`,
  }
}

/** The repository, or where the package lies. */
const root = join(import.meta.dirname, '..', '..', '..')

const said = (error: unknown): string => (error instanceof DragomanError ? error.message : String(error))

async function model(context: Context): Promise<Check> {
  try {
    const began = performance.now()
    const app = await context.app()
    const loaded = performance.now()
    const { layers } = await app.readText({
      id: 'doctor',
      text: 'The two governments signed a treaty in Geneva on 4 May 2021.',
      date: null,
      language: 'en',
      title: null,
      publisher: null,
      author: null,
    })
    const good = layers.sentences.length === 1 && layers.times.length === 1
    const bytes = statSync(join(root, 'models', 'reader', 'reader.int8.onnx')).size
    return {
      what: 'language model',
      good,
      found: `${app.activity.model}, ${Math.round(bytes / 1e6)} MB, loaded in ${Math.round(loaded - began)} ms; one sentence in ${Math.round(performance.now() - loaded)} ms${good ? '' : '; it read the sentence wrong: get the repository whole again (git checkout models)'}`,
    }
  } catch (error) {
    return { what: 'language model', good: false, found: said(error) }
  }
}

async function database(path: string, context: Context): Promise<Check> {
  if (!existsSync(path))
    return { what: 'database', good: true, found: `${path} will be made by the first “dragoman read”` }
  try {
    const store = await context.store(path)
    const documents = store.documents().length
    store.close()
    return { what: 'database', good: true, found: `${path}, ${documents} documents` }
  } catch (error) {
    return { what: 'database', good: false, found: said(error) }
  }
}

function workbench(): Check {
  const built = existsSync(join(root, 'web', 'dist', 'index.html'))
  return { what: 'workbench', good: built, found: built ? 'built' : 'not built yet; npm start builds it' }
}
