import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { DragomanError } from '../model/index.ts'
import type { Engine, ModelSentence } from '../pipeline/index.ts'
import { bestBio, type FrameScores, framesIn } from './frames.ts'
import { applyLemmaScript, knownVerb } from './lemma.ts'
import { bestTags } from './tags.ts'
import { bestTree } from './tree.ts'
import { type WordPiece, wordPiece } from './wordpiece.ts'

const Card = z.object({
  version: z.string(),
  transitions: z.array(z.array(z.number())),
  labels: z.object({
    upos: z.array(z.string()),
    feats: z.array(z.string()),
    lemma: z.array(z.string()),
    labels: z.array(z.string()),
    entities: z.array(z.string()),
    things: z.array(z.string()),
    acts: z.array(z.string()),
    status: z.array(z.string()),
    rolesets: z.array(z.string()),
    rolesets_of: z.record(z.string(), z.array(z.string())),
    roles: z.array(z.string()),
    speech: z.array(z.string()),
    sides: z.array(z.string()),
  }),
})
type Known = Pick<z.infer<typeof Card>, 'labels' | 'transitions'> & { readonly verbs: ReadonlySet<string> }

/** Pieces of an ordinary window (as in training), and of one whose first sentence does not end in it. */
const WINDOW = 128
const LONGEST = 256
const SENTENCE_END = 0.4

/** The outputs of one window as plain arrays: rows of a head are words. */
interface Scores {
  readonly ends: Float32Array
  readonly best: Readonly<Record<'upos' | 'feats' | 'lemma', Int32Array>>
  readonly entities: Float32Array
  /** [words, kinds, 3]: O, B and I of each kind. */
  readonly things: Float32Array
  readonly frames: FrameScores
  readonly arcs: Float32Array
  readonly bestLabels: Int32Array
}

/**
 * The language model in `folder` (reader.int8.onnx, reader.json, vocab.txt), one window a run, so that no text changes the
 * reading of another. Throws `model-missing` or `model-broken`.
 */
export async function openReader(
  folder: string,
  file = 'reader.int8.onnx',
): Promise<Engine & { close(): Promise<void> }> {
  const [card, vocabulary] = await Promise.all([text(join(folder, 'reader.json')), text(join(folder, 'vocab.txt'))])
  const { version, ...read } = cardOf(card, folder)
  const known = { ...read, verbs: new Set(read.labels.rolesets.map((roleset) => roleset.split(/[._]/u)[0]!)) }
  const pieces = wordPiece(vocabulary)
  const { session, tensors } = await openSession(join(folder, file))
  const run = async (words: readonly (readonly number[])[]): Promise<Scores> =>
    scoresOf(await session.run(inputs(words, pieces, tensors)))
  return {
    id: `reader-${version}`,
    read: (words) =>
      readBlock(
        words.map((w) => ({ form: w, pieces: pieces.pieces(w) })),
        known,
        run,
      ),
    close: () => session.release(),
  }
}

function cardOf(json: string, folder: string): z.infer<typeof Card> {
  try {
    return Card.parse(JSON.parse(json))
  } catch (cause) {
    throw new DragomanError(
      'model-broken',
      `the language model in ${folder} does not fit this program; get the repository whole again (git checkout models)`,
      { cause },
    )
  }
}

async function text(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new DragomanError(
      'model-missing',
      `the language model's ${path} cannot be read; get the repository whole again (git checkout models)`,
      { cause },
    )
  }
}

interface Tensors {
  whole(values: readonly number[]): Tensor
  zeros(length: number): Tensor
}

async function openSession(path: string): Promise<{ session: InferenceSession; tensors: Tensors }> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  try {
    const session = await InferenceSession.create(path, {
      intraOpNumThreads: Math.min(4, availableParallelism()),
      interOpNumThreads: 1,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    })
    return {
      session,
      tensors: {
        whole: (values) => new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]),
        zeros: (length) => new Tensor('float32', new Float32Array(length), [length]),
      },
    }
  } catch (cause) {
    throw new DragomanError(
      'model-broken',
      `the language model ${path} cannot be loaded; get the repository whole again (git checkout models)`,
      { cause },
    )
  }
}

function inputs(words: readonly (readonly number[])[], special: WordPiece, tensors: Tensors): Record<string, Tensor> {
  const ids = [special.start]
  const first: number[] = []
  const last: number[] = []
  for (const word of words) {
    first.push(ids.length)
    ids.push(...word)
    last.push(ids.length - 1)
  }
  ids.push(special.end)
  return {
    pieces: tensors.whole(ids),
    first: tensors.whole(first),
    last: tensors.whole(last),
    wanted: tensors.zeros(words.length),
  }
}

function scoresOf(out: InferenceSession.OnnxValueMapType): Scores {
  const floats = (name: string) => out[name]!.data as Float32Array
  const whole = (name: string) => out[name]!.data as Int32Array
  return {
    ends: floats('ends'),
    best: { upos: whole('upos'), feats: whole('feats'), lemma: whole('lemma') },
    entities: floats('entities'),
    things: floats('things'),
    frames: {
      predicates: floats('predicates'),
      cues: floats('cues'),
      acts: floats('acts'),
      factuality: floats('factuality'),
      status: floats('status'),
      rolesets: floats('rolesets'),
      at: whole('frames_at'),
      bio: { roles: floats('roles'), speech: floats('speech'), sides: floats('sides') },
    },
    arcs: floats('arcs'),
    bestLabels: whole('best_labels'),
  }
}

interface Word {
  readonly form: string
  readonly pieces: readonly number[]
}

