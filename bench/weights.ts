import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compose } from '../src/app/compose.ts'
import { openCodebook } from '../src/codebook/index.ts'
import { english } from '../src/lang/en.ts'
import { actorOntology } from '../src/ontologies/actors.ts'
import { plover } from '../src/ontologies/plover.ts'
import type { Evidence } from '../src/stages/code/evidence.ts'
import { candidatesOf } from '../src/stages/code.ts'
import { type Marked, markedSentences, overlap } from './marked.ts'

/**
 * Fits the weights of the evidence for an act (`src/stages/code/weights.json`) on the dev part of our own marked sentences: the model has seen the train part,
 * and says of it more than it would of an unseen sentence, and the test part is left for `bench/sentences.ts`. Ridge logistic regression by Newton's method; a
 * candidate is right when a gold word of its type stands in its trigger. Prints how well the weights fit sentences that they were not fitted on (tenths of the
 * sentences left out in turn): mean log loss, and expected calibration error in ten bins.
 *
 *     node_modules/.bin/node bench/weights.ts
 */
const RIDGE = 3
const STEPS = 20
const CLOSE = 1e-6
const FOLDS = 10
const BINS = 10

interface Example {
  readonly sentence: number
  readonly evidence: Evidence
  readonly right: boolean
}

async function examples(sentences: readonly Marked[]): Promise<Example[]> {
  const ports = { codebook: openCodebook(plover), plover, actors: actorOntology(), language: english }
  const app = await compose()
  const out: Example[] = []
  for (const [sentence, row] of sentences.entries()) {
    const input = {
      id: row.text,
      text: row.text,
      date: null,
      language: 'en',
      title: null,
      publisher: null,
      author: null,
    }
    const { doc, layers } = await app.readText(input)
    for (const { event, evidence } of candidatesOf(doc, layers, ports).flat())
      out.push({
        sentence,
        evidence,
        right: row.events.some((g) => g.type === event.type && overlap(g.word, event.trigger)),
      })
  }
  await app.dispose()
  return out
}

function fitted(rows: readonly Example[], names: readonly string[]): Record<string, number> {
  const at = new Map(names.map((name, i) => [name, i]))
  const inputs = rows.map(({ evidence }) => Object.entries(evidence).map(([name, x]) => [at.get(name)!, x] as const))
  const weights = names.map(() => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((w) => -RIDGE * w)
    const curve = names.map((_, i) => names.map((_, j) => (i === j ? RIDGE : 0)))
    rows.forEach(({ right }, row) => {
      const sum = inputs[row]!.reduce((total, [i, x]) => total + weights[i]! * x, 0)
      const p = 1 / (1 + Math.exp(-sum))
      for (const [i, x] of inputs[row]!) {
        slope[i]! += (Number(right) - p) * x
        for (const [j, y] of inputs[row]!) curve[i]![j]! += p * (1 - p) * x * y
      }
    })
    const change = solve(curve, slope)
    change.forEach((d, i) => {
      weights[i]! += d
    })
    if (Math.max(...change.map(Math.abs)) < CLOSE) break
  }
  return Object.fromEntries(names.map((name, i) => [name, Math.round(weights[i]! * 1000) / 1000]))
}

/** x of A x = b for a positive definite A (Gaussian elimination). */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i]!])
  const n = rows.length
  for (let i = 0; i < n; i++)
    for (let k = i + 1; k < n; k++) {
      const factor = rows[k]![i]! / rows[i]![i]!
      if (factor !== 0) for (let j = i; j <= n; j++) rows[k]![j]! -= factor * rows[i]![j]!
    }
  const x = b.map(() => 0)
  for (let i = n - 1; i >= 0; i--) {
    const known = x.reduce((sum, each, j) => (j > i ? sum + rows[i]![j]! * each : sum), 0)
    x[i] = (rows[i]![n]! - known) / rows[i]![i]!
  }
  return x
}

const probability = (evidence: Evidence, weights: Readonly<Record<string, number>>): number =>
  1 / (1 + Math.exp(-Object.entries(evidence).reduce((sum, [name, x]) => sum + x * (weights[name] ?? 0), 0)))

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length

/** Mean log loss, and expected calibration error, of probabilities that were given without having seen the sentence. */
function crossFitted(rows: readonly Example[], names: readonly string[]): { loss: number; error: number } {
  const said = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitted(
      rows.filter(({ sentence }) => sentence % FOLDS !== fold),
      names,
    )
    return rows
      .filter(({ sentence }) => sentence % FOLDS === fold)
      .map(({ evidence, right }) => ({ p: probability(evidence, weights), right: Number(right) }))
  }).flat()
  const bins = Map.groupBy(said, ({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)))
  return {
    loss: mean(said.map(({ p, right }) => -Math.log(right === 1 ? p : 1 - p))),
    error: [...bins.values()].reduce(
      (sum, bin) =>
        sum + (bin.length / said.length) * Math.abs(mean(bin.map((b) => b.p)) - mean(bin.map((b) => b.right))),
      0,
    ),
  }
}

const rows = await examples(markedSentences().filter((row) => row.part === 'dev'))
const names = [...new Set(rows.flatMap(({ evidence }) => Object.keys(evidence)))].sort()
const weights = fitted(rows, names)
writeFileSync(
  join(resolve(import.meta.dirname, '..'), 'src/stages/code/weights.json'),
  `${JSON.stringify(weights, null, 2)}\n`,
)
const { loss, error } = crossFitted(rows, names)
console.log(
  `${rows.length} candidates, ${rows.filter((row) => row.right).length} right; ${names.length} weights; unseen: log loss ${loss.toFixed(3)}, expected calibration error ${error.toFixed(3)}`,
)
