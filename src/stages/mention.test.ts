import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../test/conllu.ts'
import { titles } from '../lang/en/titles.ts'
import type { Doc, Mention, NamedEntity } from '../model/index.ts'
import { actorOntology } from '../ontologies/actors.ts'
import type { Ports } from '../pipeline/index.ts'
import { mention } from './mention.ts'

const ports = { actors: actorOntology(), language: { titles } } as unknown as Ports

/** Mentions of hand-parsed sentences; persons are given as [sentence, first, last]. */
async function mentions(
  conllu: string,
  persons: readonly [number, number, number][] = [],
): Promise<(Mention & { text: string })[]> {
  const { text, sentences } = sentencesFromConllu(conllu)
  const entities = persons.map(([sentence, first, last]): NamedEntity => {
    const { tokens } = sentences[sentence]!
    return {
      sentence,
      tokens: [first, last],
      span: { start: tokens[first - 1]!.span.start, end: tokens[last - 1]!.span.end },
      label: 'PER',
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
