import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { titles } from '../lang/en/titles.ts'
import type { Doc, Mention, NamedEntity } from '../model/index.ts'
import { actorOntology } from '../ontologies/actors.ts'
import { gazetteer } from '../ontologies/gazetteer.ts'
import type { Ports } from '../pipeline/index.ts'
import { mention } from './mention.ts'

const ports = { actors: actorOntology(), gazetteer: gazetteer(), language: { titles } } as unknown as Ports

/** Mentions of hand-parsed sentences; names by the language model are given as [sentence, first, last, label], persons without a label. */
async function mentions(
  conllu: string,
  names: readonly [number, number, number, NamedEntity['label']?][] = [],
): Promise<(Mention & { text: string })[]> {
  const { text, sentences } = sentencesFromConllu(conllu)
  const entities = names.map(([sentence, first, last, label = 'PER']): NamedEntity => {
    const { tokens } = sentences[sentence]!
    return {
      sentence,
      tokens: [first, last],
      span: { start: tokens[first - 1]!.span.start, end: tokens[last - 1]!.span.end },
      label,
    }
  })
  const { layers } = await mention.run({ id: 'd', text } as Doc, { sentences, entities }, ports)
  return layers.mentions.map((m) => ({ ...m, text: text.slice(m.span.start, m.span.end) }))
}

const VISIT = `
1 The the DET 4 det
2 Turkish turkish ADJ 4 amod
3 foreign foreign ADJ 4 amod
4 minister minister NOUN 7 nsubj
5 Ada Ada PROPN 4 flat
6 Demir Demir PROPN 5 flat
7 visited visit VERB 0 root
8 Athens Athens PROPN 7 obj SpaceAfter=No
9 . . PUNCT 7 punct

1 Demir Demir PROPN 2 nsubj
2 met meet VERB 0 root
3 Greek greek ADJ 4 amod
4 troops troop NOUN 2 obj SpaceAfter=No
5 . . PUNCT 2 punct

1 She she PRON 2 nsubj
2 left leave VERB 0 root
3 on on ADP 4 case
4 foot foot NOUN 2 obl SpaceAfter=No
5 . . PUNCT 2 punct`

describe('mentions', () => {
  it('gives a person the state and sector of the phrase, and carries them on to surname and pronoun', async () => {
    const found = await mentions(VISIT, [
      [0, 5, 6],
      [1, 1, 1],
    ])
    expect(found.find((m) => m.text === 'The Turkish foreign minister Ada Demir')!.actor).toEqual({
      name: 'Ada Demir',
      kind: 'person',
      code: 'TUR',
      sector: 'GOV',
    })
    expect(found.find((m) => m.text === 'Demir')!.actor).toMatchObject({ name: 'Ada Demir', code: 'TUR' })
    expect(found.find((m) => m.text === 'She')).toMatchObject({ form: 'pronoun', actor: { name: 'Ada Demir' } })
  })

  it('knows capitals as governments, and troops by their adjective', async () => {
    const found = await mentions(VISIT, [
      [0, 5, 6],
      [1, 1, 1],
    ])
    expect(found.find((m) => m.text === 'Athens')!.actor).toMatchObject({ code: 'GRC', sector: 'GOV' })
    expect(found.find((m) => m.text === 'Greek troops')!.actor).toMatchObject({
      code: 'GRC',
      sector: 'MIL',
      kind: 'group',
    })
    expect(found.find((m) => m.text === 'Greek')).toMatchObject({ form: 'adjective' })
    expect(found.some((m) => m.text.includes('foot'))).toBe(false)
  })

  it('guesses no state that the document does not say', async () => {
    const [found] = await mentions(
      '1 President President PROPN 3 nsubj\n2 Silva Silva PROPN 1 flat\n3 spoke speak VERB 0 root\n4 . . PUNCT 3 punct',
      [[0, 2, 2]],
    )
    expect(found).toMatchObject({
      actor: { kind: 'person', name: 'Silva', code: null, sector: 'GOV' },
      why: 'person; the document says no state',
    })
  })

  it('lets “both countries” stand for the two named last', async () => {
    const found = await mentions(`
1 Chile Chile PROPN 4 nsubj
2 and and CCONJ 3 cc
3 Peru Peru PROPN 1 conj
4 talked talk VERB 0 root
5 . . PUNCT 4 punct

1 Both both DET 2 det
2 countries country NOUN 3 nsubj
3 agreed agree VERB 0 root
4 . . PUNCT 3 punct`)
    expect(found.at(-1)).toMatchObject({ text: 'Both countries', members: [{ code: 'CHL' }, { code: 'PER' }] })
  })

  it('takes a council for the state’s own where its phrase names a state', async () => {
    const found = await mentions(`
1 The the DET 3 det
2 Security Security PROPN 3 compound
3 Council Council PROPN 6 nsubj
4 of of ADP 5 case
5 Georgia Georgia PROPN 3 nmod
6 met meet VERB 0 root
7 . . PUNCT 6 punct`)
    expect(found.find((m) => m.text.startsWith('The Security Council'))!.actor).toMatchObject({
      code: 'GEO',
      kind: 'organisation',
    })
  })

  it('takes “Bosnian Serbs” for people of Bosnia, and “al-Qaeda” for one name', async () => {
    const found = await mentions(`
1 Bosnian Bosnian ADJ 2 amod
2 Serbs Serb PROPN 3 nsubj
3 fought fight VERB 0 root
4 al al PROPN 6 compound SpaceAfter=No
5 - - PUNCT 6 punct SpaceAfter=No
6 Qaeda Qaeda PROPN 3 obj SpaceAfter=No
7 . . PUNCT 3 punct

1 Serbs Serb PROPN 2 nsubj
2 left leave VERB 0 root
3 . . PUNCT 2 punct`)
    expect(found.find((m) => m.text === 'Bosnian Serbs')!.actor.code).toBe('BIH')
    expect(found.find((m) => m.text === 'Serbs')!.actor.code).toBe('SRB')
    expect(found.find((m) => m.text === 'al-Qaeda')!.actor).toMatchObject({ code: 'IMG', kind: 'group' })
  })
})

