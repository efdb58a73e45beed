/** How much transitions count against the words' own scores; found on EWT dev. */
const WEIGHT = 0.3
/** A transition that BIO forbids. */
const NEVER = -50

/**
 * The best sequence of BIO tags (Viterbi 1967) over scores [words × tags], as tag numbers. `transitions[from][to]` is the log ratio
 * by which a tag is likelier after another than by itself. `training/reader/evaluate.py` does the same.
 */
export function bestTags(
  scores: Float32Array,
  words: number,
  transitions: readonly (readonly number[])[],
  opens: readonly boolean[],
): number[] {
  const tags = opens.length
  if (words === 0) return []
  let best = Array.from({ length: tags }, (_, t) => scores[t]! + (opens[t] ? 0 : NEVER))
  const back: number[][] = []
  for (let w = 1; w < words; w++) {
    const pointers: number[] = []
    const next: number[] = []
    for (let to = 0; to < tags; to++) {
      let from = 0
      let value = Number.NEGATIVE_INFINITY
      for (let f = 0; f < tags; f++) {
        const step = transitions[f]![to]!
        const v = best[f]! + (step <= NEVER ? NEVER : WEIGHT * step)
        if (v > value) {
          value = v
          from = f
        }
      }
      pointers.push(from)
      next.push(value + scores[w * tags + to]!)
    }
    back.push(pointers)
    best = next
  }
  let last = best.indexOf(Math.max(...best))
  const path = [last]
  for (const pointers of back.reverse()) {
    last = pointers[last]!
    path.push(last)
  }
  return path.reverse()
}
