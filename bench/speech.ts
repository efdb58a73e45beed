import type { Statement } from '../src/model/index.ts'
import type { Marked } from './marked.ts'

type Stretch = readonly [number, number]
interface Told {
  readonly speaker: readonly Stretch[]
  readonly cue: readonly Stretch[]
  readonly content: readonly Stretch[]
}

/** Right, gold and found, for each part of a statement (overlap) and for all three. */
export type SpeechCounts = Record<'speaker' | 'cue' | 'content' | 'all three', [number, number, number]>

/** Compares the statements found in a marked sentence, moved by `shift`, with those marked; pairs go by most overlap, as in `score.py`. */
export function compareSpeech(row: Marked, found: readonly Statement[], shift: number): SpeechCounts {
  const gold = joined(row)
  const made = found.map((s): Told => {
    const at = (span: { start: number; end: number }): Stretch => [span.start - shift, span.end - shift]
    return {
      speaker: s.speaker === null ? [] : [at(s.speaker)],
      cue: s.cue === null ? [] : [at(s.cue)],
      content: s.content.map(at),
    }
  })
  const ranked = gold
    .flatMap((g) => made.map((m) => ({ g, m, n: common(g.content, m.content) + common(g.cue, m.cue) })))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
  const pairs = new Map<Told, Told>()
  const taken = new Set<Told>()
  for (const { g, m } of ranked)
    if (!pairs.has(g) && !taken.has(m)) {
      pairs.set(g, m)
      taken.add(m)
    }
  const count = (part: keyof Told): [number, number, number] => [
    [...pairs].filter(([g, m]) => common(g[part], m[part]) > 0).length,
    gold.filter((g) => g[part].length > 0).length,
    made.filter((m) => m[part].length > 0).length,
  ]
  const whole = [...pairs].filter(([g, m]) =>
    (['speaker', 'cue', 'content'] as const).every((part) => g[part].length === 0 || common(g[part], m[part]) > 0),
  ).length
  return {
    speaker: count('speaker'),
    cue: count('cue'),
    content: count('content'),
    'all three': [whole, gold.length, made.length],
  }
}

/** One statement for the marks of one speaker and cue: a content in pieces has a mark for each. */
function joined(row: Marked): Told[] {
  const byCue = new Map<string, { speaker: Stretch[]; cue: Stretch[]; content: Stretch[] }>()
  row.statements.forEach(({ speaker, cue, content }, i) => {
    const key = cue === null ? `${i}` : `${cue} ${speaker}`
    const one = byCue.get(key) ?? {
      speaker: speaker === null ? [] : [speaker],
      cue: cue === null ? [] : [cue],
      content: [],
    }
    if (content !== null) one.content.push(content)
    byCue.set(key, one)
  })
  return [...byCue.values()]
}

const common = (a: readonly Stretch[], b: readonly Stretch[]): number =>
  a.reduce((sum, x) => sum + b.reduce((n, y) => n + Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0])), 0), 0)
