import { type Doc, type Layers, Layers as LayersSchema, type Problem, type Reading } from '../model/index.ts'
import type { Ports } from './ports.ts'
import type { Layer, Stage } from './stage.ts'

const layerNames = Object.keys(LayersSchema.shape) as Layer[]

/** Stages in order, each checked against what stands before it. Throws when one needs a layer that nobody adds. */
export function checkOrder(stages: readonly Stage<never, Layer>[]): void {
  const have = new Set<Layer>()
  for (const stage of stages) {
    for (const need of stage.needs as readonly Layer[])
      if (!have.has(need)) throw new Error(`stage ${stage.name} needs ${need}, which no stage before it adds`)
    for (const add of stage.adds) have.add(add)
  }
  const missing = layerNames.filter((name) => !have.has(name))
  if (missing.length > 0) throw new Error(`no stage adds ${missing.join(', ')}`)
}

/** Reads one document: every stage in order. A stage that throws becomes a problem and its layers stay empty. */
export async function readDoc(
  doc: Doc,
  stages: readonly Stage<never, Layer>[],
  ports: Ports,
  earlier: readonly Problem[] = [],
): Promise<Reading> {
  const layers = emptyLayers()
  const problems: Problem[] = [...earlier]
  for (const stage of stages) {
    try {
      const result = await stage.run(doc, layers as never, ports)
      Object.assign(layers, result.layers)
      problems.push(...result.problems)
    } catch (error) {
      const message = `${error instanceof Error ? error.message : String(error)}; please report this with the document`
      problems.push({ code: 'stage-failed', stage: stage.name, span: null, message })
    }
  }
  return { doc, layers, problems }
}

/** Layers with nothing in them. */
export function emptyLayers(): Layers {
  return {
    words: [],
    sentences: [],
    entities: [],
    things: [],
    frames: [],
    mentions: [],
    persons: [],
    statements: [],
    events: [],
    points: {},
    times: [],
    anchors: {},
    references: [],
    markers: [],
    judgement: { verdicts: [], explanations: [], findings: [] },
    eventRecords: [],
    statementRecords: [],
    personRecords: [],
    recalls: [],
    tellingLinks: [],
  }
}