/** Windows over a block, each beginning where the last whole sentence ended. */
async function readBlock(
  words: readonly Word[],
  known: Known,
  run: (words: readonly (readonly number[])[]) => Promise<Scores>,
): Promise<ModelSentence[]> {
  const out: ModelSentence[] = []
  let at = 0
  let size = WINDOW
  while (at < words.length) {
    const end = size === WINDOW ? cutBack(words, at, fill(words, at, size)) : fill(words, at, size)
    const window = words.slice(at, end)
    const scores = await run(window.map((w) => w.pieces))
    const ends = sentenceEnds(scores.ends, end === words.length, size === LONGEST)
    if (ends.length === 0) {
      size = LONGEST
      continue
    }
    let start = 0
    for (const stop of ends) {
      out.push(sentence(window, start, stop, at, scores, known))
      start = stop
    }
    at += start
    size = WINDOW
  }
  return out
}

/** The first word after `at` that no longer fits into `size` pieces. */
function fill(words: readonly Word[], at: number, size: number): number {
  let room = size - 2
  let end = at
  while (end < words.length && (words[end]!.pieces.length <= room || end === at)) room -= words[end++]!.pieces.length
  return end
}

/** A sentence that a window cuts off is read again in the next one: unless the text ends, stops soon after the last mark that may end a sentence. */
function cutBack(words: readonly Word[], at: number, end: number): number {
  if (end === words.length) return end
  for (let i = end - LOOK_AHEAD - 1; i > at + (end - at) / 2; i--)
    if (FINAL.test(words[i]!.form)) return i + 1 + LOOK_AHEAD
  return end
}

const FINAL = /^[.!?…]+$/u
/** Words after the mark: enough for a closing quotation mark and for how the next sentence begins. */
const LOOK_AHEAD = 3

/** Where sentences end in a window (exclusive). When nothing ends in it and it may not grow, its likeliest place. */
function sentenceEnds(probabilities: Float32Array, atEnd: boolean, largest: boolean): number[] {
  const ends: number[] = []
  probabilities.forEach((p, i) => {
    if (p > SENTENCE_END || (atEnd && i === probabilities.length - 1)) ends.push(i + 1)
  })
  if (ends.length > 0 || !largest) return ends
  let best = probabilities.length - 1
  for (let i = Math.floor(probabilities.length / 2); i < probabilities.length; i++)
    if (probabilities[i]! > probabilities[best]!) best = i
  return [best + 1]
}

function sentence(
  window: readonly Word[],
  start: number,
  end: number,
  offset: number,
  scores: Scores,
  known: Known,
): ModelSentence {
  const { labels, transitions } = known
  const tags = labels.entities
  const names = bestTags(
    scores.entities.subarray(start * tags.length, end * tags.length),
    end - start,
    transitions,
    tags.map((tag) => !tag.startsWith('I-')),
  )
  const width = scores.ends.length + 1
  const column = (head: number) => (head === 0 ? 0 : start + head)
  const heads = bestTree(end - start, (d, h) => scores.arcs[(start + d - 1) * width + column(h)]!)
  const choose = (head: keyof Scores['best']) => range(start, end).map((i) => labels[head][scores.best[head][i]!]!)
  const upos = choose('upos')
  const lemmas = choose('lemma').map((script, i) => {
    const { form } = window[start + i]!
    const lemma = applyLemmaScript(form, script)
    return upos[i] === 'VERB' ? knownVerb(form, lemma, known.verbs) : lemma
  })
  return {
    words: [offset + start, offset + end],
    upos,
    feats: choose('feats'),
    lemmas,
    heads,
    deprels: heads.map((h, i) => relation(h, labels.labels[scores.bestLabels[(start + i) * width + column(h)]!]!)),
    entities: spans(names.map((tag) => labels.entities[tag]!)),
    things: labels.things.flatMap((kind, k) => thingsOf(kind, k, start, end, scores.things, labels.things.length)),
    frames: framesIn(scores.frames, labels, lemmas, start, end),
  }
}

const relation = (head: number, label: string): string => (head === 0 ? 'root' : label === 'root' ? 'dep' : label)

/** Spans of BIO tags; an I- that follows no tag of its kind begins a span. Words count from 1. */
function spans(tags: readonly string[]): ModelSentence['entities'] {
  const out: { first: number; last: number; label: 'PER' | 'ORG' | 'LOC' }[] = []
  tags.forEach((tag, i) => {
    if (tag === 'O') return
    const label = tag.slice(2) as 'PER' | 'ORG' | 'LOC'
    const open = out.at(-1)
    if (tag.startsWith('I-') && open !== undefined && open.last === i && open.label === label) open.last = i + 1
    else out.push({ first: i + 1, last: i + 1, label })
  })
  return out
}

/** Stretches of one kind of thing: weapons, forces, documents, nationalities, titles. */
function thingsOf(
  kind: string,
  row: number,
  start: number,
  end: number,
  scores: Float32Array,
  kinds: number,
): ModelSentence['things'] {
  const own = new Float32Array((end - start) * 3)
  for (let w = start; w < end; w++)
    own.set(scores.subarray((w * kinds + row) * 3, (w * kinds + row) * 3 + 3), (w - start) * 3)
  const out: { first: number; last: number; label: string }[] = []
  bestBio(own, end - start, 3).forEach((tag, i) => {
    if (tag === 1) out.push({ first: i + 1, last: i + 1, label: kind })
    if (tag === 2) out.at(-1)!.last = i + 1
  })
  return out
}

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i)
