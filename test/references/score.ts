/**
 * How well markers are judged and lists explained:
 *   node test/references/score.ts [--heldout] [--model] [--times N] [--misses] [NAME…]
 * Without --model sentences and statements are left out, as in the fast tests; with it the whole reading is made.
 */

import { breaks } from './break.ts'
import { type Comparison, compare, figures } from './compare.ts'
import { type Folder, papers } from './documents.ts'
import { writePaper } from './paper.ts'
import { type ReadingOf, readerOf } from './reading.ts'

export interface Row {
  readonly name: string
  readonly way: string
  readonly how: string
  readonly sound: boolean
  readonly c: Comparison
}

/** Judges every document of a folder as it is and broken in every way, `times` each. */
export async function rows(
  folder: Folder,
  times: number,
  read: ReadingOf,
  only: (name: string) => boolean = () => true,
) {
  const out: Row[] = []
  for (const { name, text, paper } of papers(folder)) {
    if (!only(name)) continue
    const sound = { paper, cause: { kind: 'none' }, how: 'as it is' } as const
    out.push({ name, way: 'sound', how: sound.how, sound: true, c: compare(sound, await read(name, text)) })
    for (const { way, broken } of breaks(paper, times, name))
      out.push({
        name,
        way,
        how: broken.how,
        sound: false,
        c: compare(broken, await read(name, writePaper(broken.paper))),
      })
  }
  return out
}

const percent = (x: number): string => (Number.isNaN(x) ? '–' : x.toFixed(3))

export function table(all: readonly Row[]): string {
  const groups = [
    ...[...new Set(all.map((r) => r.way))].map((way) => [way, all.filter((r) => r.way === way)] as const),
    ...[...new Set(all.map((r) => r.name))].map((name) => [name, all.filter((r) => r.name === name)] as const),
    ['all', all] as const,
  ]
  const lines = groups.map(([name, some]) => {
    const f = figures(some)
    return `| ${name} | ${f.documents} | ${[f.explained, f.precision, f.recall, f.mended, f.found].map(percent).join(' | ')} | ${f.soundAlarms}/${f.soundMarkers} (${f.soundDoubtful}) | ${f.soundFindings} |`
  })
  return [
    '| | broken documents | explained | precision | recall | mended | markers read | false alarms in sound ones (doubtful) | false findings in sound ones |',
    '|---|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n')
}

if (import.meta.main) {
  const args = process.argv.slice(2)
  const times = args.includes('--times') ? Number(args[args.indexOf('--times') + 1]) : 3
  const names = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--times')
  const read = await readerOf(args.includes('--model'))
  const all = await rows(
    args.includes('--heldout') ? 'heldout' : 'documents',
    times,
    read,
    (name) => names.length === 0 || names.some((n) => name.startsWith(n)),
  )
  if (args.includes('--misses'))
    for (const r of all)
      if (!r.c.explained || r.c.misses.length > 0)
        console.log(
          [`${r.name}, ${r.way} (${r.how}): ${r.c.said}${r.c.explained ? '' : ' — WRONG'}`, ...r.c.misses].join(
            '\n    ',
          ),
        )
  console.log(table(all))
}
