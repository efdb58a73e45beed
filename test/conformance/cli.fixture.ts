import { Readable, Writable } from 'node:stream'
import type { App } from '../../src/app/compose.ts'
import { commands } from '../../src/cli/commands.ts'
import type { Context } from '../../src/cli/context.ts'
import { run } from '../../src/cli/run.ts'
import {
  type Activity,
  DragomanError,
  type EventRecord,
  type PersonRecord,
  type Reading,
} from '../../src/model/index.ts'
import { emptyLayers } from '../../src/pipeline/index.ts'
import { readBytes, textDoc } from '../../src/readers/index.ts'
import { happeningsOf } from '../../src/review/index.ts'
import { openStore } from '../../src/store/index.ts'
import { citationOf, findingId } from '../../src/text/index.ts'

export const activity: Activity = { program: 'dragoman test', model: 'none', codebook: 'none', stages: {} }

/** A plain reading without a language model: “X met Y” is an event, “Minister Name Name of X” a person. */
function readingOf(doc: Reading['doc']): Reading {
  const unknown = { kind: 'unknown', value: null, span: null, from: 'the test dates nothing' } as const
  const eventRecords = [...doc.text.matchAll(/(\p{Lu}\p{L}+) (met) (\p{Lu}\p{L}+)/gu)].map((m): EventRecord => {
    const [start, end] = [m.index, m.index + m[0].length]
    const trigger = { start: start + m[1]!.length + 1, end: start + m[1]!.length + 4 }
    const side = (text: string, at: number) => ({
      span: { start: at, end: at + text.length },
      text,
      mention: null,
      actor: { name: text, kind: 'state', code: text.slice(0, 3).toUpperCase(), sector: null } as const,
    })
    return {
      id: findingId(doc.id, 'event', trigger, 'CONSULT'),
      doc: doc.id,
      sentence: 0,
      type: 'CONSULT',
      mode: null,
      contexts: [],
      status: 'happened',
      trigger,
      head: 1,
      actors: [side(m[1]!, start)],
      recipients: [side(m[3]!, trigger.end + 1)],
      statement: null,
      span: { start, end },
      where: null,
      confidence: 1,
      why: 'the test says so',
      when: unknown,
      said: unknown,
      published: unknown,
      speakers: [{ text: 'author unknown', actor: null, span: null, statement: null }],
      references: [],
      citation: citationOf(doc, { start, end }),
    }
  })
  return { doc, layers: { ...emptyLayers(), eventRecords, personRecords: personsOf(doc) }, problems: [] }
}

function personsOf(doc: Reading['doc']): PersonRecord[] {
  return [...doc.text.matchAll(/(Minister|Envoy) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) of (\p{Lu}\p{L}+)/gu)].map((m) => {
    const [start, end] = [m.index, m.index + m[1]!.length]
    const code = m[3]!.slice(0, 3).toUpperCase()
    const name = { start: end + 1, end: end + 1 + m[2]!.length }
    return {
      id: findingId(doc.id, 'person', name),
      doc: doc.id,
      published: null,
      name: m[2]!,
      names: [m[2]!],
      code,
      mentions: [name],
      beside: [],
      offices: [
        {
          title: m[1]!,
          role: m[1]!.toLowerCase(),
          code,
          sector: 'GOV',
          body: null,
          span: { start, end },
          sentence: 0,
          held: 'at',
          when: { kind: 'stated', value: '2024', span: { start, end } },
          why: 'title',
          citation: citationOf(doc, { start, end }),
        },
      ],
    }
  })
}

/** The program without its language model; a document takes `delay` milliseconds. A text that holds “unreadable” cannot be read. */
export const plainApp = (delay = 0): App => ({
  version: '0.0.0',
  activity,
  async readFile(bytes, origin, given) {
    const { doc } = await readBytes(bytes, origin, given)
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    return readingOf(doc)
  },
  explain: () => Promise.reject(new Error('there is no language model here')),
  async readText(input) {
    if (input.text.includes('unreadable')) throw new DragomanError('unsupported-language', 'give --language en')
    const unknown = { kind: 'unknown', reason: 'not given' } as const
    const facts = { title: unknown, author: unknown, publisher: unknown, date: unknown }
    return readingOf(textDoc(input.id, input.text, { language: 'en', ...facts }))
  },
  dispose: async () => undefined,
})

/** What a command line wrote and how it ended. */
export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs one command line in this process. `columns` makes standard output a terminal of that width. */
export async function dragoman(
  words: readonly string[],
  options: {
    stdin?: string | Buffer
    columns?: number
    env?: Record<string, string>
    interrupt?: boolean
    app?: App
  } = {},
): Promise<Ran> {
  const sink = (columns?: number) => {
    const parts: Buffer[] = []
    const stream = new Writable({
      write: (chunk, _, done) => {
        parts.push(Buffer.from(chunk))
        done()
      },
    })
    return {
      stream: Object.assign(stream, columns === undefined ? {} : { isTTY: true, columns }),
      text: () => Buffer.concat(parts).toString(),
    }
  }
  const [out, err] = [sink(options.columns), sink()]
  const stdin = Buffer.from(options.stdin ?? '')
  const context: Context = {
    stdin: Readable.from(chunks(stdin)),
    stdout: out.stream,
    stderr: err.stream,
    env: options.env ?? {},
    now: () => new Date('2026-01-01T00:00:00Z'),
    app: async () => options.app ?? plainApp(),
    store: async (path, mustExist) => openStore(path, mustExist, happeningsOf),
    net: () => Promise.reject(new Error('the tests have no network')),
    interrupted: { yes: options.interrupt ?? false },
  }
  const status = await run(words, commands, context, '0.0.0')
  return { status, out: out.text(), err: err.text() }
}

/** Bytes as a pipe gives them. */
function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
