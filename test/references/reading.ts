import { languages, modelFolder, stages } from '../../src/app/compose.ts'
import { openCodebook } from '../../src/codebook/index.ts'
import { openReader } from '../../src/engines/onnx.ts'
import type { Reading } from '../../src/model/index.ts'
import { actorOntology } from '../../src/ontologies/actors.ts'
import { gazetteer } from '../../src/ontologies/gazetteer.ts'
import { plover } from '../../src/ontologies/plover.ts'
import { type Engine, type Ports, readDoc } from '../../src/pipeline/index.ts'
import { readBytes } from '../../src/readers/index.ts'

/** Reads a text as a file of that name. */
export type ReadingOf = (name: string, text: string) => Promise<Reading>

const given = { date: null, author: null, publisher: null, title: null, language: 'en' }

/**
 * With the model the whole reading; without it only the stages that read and judge references, which then have no sentences or statements.
 * A broken document's prose is mostly that of the sound one, so what the model said of a block is kept.
 */
export async function readerOf(model: boolean): Promise<ReadingOf> {
  const engine = model ? remembering(await openReader(modelFolder)) : silent
  const ports: Ports = {
    engine,
    codebook: openCodebook(),
    actors: actorOntology(),
    gazetteer: gazetteer(),
    plover,
    language: languages[0]!,
  }
  const some = model ? stages : stages.filter((s) => ['split', 'refer', 'judge'].includes(s.name))
  return async (name, text) => {
    const { doc, problems } = await readBytes(new TextEncoder().encode(text), { uri: name, mediaType: null }, given)
    const reading = await readDoc(doc, some, ports, problems)
    const failed = reading.problems.find((p) => p.code === 'stage-failed')
    if (failed !== undefined) throw new Error(`${name}: ${failed.stage}: ${failed.message}`)
    return reading
  }
}

const silent: Engine = { id: 'none', read: async () => [] }

function remembering(engine: Engine): Engine {
  const known = new Map<string, ReturnType<Engine['read']>>()
  return {
    ...engine,
    read(words) {
      const key = words.join('\u0000')
      if (!known.has(key)) known.set(key, engine.read(words))
      return known.get(key)!
    },
  }
}
