import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openReader } from '../src/engines/onnx.ts'
import { englishWords } from '../src/lang/en/words.ts'

/**
 * Parses the raw paragraphs of a CoNLL-U file end to end and prints F1 as the CoNLL 2018 shared task defines it: words, sentences (exact
 * characters), UPOS, UAS and LAS (without subtypes) of words whose characters are right, over all words of both sides.
 *
 *     node_modules/.bin/node bench/parse.ts FILE.conllu
 */
interface Word {
  start: number
  end: number
  upos: string
  /** Characters of the head, or 'root'. */
  head: string
  deprel: string
}
interface Paragraph {
  text: string
  sentences: string[]
  words: Word[]
}

function paragraphsOf(conllu: string): Paragraph[] {
  const out: Paragraph[] = []
  for (const block of conllu.split(/\n\n+/u)) {
    const lines = block.split('\n')
    const text = lines.find((l) => l.startsWith('# text = '))?.slice(9)
    if (text === undefined) continue
    if (out.length === 0 || lines.some((l) => /^# new(?:doc|par)/u.test(l)))
      out.push({ text: '', sentences: [], words: [] })
    const paragraph = out.at(-1)!
    if (paragraph.text !== '') paragraph.text += ' '
    const offset = paragraph.text.length
    paragraph.text += text
    paragraph.sentences.push(`${offset}-${paragraph.text.length}`)
    const rows = lines.map((l) => l.split('\t')).filter((c) => /^\d+$/u.test(c[0]!))
    let at = 0
    const spans = rows.map(([, form]) => {
      const found = text.indexOf(form!, at)
      const start = found >= 0 && text.slice(at, found).trim() === '' ? found : at
      at = start + form!.length
      return { start: offset + start, end: offset + at }
    })
    rows.forEach((c, i) => {
      const head = spans[Number(c[6]) - 1]
      paragraph.words.push({
        ...spans[i]!,
        upos: c[3]!,
        head: head === undefined ? 'root' : `${head.start}-${head.end}`,
        deprel: c[7]!.split(':')[0]!,
      })
    })
  }
  return out
}

const root = resolve(import.meta.dirname, '..')
const reader = await openReader(join(root, 'models', 'reader'))
const right = { words: 0, sentences: 0, upos: 0, uas: 0, las: 0 }
const all = { gold: 0, found: 0, goldSentences: 0, foundSentences: 0 }
for (const paragraph of paragraphsOf(readFileSync(process.argv[2]!, 'utf8'))) {
  const spans = englishWords(paragraph.text, { start: 0, end: paragraph.text.length })
  const gold = new Map(paragraph.words.map((w) => [`${w.start}-${w.end}`, w]))
  const goldSentences = new Set(paragraph.sentences)
  all.gold += gold.size
  all.found += spans.length
  all.goldSentences += goldSentences.size
  for (const sentence of await reader.read(spans.map((s) => paragraph.text.slice(s.start, s.end)))) {
    const [first, end] = sentence.words
    all.foundSentences++
    if (goldSentences.has(`${spans[first]!.start}-${spans[end - 1]!.end}`)) right.sentences++
    for (let i = first; i < end; i++) {
      const word = gold.get(`${spans[i]!.start}-${spans[i]!.end}`)
      if (word === undefined) continue
      right.words++
      const head = sentence.heads[i - first]!
      const at = head === 0 ? null : spans[first + head - 1]!
      const headRight = word.head === (at === null ? 'root' : `${at.start}-${at.end}`)
      right.upos += Number(sentence.upos[i - first] === word.upos)
      right.uas += Number(headRight)
      right.las += Number(headRight && sentence.deprels[i - first]!.split(':')[0] === word.deprel)
    }
  }
}
await reader.close()
const f1 = (n: number, gold: number, found: number): string => ((2 * n) / (gold + found)).toFixed(4)
console.log(`sentences ${f1(right.sentences, all.goldSentences, all.foundSentences)}`)
for (const name of ['words', 'upos', 'uas', 'las'] as const)
  console.log(`${name} ${f1(right[name], all.gold, all.found)}`)
