import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { titles } from '../lang/en/titles.ts'
import type { Doc, NamedEntity, Office, Person, Reference, TimeExpression } from '../model/index.ts'
import { actorOntology } from '../ontologies/actors.ts'
import { emptyLayers, type Ports } from '../pipeline/index.ts'
import { mention } from './mention.ts'
import { person } from './person.ts'

const ports = { actors: actorOntology(), language: { titles } } as unknown as Ports

/** The persons of hand-parsed sentences in a document of 5 May 2025: names as [sentence, first, last]; every year in figures is a date. */
async function persons(conllu: string, names: readonly [number, number, number][]): Promise<Person[]> {
  const { text, sentences } = sentencesFromConllu(conllu)
  const entities = names.map(([sentence, first, last]): NamedEntity => {
    const { tokens } = sentences[sentence]!
    const span = { start: tokens[first - 1]!.span.start, end: tokens[last - 1]!.span.end }
    return { sentence, tokens: [first, last], span, label: 'PER' }
  })
  const times = [...text.matchAll(/\b(?:19|20)\d\d\b/gu)].map((year): TimeExpression => {
    const span = { start: year.index, end: year.index + 4 }
    return { id: `t${year.index}`, span, type: 'date', anchor: { kind: 'stated', value: year[0], span } }
  })
  return gather(text, { sentences, entities, times })
}

const gather = async (text: string, given: Partial<ReturnType<typeof emptyLayers>>): Promise<Person[]> => {
  const doc = { id: 'd', text, date: { kind: 'known', value: '2025-05-05', from: 'the input', span: null } } as Doc
  const layers = { ...emptyLayers(), ...given }
  const { mentions } = (await mention.run(doc, layers, ports)).layers
  return (await person.run(doc, { ...layers, mentions }, ports)).layers.persons
}

/** An office in short: its words, how and when it was held. */
const short = (o: Office): string => `${o.title} ${o.held} ${o.when.value ?? 'unknown'}`

const APPOSED = `
1 Ana Ana PROPN 9 nsubj
2 Lima Lima PROPN 1 flat SpaceAfter=No
3 , , PUNCT 4 punct
4 Secretary secretary NOUN 1 appos
5 of of ADP 7 case
6 the the DET 7 det
7 Council council NOUN 4 nmod
8 , , PUNCT 4 punct
9 left leave VERB 0 root
10 Peru Peru PROPN 9 obj SpaceAfter=No
11 . . PUNCT 9 punct

1 The the DET 2 det
2 secretary secretary NOUN 3 nsubj
3 slept sleep VERB 0 root SpaceAfter=No
4 . . PUNCT 3 punct

1 Lima Lima PROPN 2 nsubj
2 woke wake VERB 0 root SpaceAfter=No
3 . . PUNCT 2 punct

1 She she PRON 2 nsubj
2 ate eat VERB 0 root SpaceAfter=No
3 . . PUNCT 2 punct`