/** The code of the mention with these words, or the codes that it stands for. */
const codesOf = (found: readonly (Mention & { text: string })[], text: string): (string | null)[] | string | null => {
  const mention = found.findLast((m) => m.text === text)
  if (mention === undefined) return 'no mention'
  return mention.members.length > 0 ? mention.members.map((m) => m.code) : mention.actor.code
}

describe('whose a phrase is', () => {
  it('is of each state that it joins', async () => {
    const found = await mentions(`
1 The the DET 5 det
2 Greek Greek ADJ 5 amod
3 and and CCONJ 4 cc
4 Turkish Turkish ADJ 2 conj
5 ministers minister NOUN 6 nsubj
6 met meet VERB 0 root
7 the the DET 8 det
8 presidents president NOUN 6 obj
9 of of ADP 10 case
10 France France PROPN 8 nmod
11 and and CCONJ 12 cc
12 Mali Mali PROPN 10 conj

1 The the DET 2 det
2 president president NOUN 7 nsubj
3 of of ADP 4 case
4 France France PROPN 2 nmod
5 also also ADV 7 advmod
6 quickly quickly ADV 7 advmod
7 left leave VERB 0 root`)
    expect(codesOf(found, 'The Greek and Turkish ministers')).toEqual(['GRC', 'TUR'])
    expect(codesOf(found, 'the presidents of France and Mali')).toEqual(['FRA', 'MLI'])
    expect(codesOf(found, 'The president of France')).toBe('FRA')
    expect(found.find((m) => m.text === 'Turkish')!.form).toBe('adjective')
  })

  it('is not of the one that it stands in a bond with, nor of its host', async () => {
    const found = await mentions(`
1 Peru Peru PROPN 3 nmod:poss SpaceAfter=No
2 's 's PART 1 case
3 neighbor neighbor NOUN 4 nsubj
4 closed close VERB 0 root
5 an a DET 6 det
6 embassy embassy NOUN 4 obj
7 in in ADP 8 case
8 Quito Quito PROPN 6 nmod

1 Rebels rebel NOUN 4 nsubj
2 in in ADP 3 case
3 Chad Chad PROPN 1 nmod
4 fled flee VERB 0 root`)
    expect(codesOf(found, "Peru's neighbor")).toBeNull()
    expect(codesOf(found, 'an embassy in Quito')).toBeNull()
    expect(codesOf(found, 'Rebels in Chad')).toBe('TCD')
  })

  it('is of the one who leads it, not of the one who backs it', async () => {
    const found = await mentions(`
1 Norwegian Norwegian ADJ 3 obl:unmarked SpaceAfter=No
2 - - PUNCT 1 punct SpaceAfter=No
3 backed back VERB 4 amod
4 rebels rebel NOUN 5 nsubj
5 fled flee VERB 0 root
6 the the DET 10 det
7 Omani Omani ADJ 9 compound SpaceAfter=No
8 - - PUNCT 7 punct SpaceAfter=No
9 led lead VERB 10 amod
10 mission mission NOUN 5 obj`)
    expect(codesOf(found, 'Norwegian-backed rebels')).toBeNull()
    expect(codesOf(found, 'the Omani-led mission')).toBe('OMN')
  })

  it('does not take descent for a state', async () => {
    const found = await mentions(`
1 Ethnic ethnic ADJ 2 amod
2 Albanians Albanian PROPN 5 nsubj
3 in in ADP 4 case
4 Serbia Serbia PROPN 2 nmod
5 met meet VERB 0 root
6 Albanians Albanian PROPN 5 obj`)
    expect(codesOf(found, 'Ethnic Albanians in Serbia')).toBe('SRB')
    expect(codesOf(found, 'Albanians')).toBe('ALB')
  })

  it('takes people for those of the state that they live or act in, where the words say it', async () => {
    const found = await mentions(`
1 The the DET 3 det
2 Russian Russian ADJ 3 amod
3 minority minority NOUN 6 nsubj
4 of of ADP 5 case
5 Latvia Latvia PROPN 3 nmod
6 met meet VERB 0 root
7 the the DET 9 det
8 Russian Russian ADJ 9 amod
9 population population NOUN 6 obj

1 Ethnic ethnic ADJ 2 amod
2 Albanians Albanian PROPN 3 nsubj
3 marched march VERB 0 root
4 in in ADP 5 case
5 Serbia Serbia PROPN 3 obl
6 with with ADP 8 case
7 ethnic ethnic ADJ 8 amod
8 Serbs Serb PROPN 3 obl`)
    expect(codesOf(found, 'The Russian minority of Latvia')).toBe('LVA')
    expect(codesOf(found, 'the Russian population')).toBe('RUS')
    expect(codesOf(found, 'Ethnic Albanians')).toBe('SRB')
    expect(codesOf(found, 'ethnic Serbs')).toBeNull()
  })

  it('is of the one that its pronoun stands for', async () => {
    const found = await mentions(`
1 Estonia Estonia PROPN 2 nsubj
2 moved move VERB 0 root
3 its its PRON 4 nmod:poss
4 soldiers soldier NOUN 2 obj
5 with with ADP 7 case
6 its its PRON 7 nmod:poss
7 allies ally NOUN 2 obl`)
    expect(found.find((m) => m.text === 'its soldiers')!.actor).toMatchObject({ code: 'EST', sector: 'MIL' })
    expect(codesOf(found, 'its allies')).toBeNull()
  })

  it('tells a government named after a person from the person', async () => {
    const found = await mentions(
      `
1 President President PROPN 2 nmod:desc
2 Ivo Ivo PROPN 6 nsubj
3 Kral Kral PROPN 2 flat
4 of of ADP 5 case
5 Croatia Croatia PROPN 2 nmod
6 left leave VERB 0 root

1 The the DET 3 det
2 Kral Kral PROPN 3 compound
3 government government NOUN 4 nsubj
4 fell fall VERB 0 root`,
      [
        [0, 2, 3],
        [1, 2, 2],
      ],
    )
    expect(found.find((m) => m.text === 'The Kral government')!.actor).toMatchObject({
      kind: 'organisation',
      code: 'HRV',
    })
  })
})

