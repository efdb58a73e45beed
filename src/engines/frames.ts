import type { ModelFrame } from '../pipeline/index.ts'

/** What the model says around words: scores [words × labels] of each anchor, and for the anchors their words. */
export interface FrameScores {
  readonly predicates: Float32Array
  readonly cues: Float32Array
  readonly acts: Float32Array
  readonly factuality: Float32Array
  readonly status: Float32Array
  readonly rolesets: Float32Array
  /** The words that anchor a frame of any layer; each is a row of `rolesets` and of every layer's `bio` [anchors × words × labels]. */
  readonly at: Int32Array
  readonly bio: Readonly<Record<FrameLayer, Float32Array>>
}
export type FrameLayer = 'roles' | 'speech' | 'sides'

export interface FrameLabels {
  readonly acts: readonly string[]
  readonly status: readonly string[]
  readonly rolesets: readonly string[]
  /** The rolesets that the training set gives a lemma, where they are others than its first. */
  readonly rolesets_of: Readonly<Record<string, readonly string[]>>
  readonly roles: readonly string[]
  readonly speech: readonly string[]
  readonly sides: readonly string[]
}

/** An anchor counts from here on; an act is worth weighing long before it is likely. */
const LIKELY = 0.5
const WORTH_WEIGHING = 0.05
const CLEAR = 0.5

/** The frames of the words [start, end) of a window; words count from 1 in the sentence. */
export function framesIn(
  scores: FrameScores,
  labels: FrameLabels,
  lemmas: readonly string[],
  start: number,
  end: number,
): ModelFrame[] {
  const words = scores.predicates.length
  const rows = new Map([...scores.at].map((word, row) => [word, row]))
  const parts = (layer: FrameLayer, word: number): ModelFrame['parts'] => {
    const row = rows.get(word)
    if (row === undefined) return []
    const width = labels[layer].length
    const own = scores.bio[layer].subarray((row * words + start) * width, (row * words + end) * width)
    return partsOf(bestBio(own, end - start, width), labels[layer])
  }
  const out: ModelFrame[] = []
  for (let word = start; word < end; word++) {
    const token = word - start + 1
    const [predicate, cue] = [scores.predicates[word]!, scores.cues[word]!]
    if (predicate > LIKELY)
      out.push({
        kind: 'predicate',
        token,
        roleset: rolesetOf(scores.rolesets, rows.get(word)!, labels, lemmas[word - start]!),
        factuality: Math.round(scores.factuality[word]! * 100) / 100,
        probability: rounded(predicate),
        parts: parts('roles', word),
      })
    if (cue > LIKELY) out.push({ kind: 'cue', token, probability: rounded(cue), parts: parts('speech', word) })
    const kinds = labels.acts.length
    if (scores.acts[word * kinds]! < 1 - WORTH_WEIGHING)
      out.push({
        kind: 'act',
        token,
        types: Object.fromEntries(
          labels.acts.flatMap((type, i) => {
            const p = scores.acts[word * kinds + i]!
            return i > 0 && p >= 0.01 ? [[type, rounded(p)]] : []
          }),
        ),
        status: labels.status[argmax(scores.status, word, labels.status.length)]!,
        parts: parts('sides', word),
      })
  }
  return out
}

const rounded = (p: number): number => Math.round(p * 1000) / 1000

/**
 * The likeliest of the rolesets that the training set gives the lemma ('agreement': agree.01); where it gives none, of those named after it, with a
 * particle too; else the likeliest of all if it is clear, else the lemma's first. `training/reader/evaluate.py` does the same.
 */
function rolesetOf(scores: Float32Array, row: number, labels: FrameLabels, lemma: string): string {
  const own = scores.subarray(row * labels.rolesets.length, (row + 1) * labels.rolesets.length)
  let best = -1
  for (const i of candidates(labels).get(lemma) ?? []) if (best < 0 || own[i]! > own[best]!) best = i
  if (best >= 0) return labels.rolesets[best]!
  const likeliest = argmax(own, 0, own.length)
  const top = own[likeliest]!
  const total = own.reduce((sum, x) => sum + Math.exp(x - top), 0)
  return 1 / total > CLEAR ? labels.rolesets[likeliest]! : `${lemma}.01`
}

const known = new WeakMap<FrameLabels, Map<string, readonly number[]>>()

/** Numbers of the rolesets that a lemma may have. */
function candidates(labels: FrameLabels): Map<string, readonly number[]> {
  const found = known.get(labels)
  if (found !== undefined) return found
  const named = Map.groupBy(labels.rolesets.keys(), (i) => labels.rolesets[i]!.split(/[._]/u)[0]!)
  const number = new Map(labels.rolesets.map((roleset, i) => [roleset, i]))
  const seen = Object.entries(labels.rolesets_of).map(
    ([lemma, own]) => [lemma, own.map((r) => number.get(r)!)] as const,
  )
  const made = new Map<string, readonly number[]>([...named, ...seen])
  known.set(labels, made)
  return made
}

/**
 * The best sequence of O, B-1, I-1, B-2, I-2 … in which each I follows its kind (Viterbi 1967), in time linear in the labels.
 * `scores` [words × labels] need no normalising: what is added to all of a word's scores changes no choice.
 * `training/reader/evaluate.py` does the same.
 */
export function bestBio(scores: Float32Array, words: number, labels: number): number[] {
  if (words === 0) return []
  const come = new Uint16Array(words * labels)
  let best = Float64Array.from(scores.subarray(0, labels), (score, l) => (isInside(l) ? -1e9 : score))
  let next = new Float64Array(labels)
  for (let w = 1; w < words; w++) {
    const first = argmax(best, 0, labels)
    for (let l = 0; l < labels; l++) {
      const from = !isInside(l) ? first : best[l]! > best[l - 1]! ? l : l - 1
      come[w * labels + l] = from
      next[l] = best[from]! + scores[w * labels + l]!
    }
    ;[best, next] = [next, best]
  }
  const path = new Array<number>(words)
  path[words - 1] = argmax(best, 0, labels)
  for (let w = words - 1; w > 0; w--) path[w - 1] = come[w * labels + path[w]!]!
  return path
}

const isInside = (label: number): boolean => label > 0 && label % 2 === 0

function partsOf(tags: readonly number[], labels: readonly string[]): ModelFrame['parts'] {
  const out: { label: string; tokens: [number, number] }[] = []
  tags.forEach((tag, i) => {
    if (tag === 0) return
    if (isInside(tag)) out.at(-1)!.tokens[1] = i + 1
    else out.push({ label: labels[tag]!.slice(2), tokens: [i + 1, i + 1] })
  })
  return out
}

function argmax(values: Float32Array | Float64Array, row: number, width: number): number {
  let best = 0
  for (let i = 1; i < width; i++) if (values[row * width + i]! > values[row * width + best]!) best = i
  return best
}
