import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'

/** A sentence of ours with its marked events; stretches are [start, end) in its text. */
export interface Marked {
  readonly text: string
  readonly part: 'train' | 'dev' | 'test'
  readonly file: string
  readonly events: readonly MarkedEvent[]
  readonly statements: readonly Record<'speaker' | 'cue' | 'content', [number, number] | null>[]
}

export interface MarkedEvent {
  readonly word: [number, number]
  readonly type: string
  readonly status: string
  readonly actors: readonly [number, number][]
  readonly recipients: readonly [number, number][]
}

/** All sentences of `training/sentences`, as `check.py` reads them. */
export function markedSentences(): Marked[] {
  const script = join(resolve(import.meta.dirname, '..'), 'training/sentences/check.py')
  return execute(script)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Marked)
}

/** What the script prints, also where it ends with a complaint about a file. */
function execute(script: string): string {
  try {
    return execFileSync('python3', [script, '--json'], {
      maxBuffer: 1 << 29,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
  } catch (error) {
    return String((error as { stdout?: Buffer }).stdout ?? '')
  }
}

export const overlap = ([a, b]: readonly [number, number], s: { start: number; end: number } | null): boolean =>
  s !== null && a < s.end && s.start < b
