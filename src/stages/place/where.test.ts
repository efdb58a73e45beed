import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import type { ActorRef, Mention } from '../../model/index.ts'
import { treeOf } from '../attribute/tree.ts'
import { whereOf } from './where.ts'

const PLACES: Readonly<Record<string, readonly [kind: ActorRef['kind'], code: string | null]>> = {
  Doha: ['place', 'QAT'],
  Oslo: ['state', 'NOR'],
  Yemen: ['state', 'YEM'],
  Belarus: ['state', 'BLR'],
  Poland: ['state', 'POL'],
  Yalu: ['place', null],
  Geneva: ['place', 'CHE'],
  Minsk: ['state', 'BLR'],
  Somali: ['state', 'SOM'],
}

/** Where the verb (or the word named) of a sentence is set, as “relation | text | country”. */
function where(conllu: string, act = 'root', taken: readonly string[] = []): string {
  const { text, sentences } = sentencesFromConllu(conllu)
  const [sentence] = sentences
  const tree = treeOf(sentence!)
  const textOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const mentionAt = (id: number): Mention | null => {
    const token = tree.token(id)!
    const known = PLACES[token.form]
    if (known === undefined) return null
    const actor: ActorRef = { name: token.form, kind: known[0], code: known[1], sector: null }
    const form = token.upos === 'ADJ' ? 'adjective' : 'name'
    return { id: `m${id}`, sentence: 0, span: token.span, head: id, form, actor, members: [], why: 'a test' }
  }
  const head = sentence!.tokens.find((t) => (act === 'root' ? t.head === 0 : t.form === act))!
  const found = whereOf(
    {
      tree,
      mentionAt,
      textOf,
      isPlaceName: (id) => tree.token(id)!.form in PLACES,
      isTaken: (id) => taken.includes(tree.token(id)!.form),
    },
    [head.id],
  )
  return found === null ? '-' : `${found.relation} | ${found.text} | ${found.country}`
}

/** "They met" and a prepositional phrase of a name. */
const met = (preposition: string, name: string) => `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 ${preposition} ${preposition} ADP 4 case
4 ${name} ${name} PROPN 2 obl`

/** "They met PREPOSITION the NOUN OF NAME". */
const part = (preposition: string, noun: string, of: string, name: string, hangs = 'nmod') => `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 ${preposition} ${preposition} ADP 5 case
4 the the DET 5 det
5 ${noun} ${noun} NOUN 2 obl
6 ${of} ${of} ADP 7 case
7 ${name} ${name} PROPN ${hangs === 'nmod' ? 5 : 2} ${hangs}`

const described = (adjective: string, noun: string) => `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 the the DET 5 det
4 ${adjective} ${adjective} ${adjective === 'Somali' ? 'ADJ' : 'PROPN'} 5 ${adjective === 'Somali' ? 'amod' : 'compound'}
5 ${noun} ${noun} NOUN 2 obj`

describe('where something is set', () => {
  it('is a place after a preposition of place', () => {
    expect(where(met('in', 'Doha'))).toBe('in | Doha | QAT')
    expect(where(met('along', 'Yalu'))).toBe('along | Yalu | null')
    expect(where(met('across', 'Yemen'))).toBe('across | Yemen | YEM')
    expect(where(met('off', 'Yemen'))).toBe('off | Yemen | YEM')
  })

  it('is no place after another preposition, nor a side of the act', () => {
    expect(where(met('with', 'Yemen'))).toBe('-')
    expect(where(met('over', 'Yemen'))).toBe('-')
    expect(where(met('on', 'Yemen'))).toBe('-')
    expect(where(met('in', 'Yemen'), 'root', ['Yemen'])).toBe('-')
  })

  it('is a part or an edge of a place', () => {
    expect(where(part('off', 'coast', 'of', 'Yemen'))).toBe('off the coast of | Yemen | YEM')
    expect(where(part('in', 'north', 'of', 'Yemen'))).toBe('in the north of | Yemen | YEM')
    expect(where(part('on', 'border', 'with', 'Belarus'))).toBe('on | the border with Belarus | null')
    expect(where(part('on', 'border', 'with', 'Belarus', 'obl'))).toBe('on | the border with Belarus | null')
    expect(where(part('on', 'question', 'of', 'Yemen'))).toBe('-')
    expect(where(part('in', 'interest', 'of', 'Yemen'))).toBe('-')
  })

  it('lies between two where both are named', () => {
    expect(
      where(`
1 They they PRON 2 nsubj
2 clashed clash VERB 0 root
3 on on ADP 5 case
4 the the DET 5 det
5 border border NOUN 2 obl
6 between between ADP 7 case
7 Poland Poland PROPN 5 nmod
8 and and CCONJ 9 cc
9 Belarus Belarus PROPN 7 conj`),
    ).toBe('on | the border between Poland and Belarus | null')
  })

  it('is the seat before a noun of meeting, not what an agreement is called after', () => {
    expect(where(described('Geneva', 'talks'))).toBe('seat | Geneva | CHE')
    expect(where(described('Minsk', 'agreements'))).toBe('-')
    expect(where(described('Somali', 'talks'))).toBe('-')
  })

  it('is where the meeting is held that is told of', () => {
    expect(
      where(`
1 They they PRON 2 nsubj
2 spoke speak VERB 0 root
3 at at ADP 5 case
4 a a DET 5 det
5 briefing briefing NOUN 2 obl
6 in in ADP 7 case
7 Oslo Oslo PROPN 5 nmod`),
    ).toBe('in | Oslo | NOR')
    expect(
      where(
        `
1 Talks talk NOUN 5 nsubj
2 held hold VERB 1 acl
3 in in ADP 4 case
4 Doha Doha PROPN 2 obl
5 failed fail VERB 0 root`,
        'Talks',
      ),
    ).toBe('in | Doha | QAT')
  })
})
