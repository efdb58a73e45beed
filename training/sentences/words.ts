/**
 * Our marked sentences in words, as the program parts them: reads a file of `check.py --json` and writes one object a line, in
 * which every stretch of characters is [first word, last word + 1].
 *
 *     python3 training/sentences/check.py --json > work/marked.jsonl; node training/sentences/words.ts work/marked.jsonl > work/sentences.jsonl
 */
import { readFileSync } from 'node:fs'
import { englishWords } from '../../src/lang/en/words.ts'

type Stretch = [number, number]
interface Marked {
  text: string
  file: string
  line: number
  part: 'train' | 'dev' | 'test'
  reader: string | null
  entities: [string, number, number][]
  predicates: { word: Stretch; roleset: string; factuality: number; roles: [string, number, number][] }[]
  statements: Record<'speaker' | 'cue' | 'content', Stretch | null>[]
  events: { word: Stretch; type: string; mode: string | null; status: string; actors: Stretch[]; recipients: Stretch[] }[]
  none: Stretch[]
}

function inWords(row: Marked) {
  const words = englishWords(row.text, { start: 0, end: row.text.length })
  /** The words that a stretch touches. */
  const of = ([start, end]: Stretch): Stretch => [
    words.findIndex((w) => w.end > start),
    words.findLastIndex((w) => w.start < end) + 1,
  ]
  const labelled = ([label, ...stretch]: [string, number, number]) => [label, ...of(stretch)]
  const maybe = (stretch: Stretch | null) => stretch && of(stretch)
  return {
    ...row,
    words: words.map((w) => row.text.slice(w.start, w.end)),
    entities: row.entities.map(labelled),
    predicates: row.predicates.map((p) => ({ ...p, word: of(p.word), roles: p.roles.map(labelled) })),
    statements: row.statements.map((s) => ({ speaker: maybe(s.speaker), cue: maybe(s.cue), content: maybe(s.content) })),
    events: row.events.map((e) => ({ ...e, word: of(e.word), actors: e.actors.map(of), recipients: e.recipients.map(of) })),
    none: row.none.map(of),
  }
}

for (const line of readFileSync(process.argv[2]!, 'utf8').split('\n'))
  if (line !== '') process.stdout.write(`${JSON.stringify(inWords(JSON.parse(line) as Marked))}\n`)
