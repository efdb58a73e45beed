/**
 * The best tree over head scores (Chu and Liu 1965, Edmonds 1967), with exactly one word under the root.
 * `score(dependent, head)`: dependents count from 1 to n, heads from 0 (the root). Returns the head of words 1 … n.
 */
export function bestTree(n: number, score: (dependent: number, head: number) => number): number[] {
  if (n === 0) return []
  const scores = matrixOf(n, score)
  const spread = scores.reduce((sum, row) => sum + rangeOf(row), 1)
  // Every tree has a word under the root; a price on each beyond all that words can gain leaves exactly one (Stanojević and Cohen 2021).
  for (const row of scores.slice(1)) row[0]! -= spread
  return maximumBranching(scores).slice(1)
}

function matrixOf(n: number, score: (dependent: number, head: number) => number): Float64Array[] {
  return Array.from({ length: n + 1 }, (_, d) =>
    Float64Array.from({ length: n + 1 }, (_, h) => (d === 0 || d === h ? -Infinity : score(d, h))),
  )
}

/** The greatest of a row's scores less the least; what is no head does not count. */
function rangeOf(row: Float64Array): number {
  const known = row.filter(Number.isFinite)
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known)
}

/** Heads of nodes 1 … in `scores[dependent][head]`; entry 0 is unused. */
function maximumBranching(scores: readonly Float64Array[]): number[] {
  const n = scores.length
  const heads = new Array<number>(n).fill(0)
  for (let d = 1; d < n; d++) {
    let best = 0
    for (let h = 0; h < n; h++) if (scores[d]![h]! > scores[d]![best]!) best = h
    heads[d] = best
  }
  const cycle = cycleIn(heads)
  if (cycle === null) return heads
  const inCycle = new Set(cycle)
  const outside = [...Array(n).keys()].filter((v) => !inCycle.has(v))
  const place = new Map(outside.map((v, i) => [v, i]))
  const c = outside.length
  const contracted = Array.from({ length: c + 1 }, () => new Float64Array(c + 1).fill(-Infinity))
  const enters = new Array<number>(c).fill(0)
  const leaves = new Array<number>(c).fill(0)
  const cycleTotal = cycle.reduce((sum, v) => sum + scores[v]![heads[v]!]!, 0)
  for (const v of outside) {
    const i = place.get(v)!
    for (const w of outside) if (v !== 0 && v !== w) contracted[i]![place.get(w)!] = scores[v]![w]!
    for (const u of cycle) {
      const into = cycleTotal - scores[u]![heads[u]!]! + scores[u]![v]!
      if (into > contracted[c]![i]!) {
        contracted[c]![i] = into
        enters[i] = u
      }
      if (v !== 0 && scores[v]![u]! > contracted[i]![c]!) {
        contracted[i]![c] = scores[v]![u]!
        leaves[i] = u
      }
    }
  }
  const inner = maximumBranching(contracted)
  for (const v of outside) {
    if (v === 0) continue
    const i = place.get(v)!
    heads[v] = inner[i] === c ? leaves[i]! : outside[inner[i]!]!
  }
  const from = inner[c]!
  heads[enters[from]!] = outside[from]!
  return heads
}

function cycleIn(heads: readonly number[]): number[] | null {
  const state = new Uint8Array(heads.length)
  for (let start = 1; start < heads.length; start++) {
    const path: number[] = []
    let v = start
    while (v !== 0 && state[v] === 0) {
      state[v] = 1
      path.push(v)
      v = heads[v]!
    }
    if (v !== 0 && state[v] === 1) return path.slice(path.indexOf(v))
    for (const u of path) state[u] = 2
  }
  return null
}
