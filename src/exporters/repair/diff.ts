/** Lines shown before and after each change. */
const AROUND = 3

/** The unified diff of two texts whose lines stand for one another, as they do when only numbers in them were changed; '' when nothing was. */
export function unifiedDiff(
  before: string,
  after: string,
  names: { readonly from: string; readonly to: string },
): string {
  const [a, b] = [lines(before), lines(after)]
  const changed = a.flatMap((line, i) => (line === b[i] ? [] : [i]))
  if (changed.length === 0) return ''
  return [`--- ${names.from}`, `+++ ${names.to}`, ...hunks(changed, a.length).flatMap((h) => hunk(h, a, b))]
    .join('\n')
    .concat('\n')
}

const lines = (text: string): string[] => {
  const all = text.split('\n')
  if (all.at(-1) === '') all.pop()
  return all.map((line) => line.replace(/\r$/u, ''))
}

interface Hunk {
  readonly from: number
  to: number
}

/** Stretches of lines around changes, those that touch joined. */
function hunks(changed: readonly number[], count: number): Hunk[] {
  const out: Hunk[] = []
  for (const i of changed) {
    const [from, to] = [Math.max(0, i - AROUND), Math.min(count, i + AROUND + 1)]
    const last = out.at(-1)
    if (last !== undefined && from <= last.to) last.to = to
    else out.push({ from, to })
  }
  return out
}

function hunk({ from, to }: Hunk, a: readonly string[], b: readonly string[]): string[] {
  const size = `${from + 1},${to - from}`
  const body: string[] = []
  for (let i = from; i < to; i++) {
    let end = i
    while (end < to && a[end] !== b[end]) end++
    if (end === i) body.push(` ${a[i]}`)
    else {
      body.push(...a.slice(i, end).map((l) => `-${l}`), ...b.slice(i, end).map((l) => `+${l}`))
      i = end - 1
    }
  }
  return [`@@ -${size} +${size} @@`, ...body]
}
