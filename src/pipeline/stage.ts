import type { Doc, Layers, Problem } from '../model/index.ts'
import type { Ports } from './ports.ts'

export type Layer = keyof Layers

/** One step of a reading: which layers it needs, which it adds. It changes nothing that it is given. */
export interface Stage<N extends Layer = Layer, A extends Layer = Layer> {
  readonly name: string
  readonly version: string
  readonly needs: readonly N[]
  readonly adds: readonly A[]
  run(doc: Doc, layers: Pick<Layers, N>, ports: Ports): StageResult<A> | Promise<StageResult<A>>
}

export type StageResult<A extends Layer> = { readonly layers: Pick<Layers, A>; readonly problems: readonly Problem[] }

/** A stage with its layers' types kept. */
export const defineStage = <N extends Layer, A extends Layer>(stage: Stage<N, A>): Stage<N, A> => stage