describe('persons', () => {
  it('keep the office of an apposition, and later “the secretary”, the surname and “she” are theirs', async () => {
    const [lima, ...others] = await persons(APPOSED, [
      [0, 1, 2],
      [2, 1, 1],
    ])
    expect(others).toEqual([])
    expect(lima!.name).toBe('Ana Lima')
    expect(lima!.names).toEqual(['Ana Lima', 'Lima'])
    expect(lima!.mentions).toHaveLength(5)
    expect(lima!.offices).toHaveLength(1)
    expect(lima!.offices[0]).toMatchObject({
      title: 'Secretary of the Council',
      role: 'secretary',
      sentence: 0,
      span: { start: 10, end: 34 },
      held: 'at',
      when: { kind: 'assumed', value: '2025-05-05', span: null },
      why: 'apposition',
    })
  })

  it('take the words right before a name, and the date of the clause', async () => {
    const [lima] = await persons(
      `
1 In in ADP 2 case
2 2019 2019 NUM 8 obl SpaceAfter=No
3 , , PUNCT 2 punct
4 Peruvian peruvian ADJ 5 amod
5 President President PROPN 6 nmod:desc
6 Ana Ana PROPN 8 nsubj
7 Lima Lima PROPN 6 flat
8 visited visit VERB 0 root
9 Chile Chile PROPN 8 obj SpaceAfter=No
10 . . PUNCT 8 punct`,
      [[0, 6, 7]],
    )
    expect(lima!.offices.map(short)).toEqual(['Peruvian President at 2019'])
    expect(lima!.offices[0]).toMatchObject({ code: 'PER', when: { kind: 'assumed' }, why: 'title' })
  })

  it.each([
    ['former', 'before 2025-05-05'],
    ['then', 'at unknown'],
    ['incoming', 'after 2025-05-05'],
    ['acting', 'at 2025-05-05'],
  ])('tell “%s” minister: %s', async (word, extent) => {
    const [lima] = await persons(
      `
1 The the DET 5 det
2 ${word} ${word} ADJ 4 amod
3 Peruvian peruvian ADJ 4 amod
4 minister minister NOUN 5 nmod:desc
5 Ana Ana PROPN 7 nsubj
6 Lima Lima PROPN 5 flat
7 spoke speak VERB 0 root SpaceAfter=No
8 . . PUNCT 7 punct`,
      [[0, 5, 6]],
    )
    expect(lima!.offices.map(short)).toEqual([`${word} Peruvian minister ${extent}`])
  })

  it('do not take “then” of the clause for one of the office', async () => {
    const [sousa] = await persons(
      `
1 But but CCONJ 5 cc
2 then then ADV 5 advmod
3 President President PROPN 4 nmod:desc
4 Sousa Sousa PROPN 5 nsubj
5 spoke speak VERB 0 root SpaceAfter=No
6 . . PUNCT 5 punct`,
      [[0, 4, 4]],
    )
    expect(sousa!.offices.map(short)).toEqual(['President at 2025-05-05'])
  })

  it.each([
    ['until 2019', ['until', '2019'], 'until 2019'],
    ['since 2019', ['since', '2019'], 'since 2019'],
    ['in 2019', ['in', '2019'], 'at 2019'],
  ])('bound an office by its own date: “minister %s”', async (_, [preposition, year], extent) => {
    const [sousa] = await persons(
      `
1 Ana Ana PROPN 9 nsubj
2 Lima Lima PROPN 1 flat SpaceAfter=No
3 , , PUNCT 5 punct
4 trade trade NOUN 5 compound
5 minister minister NOUN 1 appos
6 ${preposition} ${preposition} ADP 7 case
7 ${year} ${year} NUM 5 nmod SpaceAfter=No
8 , , PUNCT 5 punct
9 spoke speak VERB 0 root SpaceAfter=No
10 . . PUNCT 9 punct`,
      [[0, 1, 2]],
    )
    expect(sousa!.offices.map(({ held, when }) => `${held} ${when.value}`)).toEqual([extent])
  })

  it('bound an office by two dates in brackets', async () => {
    const [sousa] = await persons(
      `
1 President President PROPN 2 nmod:desc
2 Sousa Sousa PROPN 8 nsubj
3 ( ( PUNCT 4 punct SpaceAfter=No
4 2010 2010 NUM 2 nmod SpaceAfter=No
5 – – PUNCT 6 punct SpaceAfter=No
6 2015 2015 NUM 4 nmod SpaceAfter=No
7 ) ) PUNCT 4 punct
8 spoke speak VERB 0 root SpaceAfter=No
9 . . PUNCT 8 punct`,
      [[0, 2, 2]],
    )
    expect(sousa!.offices.map(short)).toEqual(['President during 2010/2015'])
  })

  it('read predicates: “who had been minister until 2019”', async () => {
    const [sousa] = await persons(
      `
1 Sousa Sousa PROPN 9 nsubj SpaceAfter=No
2 , , PUNCT 6 punct
3 who who PRON 6 nsubj
4 had have AUX 6 aux
5 been be AUX 6 cop
6 minister minister NOUN 1 acl:relcl
7 until until ADP 8 case
8 2019 2019 NUM 6 obl
9 spoke speak VERB 0 root SpaceAfter=No
10 . . PUNCT 9 punct`,
      [[0, 1, 1]],
    )
    expect(sousa!.offices.map(short)).toEqual(['minister until 2019'])
  })

  const predicate = (verb: string, before = '', year = 'in 2019') => {
    const words = [
      ['Sousa', 'Sousa', 'PROPN', 'nsubj'],
      ...(before === '' ? [] : [before.split(' ')]),
      verb.split(' '),
      ['minister', 'minister', 'NOUN', verb.includes('AUX') ? 'root' : 'xcomp'],
      ...(year === ''
        ? []
        : [
            ['in', 'in', 'ADP', 'case'],
            ['2019', '2019', 'NUM', 'obl'],
          ]),
    ]
    const root = words.findIndex((w) => (verb.includes('AUX') ? w[0] === 'minister' : w[2] === 'VERB')) + 1
    return words
      .map(([form, lemma, upos, deprel], at) => {
        const head = at + 1 === root ? 0 : deprel === 'case' ? at + 2 : root
        return `${at + 1} ${form} ${lemma} ${upos} ${head} ${head === 0 ? 'root' : deprel}`
      })
      .join('\n')
  }

  it.each([
    ['was be AUX cop', '', 'in 2019', ['minister at 2019']],
    ['was be AUX cop', '', '', ['minister before 2025-05-05']],
    ['is be AUX cop', '', '', ['minister at 2025-05-05']],
    ['became become VERB root', '', 'in 2019', ['minister since 2019']],
    ['became become VERB root', '', '', ['minister since unknown']],
    ['become become VERB root', 'will will AUX aux', '', ['minister after 2025-05-05']],
    ['was be AUX cop', 'never never ADV advmod', '', []],
    ['become become VERB root', 'could could AUX aux', '', []],
  ])('read “%s” %s %s', async (verb, before, year, offices) => {
    const [sousa] = await persons(predicate(verb, before, year), [[0, 1, 1]])
    expect(sousa!.offices.map(short)).toEqual(offices)
  })

  it('read appointments and resignations', async () => {
    const found = await persons(
      `
1 Ana Ana PROPN 4 nsubj:pass
2 Lima Lima PROPN 1 flat
3 was be AUX 4 aux:pass
4 appointed appoint VERB 0 root
5 ambassador ambassador NOUN 4 xcomp
6 to to ADP 7 case
7 Peru Peru PROPN 5 nmod
8 in in ADP 9 case
9 2019 2019 NUM 4 obl SpaceAfter=No
10 . . PUNCT 4 punct

1 Rui Rui PROPN 3 nsubj
2 Sousa Sousa PROPN 1 flat
3 resigned resign VERB 0 root
4 as as ADP 5 case
5 chairman chairman NOUN 3 obl
6 in in ADP 7 case
7 2020 2020 NUM 3 obl SpaceAfter=No
8 . . PUNCT 3 punct`,
      [
        [0, 1, 2],
        [1, 1, 2],
      ],
    )
    expect(found.map((p) => [p.name, ...p.offices.map(short)])).toEqual([
      ['Ana Lima', 'ambassador to Peru since 2019'],
      ['Rui Sousa', 'chairman until 2020'],
    ])
  })

  it('have no office by being an ally, a citizen, or beside somebody who has one', async () => {
    const found = await persons(
      `
1 Ana Ana PROPN 8 nsubj
2 Lima Lima PROPN 1 flat SpaceAfter=No
3 , , PUNCT 5 punct
4 an an DET 5 det
5 ally ally NOUN 1 appos
6 of of ADP 9 case
7 the the DET 8 det
8 president president NOUN 5 nmod SpaceAfter=No
9 , , PUNCT 5 punct
10 met meet VERB 0 root
11 President President PROPN 12 nmod:desc
12 Sousa Sousa PROPN 10 obj SpaceAfter=No
13 . . PUNCT 10 punct`
        .replace('1 Ana Ana PROPN 8', '1 Ana Ana PROPN 10')
        .replace('6 of of ADP 9', '6 of of ADP 8'),
      [
        [0, 1, 2],
        [0, 12, 12],
      ],
    )
    expect(found.map((p) => [p.name, ...p.offices.map((o) => o.title)])).toEqual([['Ana Lima'], ['Sousa', 'President']])
  })

  it('read what the parser cuts or hangs elsewhere: “President-elect”, “ex-president”, “Commissioner for Trade Ana Lima”', async () => {
    const found = await persons(
      `
1 President President PROPN 3 compound SpaceAfter=No
2 - - PUNCT 4 punct SpaceAfter=No
3 elect elect PROPN 4 nmod:desc
4 Nuria Nuria PROPN 6 nsubj
5 Vidal Vidal PROPN 4 flat
6 spoke speak VERB 0 root SpaceAfter=No
7 . . PUNCT 6 punct

1 Ex-president ex-president NOUN 2 nmod:desc
2 Rui Rui PROPN 4 nsubj
3 Sousa Sousa PROPN 2 flat
4 spoke speak VERB 0 root SpaceAfter=No
5 . . PUNCT 4 punct

1 Commissioner Commissioner PROPN 6 nsubj
2 for for ADP 3 case
3 Trade Trade PROPN 1 nmod
4 Ana Ana PROPN 6 nsubj
5 Lima Lima PROPN 4 flat
6 spoke speak VERB 0 root SpaceAfter=No
7 . . PUNCT 6 punct`,
      [
        [0, 4, 5],
        [1, 2, 3],
        [2, 4, 5],
      ],
    )
    expect(found.map((p) => [p.name, ...p.offices.map(short)])).toEqual([
      ['Nuria Vidal', 'President-elect after 2025-05-05'],
      ['Rui Sousa', 'Ex-president before 2025-05-05'],
      ['Ana Lima', 'Commissioner for Trade at 2025-05-05'],
    ])
  })

  it('read “elected Ana Lima president”, and a second office that the parser joins to the name', async () => {
    const found = await persons(
      `
1 Parliament parliament NOUN 2 nsubj
2 elected elect VERB 0 root
3 Ana Ana PROPN 2 obj
4 Lima Lima PROPN 3 flat
5 president president NOUN 2 obj SpaceAfter=No
6 . . PUNCT 2 punct

1 Rui Rui PROPN 9 nsubj
2 Sousa Sousa PROPN 1 flat SpaceAfter=No
3 , , PUNCT 4 punct
4 director director NOUN 1 appos
5 and and CCONJ 6 cc
6 member member NOUN 1 conj
7 of of ADP 8 case
8 parliament parliament NOUN 6 nmod
9 spoke speak VERB 0 root SpaceAfter=No
10 . . PUNCT 9 punct`,
      [
        [0, 3, 4],
        [1, 1, 2],
      ],
    )
    expect(found.map((p) => [p.name, ...p.offices.map(short)])).toEqual([
      ['Ana Lima', 'president since unknown'],
      ['Rui Sousa', 'director at 2025-05-05', 'member of parliament at 2025-05-05'],
    ])
  })

  it('share a title in the plural', async () => {
    const found = await persons(
      `
1 Presidents president NOUN 2 nmod:desc
2 Demir Demir PROPN 5 nsubj
3 and and CCONJ 4 cc
4 Sousa Sousa PROPN 2 conj
5 met meet VERB 0 root SpaceAfter=No
6 . . PUNCT 5 punct`,
      [
        [0, 2, 2],
        [0, 4, 4],
      ],
    )
    expect(found.map((p) => [p.name, p.offices.map((o) => o.role)])).toEqual([
      ['Demir', ['president']],
      ['Sousa', ['president']],
    ])
  })

  it('have the offices that the reference list gives them, with the date of the entry', async () => {
    const { sentences, text } = sentencesFromConllu(`
1 Ana Ana PROPN 3 nsubj
2 Lima Lima PROPN 1 flat
3 spoke speak VERB 0 root SpaceAfter=No
4 . . PUNCT 3 punct`)
    const list = [
      'Statement by Ana Lima, Vice Chairman of the Workers’ Party of Korea. KCNA, 2023.',
      'Answer of the Minister of Foreign Affairs of Peru A.B. Lima to a question.',
      'Ana Lima, the city of dreams, ambassador.',
    ]
    let whole = text
    const references = list.map((line): Reference => {
      const start = whole.length + 1
      whole += `\n${line}`
      const issued = line.includes('2023')
        ? { value: '2023', span: { start: whole.length - 5, end: whole.length - 1 } }
        : null
      return { id: line, span: { start, end: whole.length }, fields: { issued } } as unknown as Reference
    })
    const entities: NamedEntity[] = [{ sentence: 0, tokens: [1, 2], span: { start: 0, end: 8 }, label: 'PER' }]
    const [lima] = await gather(whole, { sentences, entities, references })
    expect(lima!.offices.map(short)).toEqual([
      'Vice Chairman of the Workers’ Party of Korea at 2023',
      'Minister of Foreign Affairs of Peru at 2025-05-05',
    ])
    expect(lima!.offices.map((o) => whole.slice(o.span.start, o.span.end))).toEqual(lima!.offices.map((o) => o.title))
    expect(lima!.code).toBe('PRK')
  })
})

