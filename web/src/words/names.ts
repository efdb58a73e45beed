import type { Doc, Fact } from '../../../src/model/index.ts'
import { plover } from '../../../src/ontologies/plover.ts'

export type Quad = 1 | 2 | 3 | 4

export const QUADS: readonly (readonly [Quad, string])[] = [
  [1, 'verbal cooperation'],
  [2, 'material cooperation'],
  [3, 'verbal conflict'],
  [4, 'material conflict'],
]

/** PLOVER's types in the order of their quads. */
export const TYPES: readonly (readonly [type: string, quad: Quad])[] = [...plover.types]
  .map(([type, { quad }]) => [type, quad] as const)
  .sort((a, b) => a[1] - b[1])

/** The quad of a type; null for a type that is not PLOVER's. */
export const quadOf = (type: string): Quad | null => plover.types.get(type)?.quad ?? null
export const quadName = (quad: Quad): string => QUADS[quad - 1]![1]
export const glossOf = (type: string): string => plover.types.get(type)?.gloss ?? 'not one of PLOVER’s types'

/** A code word as people write it: 'pro_democracy' is 'pro democracy'. */
export const spaced = (code: string): string => code.replace(/[_-]/gu, ' ')

/** The value of a fact, or null. */
export const known = (fact: Fact): string | null => (fact.kind === 'known' ? fact.value : null)

/** What a document is called: its title, else its file's name. */
export const titleOfDoc = (doc: Doc): string =>
  known(doc.title) ?? doc.origin.uri.split(/[\\/]/u).filter(Boolean).at(-1) ?? 'untitled'

/** 'one event', '3 events'. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Bytes as people say them. */
export const sizeInWords = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