describe('names', () => {
  it('share their last words where both are names so', async () => {
    const found = await mentions(`
1 North North PROPN 4 compound
2 and and CCONJ 3 cc
3 South South PROPN 1 conj
4 Korea Korea PROPN 5 nsubj
5 signed sign VERB 0 root

1 France France PROPN 5 nsubj
2 and and CCONJ 3 cc
3 South South PROPN 4 compound
4 Korea Korea PROPN 1 conj
5 left leave VERB 0 root

1 They they PRON 2 nsubj
2 recognised recognise VERB 0 root
3 the the DET 9 det
4 Donetsk Donetsk PROPN 9 compound
5 and and CCONJ 6 cc
6 Luhansk Luhansk PROPN 7 compound
7 People People PROPN 9 nmod:poss SpaceAfter=No
8 ’s ’s PART 7 case
9 Republics Republic PROPN 2 obj`)
    expect(codesOf(found, 'North and South Korea')).toEqual(['PRK', 'KOR'])
    expect(codesOf(found, 'France')).toBe('FRA')
    expect(codesOf(found, 'South Korea')).toBe('KOR')
    expect(codesOf(found, 'the Donetsk and Luhansk People’s Republics')).toEqual(['DNR', 'LNR'])
  })

  it('mean what other names of the document speak for', async () => {
    const congo = (other: string) => `
1 ${other} ${other} PROPN 2 nsubj
2 warned warn VERB 0 root
3 Congo Congo PROPN 2 obj`
    expect(codesOf(await mentions(congo('Kinshasa')), 'Congo')).toBe('COD')
    expect(codesOf(await mentions(congo('Brazzaville')), 'Congo')).toBe('COG')
    const georgia = (other: string) => `
1 ${other} ${other} PROPN 2 nsubj
2 warned warn VERB 0 root
3 Georgia Georgia PROPN 2 obj`
    expect((await mentions(georgia('Alabama'))).at(-1)!.actor).toMatchObject({ kind: 'place', code: 'USA' })
    expect((await mentions(georgia('Armenia'))).at(-1)!.actor).toMatchObject({ kind: 'state', code: 'GEO' })
    const korea = '1 Korea Korea PROPN 2 nsubj\n2 slept sleep VERB 0 root'
    expect(codesOf(await mentions(korea), 'Korea')).toBeNull()
  })

  it('of a settlement are those in the state or region that follows it, not in a list', async () => {
    const parse = (after: string) => `
1 They they PRON 2 nsubj
2 met meet VERB 0 root
3 in in ADP 4 case
4 Paris Paris PROPN 2 obl
5 , , PUNCT 6 punct
6 Texas Texas PROPN 4 appos
${after}`
    const place = await mentions(parse('7 . . PUNCT 2 punct'))
    expect(place.find((m) => m.text === 'Paris')!.actor).toMatchObject({ kind: 'place', code: 'USA', sector: null })
    const list = await mentions(parse('7 and and CCONJ 8 cc\n8 Peru Peru PROPN 4 conj'))
    expect(list.find((m) => m.text === 'Paris')!.actor).toMatchObject({ kind: 'state', code: 'FRA' })
  })

  it('one letter off are those of the one state that they can be, not of a town or of one of two', async () => {
    const found = await mentions(
      `
1 Philipines Philipines PROPN 2 nsubj
2 left leave VERB 0 root
3 Columbia Columbia PROPN 2 obj
4 and and CCONJ 5 cc
5 Nigera Nigera PROPN 3 conj`,
      [
        [0, 1, 1, 'LOC'],
        [0, 3, 3, 'LOC'],
        [0, 5, 5, 'LOC'],
      ],
    )
    expect(codesOf(found, 'Philipines')).toBe('PHL')
    expect(codesOf(found, 'Columbia')).not.toBe('COL')
    expect(codesOf(found, 'Nigera')).toBeNull()
  })

  it('of a bird, a person and an unnamed state’s capital are none of a state', async () => {
    const found = await mentions(
      `
1 Turkey turkey NOUN 3 nsubj:pass
2 was be AUX 3 aux:pass
3 roasted roast VERB 0 root

1 Lee Lee PROPN 3 nsubj
2 Jordan Jordan PROPN 1 flat
3 left leave VERB 0 root

1 Jordan Jordan PROPN 2 nsubj
2 slept sleep VERB 0 root
3 in in ADP 4 case
4 Victoria Victoria PROPN 2 obl`,
      [
        [1, 1, 2],
        [2, 1, 1],
      ],
    )
    expect(codesOf(found, 'Turkey')).toBe('no mention')
    expect(found.find((m) => m.text === 'Jordan')!.actor).toMatchObject({ kind: 'person', name: 'Lee Jordan' })
    expect(codesOf(found, 'Victoria')).toBe('no mention')
  })

  it('of a person are known in another spelling, not for a namesake', async () => {
    const found = await mentions(
      `
1 Vassily Vassily PROPN 5 nsubj
2 Orlov Orlov PROPN 1 flat
3 of of ADP 4 case
4 Russia Russia PROPN 1 nmod
5 spoke speak VERB 0 root

1 Vasiliy Vasiliy PROPN 6 nsubj
2 Orlov Orlov PROPN 1 flat
3 and and CCONJ 4 cc
4 Igor Igor PROPN 1 conj
5 Orlov Orlov PROPN 4 flat
6 left leave VERB 0 root`,
      [
        [0, 1, 2],
        [1, 1, 2],
        [1, 4, 5],
      ],
    )
    expect(found.find((m) => m.text === 'Vasiliy Orlov')!.actor).toMatchObject({ name: 'Vassily Orlov', code: 'RUS' })
    expect(found.find((m) => m.text === 'Igor Orlov')!.actor).toMatchObject({ name: 'Igor Orlov', code: null })
  })
})

