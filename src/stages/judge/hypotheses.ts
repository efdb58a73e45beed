import { PRIOR } from './weights.ts'

/**
 * What may have happened, as where the entry meant stands from the one that the printed number points to, both by place in the list. `recount`: the
 * list is whole, and the text counts `by` too low from the entry at `from` on, so that the `by` numbers before it are printed with two meanings.
 * `mixed` has the order that the list once had by its alphabet, where that shows.
 */
export type Change =
  | { readonly kind: 'none' }
  | { readonly kind: 'mixed'; readonly slip: number; readonly order: readonly number[] | null }
  | { readonly kind: 'shift'; readonly steps: readonly Step[] }
  | { readonly kind: 'recount'; readonly from: number; readonly by: number }
  | { readonly kind: 'swap'; readonly a: number; readonly b: number }
  | { readonly kind: 'move'; readonly first: number; readonly length: number; readonly by: number }

/** From place `from` on the entry meant stands `by` places further. */
export interface Step {
  readonly from: number
  readonly by: number
}

export interface Hypothesis {
  readonly change: Change
  /** Natural logarithm of prior and likelihood together. */
  readonly score: number
}

/** The places of the entries that a printed place may mean by a change, each as likely; null for one that is not in the list any more. */
export function targetsOf(change: Change, place: number): readonly (number | null)[] {
  if (change.kind !== 'recount') return [targetOf(change, place)]
  const { from, by } = change
  return place >= from ? [place + by] : place >= from - by ? [place, place + by] : [place]
}

function targetOf(change: Exclude<Change, { kind: 'recount' }>, place: number): number | null {
  if (change.kind === 'shift') {
    const step = change.steps.findLast((s) => s.from <= place)
    if (step === undefined) return place
    return step.by < 0 && place < step.from - step.by && step === change.steps[0] ? null : place + step.by
  }
  if (change.kind === 'swap') return place === change.a ? change.b : place === change.b ? change.a : place
  if (change.kind === 'move') return moved(change, place)
  if (change.kind === 'mixed') return change.order?.[place] ?? place
  return place
}

function moved({ first, length, by }: { first: number; length: number; by: number }, place: number): number {
  if (place >= first && place < first + length) return place + by
  if (by > 0 && place >= first + length && place < first + length + by) return place - length
  return by < 0 && place >= first + by && place < first ? place + length : place
}

/**
 * Sums of the markers' log-likelihoods: `at(place, target)` of one printed place, `run(from, to, by)` of places from … to−1 with the entry meant `by`
 * further, `either(from, to, by)` of the same where each marker means the printed entry or the one `by` further.
 */
export interface Sums {
  readonly places: number
  readonly entries: number
  at(place: number, target: number | null): number
  run(from: number, to: number, by: number): number
  either(from: number, to: number, by: number): number
}

/** The furthest shift, the furthest of two in a row, and the longest block whose move is looked for. */
const FURTHEST = 6
const FURTHEST_OF_TWO = 3
const LONGEST = 12

/** The fewest numbers that a shift must touch: one or two at the end are slips. */
const TOUCHED = 3

/** How much likelier an entry shifts the others when it is there twice. */
const DOUBLED = 4

/** Every change of the list's order that comes near the best one, scored. `doubled` are places of entries that the list holds twice; what is not `counted` can only swap. */
export function changes(sums: Sums, doubled: ReadonlySet<number>, counted: boolean): Hypothesis[] {
  const best = keeper()
  const whole = sums.run(0, sums.places, 0)
  swaps(sums, whole, best.add)
  if (!counted) return best.kept()
  shifts(sums, doubled, best.add)
  twoShifts(sums, best.add)
  if (doubled.size === 0) recounts(sums, best.add)
  moves(sums, whole, best.add)
  return best.kept()
}

/** The change itself is made only where its score is kept: most are not. */
type Add = (score: number, change: () => Change) => void

/** The most hypotheses that are kept, and how far behind the best one may be (natural logarithm). */
const MOST = 400
const BEHIND = 14

function keeper() {
  let list: Hypothesis[] = []
  let top = Number.NEGATIVE_INFINITY
  const cut = (): void => {
    list = list
      .filter((h) => h.score > top - BEHIND)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
  }
  return {
    add(score: number, change: () => Change): void {
      if (score <= top - BEHIND) return
      top = Math.max(top, score)
      list.push({ change: change(), score })
      if (list.length > 4 * MOST) cut()
    },
    kept(): Hypothesis[] {
      cut()
      return list
    },
  }
}