describe('somebody’s post', () => {
  const JOINED = `
1 Foreign foreign ADJ 2 amod
2 Minister minister NOUN 3 nmod:desc
3 Ana Ana PROPN 11 nsubj
4 Lima Lima PROPN 3 flat
5 of of ADP 6 case
6 Peru Peru PROPN 2 nmod
7 and and CCONJ 9 cc
8 her her PRON 9 nmod:poss
9 WHAT what NOUN 3 conj
10 Soto Soto PROPN 9 appos
11 left leave VERB 0 root SpaceAfter=No
12 . . PUNCT 11 punct`
  const names: [number, number, number][] = [
    [0, 3, 4],
    [0, 10, 10],
  ]
  const officeOf = async (conllu: string) => (await persons(conllu, names)).find((p) => p.name === 'Soto')!.offices[0]!

  it('is of the office of the one whose it is', async () => {
    expect(await officeOf(JOINED.replace('WHAT what', 'deputy deputy'))).toMatchObject({
      title: 'her deputy',
      role: 'deputy foreign minister',
      code: 'PER',
      sector: 'GOV',
      why: expect.stringContaining('deputy of Ana Lima, “Foreign Minister”'),
    })
  })

  it('is no other office of its own', async () => {
    const [, soto] = await persons(JOINED.replace('WHAT what', 'ambassador ambassador'), names)
    expect(soto!.offices[0]).toMatchObject({ role: 'ambassador' })
    expect(soto!.offices[0]!.why).not.toContain('Lima')
  })
})