describe('what stands for a name', () => {
  const MINISTER = `
1 Foreign foreign ADJ 2 amod
2 Minister Minister PROPN 3 nmod:desc
3 Salim Salim PROPN 5 nsubj
4 Badr Badr PROPN 3 flat
5 replied reply VERB 0 root`
  const ministry = (state: string) => `
1 The the DET 4 det
2 ${state} ${state} ADJ 4 amod
3 Foreign foreign ADJ 4 amod
4 Ministry Ministry PROPN 5 nsubj
5 wrote write VERB 0 root
`

  it('is a minister of the one state whose ministry the document names, and of none where it names two', async () => {
    const one = await mentions(`${ministry('Omani')}${MINISTER}`, [
      [0, 2, 4, 'ORG'],
      [1, 3, 4],
    ])
    expect(codesOf(one, 'Foreign Minister Salim Badr')).toBe('OMN')
    const two = await mentions(`${ministry('Omani')}${ministry('Qatari')}${MINISTER}`, [
      [0, 2, 4, 'ORG'],
      [1, 2, 4, 'ORG'],
      [2, 3, 4],
    ])
    expect(codesOf(two, 'Foreign Minister Salim Badr')).toBeNull()
  })

  it('is of the country that the words of the office stand for: “the country’s defence minister”', async () => {
    const found = await mentions(
      `
1 Mali Mali PROPN 2 nsubj
2 voted vote VERB 0 root SpaceAfter=No
3 . . PUNCT 2 punct

1 Aissata Aissata PROPN 10 nsubj
2 Keita Keita PROPN 1 flat SpaceAfter=No
3 , , PUNCT 8 punct
4 the the DET 5 det
5 country country NOUN 8 nmod:poss SpaceAfter=No
6 ’s ’s PART 5 case
7 defence defence NOUN 8 compound
8 minister minister NOUN 1 appos SpaceAfter=No
9 , , PUNCT 8 punct
10 spoke speak VERB 0 root`,
      [[1, 1, 2]],
    )
    expect(found.find((m) => m.text === 'Aissata Keita')!.actor).toMatchObject({ code: 'MLI', sector: 'GOV' })
  })

  it('has the sector of the body where every body has such an office, and its own where not', async () => {
    const found = await mentions(
      `
1 Hamas Hamas PROPN 2 compound
2 leader leader NOUN 3 nmod:desc
3 Omar Omar PROPN 13 nsubj
4 Said Said PROPN 3 flat SpaceAfter=No
5 , , PUNCT 7 punct
6 the the DET 7 det
7 spokesman spokesman NOUN 3 conj
8 for for ADP 10 case
9 the the DET 10 det
10 Taliban Taliban PROPN 7 nmod
11 and and CCONJ 12 cc
12 Maliki Maliki PROPN 3 conj
13 spoke speak VERB 0 root`,
      [[0, 3, 4]],
    )
    expect(found.find((m) => m.actor.name === 'Omar Said')!.actor).toMatchObject({ code: 'PSE', sector: 'REB' })
    expect(found.find((m) => m.text === 'the spokesman for the Taliban')!.actor.sector).toBe('REB')
  })

  it('is the person between commas after the office, however the parser hangs the two; not the next of a list', async () => {
    const parse = (last: string) => `
1 The the DET 2 det
2 head head NOUN 12 nsubj
3 of of ADP 6 case
4 the the DET 6 det
5 Peruvian Peruvian ADJ 6 amod
6 ministry ministry NOUN 2 nmod
7 , , PUNCT 8 punct
8 Ana Ana PROPN 11 nsubj
9 Lima Lima PROPN 8 flat
10 , , PUNCT 8 punct
11 ${last}
12 left leave VERB 11 ccomp`
    const one = await mentions(parse('said say VERB 0 root'), [[0, 8, 9]])
    expect(one.find((m) => m.text === 'Ana Lima')!.actor).toMatchObject({ code: 'PER', sector: 'GOV' })
    expect(one.find((m) => m.text === 'The head of the Peruvian ministry')!.actor).toMatchObject({ name: 'Ana Lima' })
    const list = await mentions(parse('and and CCONJ 0 root'), [[0, 8, 9]])
    expect(list.find((m) => m.text === 'Ana Lima')!.actor.code).toBeNull()
  })

  it('is both of two persons, and the ambassador who was named', async () => {
    const found = await mentions(
      `
1 Ana Ana PROPN 12 nsubj
2 Lima Lima PROPN 1 flat
3 , , PUNCT 6 punct
4 Chile Chile PROPN 6 nmod:poss SpaceAfter=No
5 's 's PART 4 case
6 ambassador ambassador NOUN 1 appos
7 and and CCONJ 8 cc
8 Ivo Ivo PROPN 1 conj
9 Kral Kral PROPN 8 flat
10 of of ADP 11 case
11 Croatia Croatia PROPN 8 nmod
12 left leave VERB 0 root

1 Both both DET 4 nsubj
2 of of ADP 3 case
3 them they PRON 1 nmod
4 agreed agree VERB 0 root

1 The the DET 2 det
2 ambassador ambassador NOUN 3 nsubj
3 spoke speak VERB 0 root`,
      [
        [0, 1, 2],
        [0, 8, 9],
      ],
    )
    expect(codesOf(found, 'them')).toEqual(['CHL', 'HRV'])
    expect(found.find((m) => m.text === "Chile's ambassador")!.actor.name).toBe('Ana Lima')
    expect(found.find((m) => m.text === 'The ambassador')!.actor).toMatchObject({ name: 'Ana Lima', code: 'CHL' })
  })

  it('is the sides that were named together, not other countries', async () => {
    const found = await mentions(`
1 Chile Chile PROPN 4 nsubj
2 and and CCONJ 3 cc
3 Peru Peru PROPN 1 conj
4 met meet VERB 0 root
5 in in ADP 6 case
6 Bolivia Bolivia PROPN 4 obl

1 The the DET 2 det
2 sides side NOUN 3 nsubj
3 agreed agree VERB 0 root

1 The the DET 3 det
2 other other ADJ 3 amod
3 countries country NOUN 4 nsubj
4 waited wait VERB 0 root`)
    expect(codesOf(found, 'The sides')).toEqual(['CHL', 'PER'])
    expect(codesOf(found, 'The other countries')).toBeNull()
  })

  it('is no actor where “it” stands for a clause or for a thing', async () => {
    const found = await mentions(`
1 Estonia Estonia PROPN 2 nsubj
2 signed sign VERB 0 root

1 It it PRON 3 nsubj:pass
2 was be AUX 3 aux:pass
3 stressed stress VERB 0 root
4 that that SCONJ 8 mark
5 the the DET 6 det
6 treaty treaty NOUN 8 nsubj
7 has have AUX 8 aux
8 shown show VERB 3 ccomp
9 its its PRON 10 nmod:poss
10 worth worth NOUN 8 obj

1 It it PRON 2 nsubj
2 left leave VERB 0 root`)
    expect(found.filter((m) => m.form === 'pronoun').map((m) => m.actor.code)).toEqual([null, null, 'EST'])
  })

  it('is the subject ahead, for a possessive before it', async () => {
    const found = await mentions(`
1 Chile Chile PROPN 2 nsubj
2 waited wait VERB 0 root

1 Before before ADP 3 case
2 its its PRON 3 nmod:poss
3 move move NOUN 6 obl
4 , , PUNCT 3 punct
5 Peru Peru PROPN 6 nsubj
6 called call VERB 0 root
7 it it PRON 6 obj
8 justice justice NOUN 6 xcomp`)
    expect(codesOf(found, 'its')).toBe('PER')
    expect(codesOf(found, 'it')).toBeNull()
  })

  it('is a longer name by its head noun, not by another of its words', async () => {
    const found = await mentions(`
1 The the DET 3 det
2 European European PROPN 3 compound
3 Union Union PROPN 4 nsubj
4 met meet VERB 0 root
5 the the DET 7 det
6 International International PROPN 7 amod
7 Court Court PROPN 4 obj
8 of of ADP 9 case
9 Justice Justice PROPN 7 nmod

1 The the DET 2 det
2 Court Court PROPN 3 nsubj
3 told tell VERB 0 root
4 the the DET 5 det
5 Union Union PROPN 3 obj
6 about about ADP 8 case
7 the the DET 8 det
8 Justice Justice PROPN 3 obl`)
    expect(found.find((m) => m.text === 'The Court')!.actor).toMatchObject({ name: 'International Court of Justice' })
    expect(codesOf(found, 'the Union')).toBe('EUR')
    expect(codesOf(found, 'the Justice')).toBeNull()
  })

  it('is of both, of an unrecognised republic, and of nobody in “the state of the dispute”', async () => {
    const found = await mentions(`
1 Abkhazia Abkhazia PROPN 6 nsubj
2 and and CCONJ 3 cc
3 Nauru Nauru PROPN 1 conj
4 have have AUX 6 aux
5 now now ADV 6 advmod
6 met meet VERB 0 root

1 The the DET 2 det
2 presidents president NOUN 6 nsubj
3 of of ADP 5 case
4 both both DET 5 det
5 countries country NOUN 2 nmod
6 left leave VERB 0 root

1 The the DET 3 det
2 breakaway breakaway ADJ 3 amod
3 republic republic NOUN 4 nsubj
4 described describe VERB 0 root
5 the the DET 6 det
6 state state NOUN 4 obj
7 of of ADP 9 case
8 the the DET 9 det
9 dispute dispute NOUN 6 nmod`)
    expect(codesOf(found, 'The presidents of both countries')).toEqual(['ABK', 'NRU'])
    expect(codesOf(found, 'The breakaway republic')).toBe('ABK')
    expect(codesOf(found, 'the state of the dispute')).toBe('no mention')
  })

  it('is the one who had the same words, before one who had others of the kind', async () => {
    const found = await mentions(`
1 An a DET 2 det
2 official official NOUN 3 nsubj
3 met meet VERB 0 root
4 a a DET 6 det
5 Chilean Chilean ADJ 6 amod
6 spokesman spokesman NOUN 3 obj

1 The the DET 2 det
2 official official NOUN 3 nsubj
3 left leave VERB 0 root`)
    expect(codesOf(found, 'The official')).toBeNull()
    expect(found.find((m) => m.text === 'The official')!.why).toContain('An official')
  })
})

