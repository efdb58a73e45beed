import { bounds } from '../../text/index.ts'
import type { Found, Meaning } from './meaning.ts'
import type { Style } from './style.ts'
import { yearIn } from './values.ts'

/** The date that the text has come to: its value, the words that gave it, and the block that they stand in. */
export interface Frame {
  readonly value: string
  readonly words: string
  readonly block: number
}

/** Where a narrative stands, and a date far from it that may be a digression or its next step. */
export interface Scene {
  readonly frame: Frame | null
  readonly digression: number | null
  /** The last day told, which a time of day belongs to. */
  readonly day: Frame | null
  /** The last year that told which thing is meant ("the 2015 report"): lengths of time are measured from it where there is no frame. */
  readonly described: Frame | null
}

export const EMPTY: Scene = { frame: null, digression: null, day: null, described: null }

/** Kinds that later expressions may lean on. */
const KINDS = new Set<Meaning['kind']>(
  'calendar figures ancient near distance within inYear dayOf interval part clock weekday weekdayIn nth ago unitOf newYear turn'.split(
    ' ',
  ) as Meaning['kind'][],
)

/** Years that a narrative steps over without opening a sentence with the date. */
const STEP = 3

/** The scene after one more expression. Only dates that tell when something was move it; a far one only where it opens a sentence or a second one bears it out. */
export function moved(scene: Scene, found: Found, told: Told): Scene {
  const frame = framed(scene, found, told)
  const { value, words, block } = told
  const isDay = value !== null && /^-?\d{4}-\d{2}-\d{2}$/u.test(value) && !found.aside
  return {
    ...frame,
    day: isDay ? { value, words, block } : scene.day,
    described: value !== null && found.describes ? { value, words, block } : scene.described,
  }
}

interface Told {
  readonly value: string | null
  readonly words: string
  readonly block: number
  readonly style: Style
}

function framed(scene: Scene, found: Found, { value, words, block, style }: Told): Scene {
  const date = value?.split('/')[0] ?? ''
  if (date === '' || found.aside || !KINDS.has(found.meaning.kind)) return scene
  if (style === 'narrative' && 'from' in found.meaning && found.meaning.from === 'document') return scene
  if (found.describes && (style === 'report' || (style === 'analysis' && scene.frame !== null))) return scene
  if (value!.includes('/') && scene.frame !== null && scene.frame.value.length > 7 && within(scene.frame.value, value!))
    return scene
  const frame = { value: date, words, block }
  const [now, then] = [yearIn(date), scene.frame === null ? null : yearIn(scene.frame.value)]
  if (now === null || then === null) return { ...scene, frame, digression: null }
  const near = (year: number | null): boolean => year !== null && Math.abs(year - now) <= STEP
  if (style !== 'report' && !near(then) && !near(scene.digression) && !found.opens) return { ...scene, digression: now }
  const refines = now === then && date.length < scene.frame!.value.length && !found.opens && /^-?\d{4}$/u.test(date)
  return { ...scene, frame: refines ? scene.frame : frame, digression: null }
}

/** Whether a day lies in an interval: "this week" told after "Thursday" leaves the text at Thursday. */
function within(day: string, interval: string): boolean {
  const edges = bounds(interval)
  return edges?.first != null && edges.last != null && day >= edges.first && day <= edges.last
}