describe('an office before a name between commas', () => {
  const BEFORE = `
1 The the DET 2 det
2 head head NOUN 9 nsubj
3 of of ADP 5 case
4 the the DET 5 det
5 Council Council PROPN 2 nmod
6 , , PUNCT 7 punct
7 Ana Ana PROPN 9 nsubj
8 Lima Lima PROPN 7 flat
9 left leave VERB 0 root SpaceAfter=No
10 . . PUNCT 9 punct`
    .replace('9 left', '10 left')
    .replace('10 . . PUNCT 9 punct', '11 . . PUNCT 10 punct')
  const closed = BEFORE.replace(
    '8 Lima Lima PROPN 7 flat',
    '8 Lima Lima PROPN 7 flat SpaceAfter=No\n9 , , PUNCT 7 punct',
  )
    .replace('NOUN 9 nsubj', 'NOUN 10 nsubj')
    .replace('PROPN 9 nsubj', 'PROPN 10 nsubj')

  it('is theirs, wherever the parser hangs the two', async () => {
    const [lima] = await persons(closed, [[0, 7, 8]])
    expect(lima!.offices.map((o) => o.title)).toEqual(['head of the Council'])
  })
})

describe('offices and bodies in a row after a name', () => {
  const ROW = `
1 Ana Ana PROPN 12 nsubj
2 Lima Lima PROPN 1 flat SpaceAfter=No
3 , , PUNCT 4 punct
4 Head head NOUN 1 appos
5 of of ADP 6 case
6 Studies study NOUN 4 nmod SpaceAfter=No
7 , , PUNCT 8 punct
8 Institute Institute PROPN 1 list SpaceAfter=No
9 , , PUNCT 11 punct
10 Board board NOUN 11 compound
11 Member member NOUN 8 appos
12 left leave VERB 0 root SpaceAfter=No
13 . . PUNCT 12 punct`

  it('are each an office of theirs, and bodies none', async () => {
    const [lima] = await persons(ROW, [[0, 1, 2]])
    expect(lima!.offices.map((o) => o.title)).toEqual(['Head of Studies', 'Board Member'])
  })
})