/** Each step further is half as likely. */
const halved = (by: number): number => 0.5 ** Math.abs(by)

/** A run after a step: places whose entry fell out first, then the rest. */
function stepped(sums: Sums, from: number, to: number, by: number): number {
  const lost = by < 0 ? Math.min(-by, to - from) : 0
  let sum = sums.run(from + lost, to, by)
  for (let i = 0; i < lost; i++) sum += sums.at(from + i, null)
  return sum
}

function shifts(sums: Sums, doubled: ReadonlySet<number>, add: Add): void {
  const furthest = Math.min(FURTHEST, sums.entries - 1)
  for (let by = -furthest; by <= furthest; by++)
    for (let from = 0; by !== 0 && from <= sums.places - TOUCHED; from++) {
      const prior = (PRIOR.shift * halved(by) * (doubled.has(from) && by > 0 ? DOUBLED : 1)) / (2 * sums.places)
      const score = sums.run(0, from, 0) + stepped(sums, from, sums.places, by) + Math.log(prior)
      add(score, () => ({ kind: 'shift', steps: [{ from, by }] }))
    }
}

function recounts(sums: Sums, add: Add): void {
  for (let by = 1; by <= Math.min(FURTHEST, sums.entries - 1); by++)
    for (let from = by + 1; from <= sums.places - TOUCHED; from++) {
      const kept = sums.run(0, from - by, 0) + sums.either(from - by, from, by) + sums.run(from, sums.places, by)
      const prior = Math.log((PRIOR.recount * halved(by)) / sums.places)
      add(kept + prior, () => ({ kind: 'recount', from, by }))
    }
}

/** Two shifts in a row: a second entry doubled, or one lost after the first, which ends the shift. */
function twoShifts(sums: Sums, add: Add): void {
  const furthest = Math.min(FURTHEST_OF_TWO, sums.entries - 1)
  for (let by = -furthest; by <= furthest; by++)
    for (let then = -furthest; then <= furthest; then++) {
      if (by === 0 || then === by) continue
      const prior = Math.log((PRIOR.shifts * halved(by) * halved(then - by)) / sums.places ** 2)
      for (let from = 0; from < sums.places - 1; from++) {
        const head = sums.run(0, from, 0)
        for (let second = from + Math.max(2, -by + 1); second < sums.places; second++) {
          const score = head + stepped(sums, from, second, by) + sums.run(second, sums.places, then) + prior
          const steps = (): Step[] => [
            { from, by },
            { from: second, by: then },
          ]
          add(score, () => ({ kind: 'shift', steps: steps() }))
        }
      }
    }
}

function swaps(sums: Sums, whole: number, add: Add): void {
  const near = Array.from({ length: sums.entries }, (_, d) => (d === 0 ? 0 : 1 / d)).reduce((a, b) => a + b, 0)
  for (let a = 0; a < sums.entries; a++)
    for (let b = a + 1; b < sums.entries; b++) {
      const gain = sums.at(a, b) + sums.at(b, a) - sums.at(a, a) - sums.at(b, b)
      const prior = Math.log(PRIOR.swap / ((b - a) * near * sums.entries))
      add(whole + gain + prior, () => ({ kind: 'swap', a, b }))
    }
}

/** A block and its neighbours: the shorter of the two is the one that moved. */
function moves(sums: Sums, whole: number, add: Add): void {
  const prior = Math.log(PRIOR.move / (sums.entries ** 2 * 2))
  for (let first = 0; first < sums.entries; first++)
    for (let length = 1; length <= Math.min(LONGEST, sums.entries - first); length++)
      for (let by = -first; by <= sums.entries - first - length; by++) {
        if (Math.abs(by) < length || (length === 1 && Math.abs(by) === 1)) continue
        const [low, high] = by > 0 ? [first, first + length + by] : [first + by, first + length]
        const between = by > 0 ? sums.run(first + length, high, -length) : sums.run(low, first, length)
        const gain = sums.run(first, first + length, by) + between - sums.run(low, high, 0)
        add(whole + gain + prior - Math.log(length), () => ({ kind: 'move', first, length, by }))
      }
}