describe('any parse', () => {
  const word = fc.constantFrom(
    'Chile',
    'and',
    'troops',
    'Russian',
    'its',
    'the',
    'minister',
    'Lima',
    'both',
    'of',
    'said',
    '-',
  )
  const deprel = fc.constantFrom(
    'conj',
    'appos',
    'nmod',
    'nmod:poss',
    'amod',
    'compound',
    'nsubj',
    'obj',
    'obl',
    'flat',
    'root',
  )
  const upos = fc.constantFrom('NOUN', 'PROPN', 'ADJ', 'PRON', 'VERB', 'DET', 'ADP', 'NUM')

  it('gives mentions that lie in their sentence, and the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, upos, deprel, fc.nat(11)), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const lines = rows.map(([form, pos, rel, head], at) => {
            const to = head % (rows.length + 1)
            return `${at + 1} ${form} ${form} ${pos} ${to === at + 1 ? 0 : to} ${rel}`
          })
          const found = await mentions(lines.join('\n'), [[0, 1, 1]])
          const { text, sentences } = sentencesFromConllu(lines.join('\n'))
          for (const { span, head, id } of found) {
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
            expect(sentences[0]!.tokens[head - 1]).toBeDefined()
            expect(id).toMatch(/^m/u)
          }
          expect(await mentions(lines.join('\n'), [[0, 1, 1]])).toEqual(found)
        },
      ),
      { numRuns: 300 },
    )
  })
})
