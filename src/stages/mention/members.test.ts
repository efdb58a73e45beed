import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { titles } from '../../lang/en/titles.ts'
import type { Doc, Fact, Mention } from '../../model/index.ts'
import { actorOntology } from '../../ontologies/actors.ts'
import type { Ports } from '../../pipeline/index.ts'
import { mention } from '../mention.ts'

const ports = { actors: actorOntology(), language: { titles } } as unknown as Ports

async function read(conllu: string, date: string | null): Promise<(Mention & { text: string })[]> {
  const { text, sentences } = sentencesFromConllu(conllu)
  const dated: Fact =
    date === null ? { kind: 'unknown', reason: 'none' } : { kind: 'known', value: date, from: 'test', span: null }
  const { layers } = await mention.run({ id: 'd', text, date: dated } as Doc, { sentences, entities: [] }, ports)
  return layers.mentions.map((m) => ({ ...m, text: text.slice(m.span.start, m.span.end) }))
}

/** "DETERMINER MODIFIER… NOUN met." with the modifiers as compounds or adjectives. */
const subject = (words: string, lemma: string): string => {
  const forms = words.split(' ')
  const head = forms.length
  const rows = forms.map((form, at) => {
    const upos = /^(?:the|all|both)$/iu.test(form) ? 'DET' : /^\p{Lu}/u.test(form) ? 'PROPN' : 'ADJ'
    const deprel = upos === 'DET' ? 'det' : upos === 'ADJ' ? 'amod' : 'compound'
    if (at + 1 < head) return `${at + 1} ${form} ${form} ${upos} ${head} ${deprel}`
    return `${head} ${form} ${lemma} NOUN ${head + 1} nsubj`
  })
  return [...rows, `${head + 1} met meet VERB 0 root SpaceAfter=No`, `${head + 2} . . PUNCT ${head + 1} punct`].join(
    '\n',
  )
}

const named = (...names: string[]): string =>
  names
    .map((name) => `1 ${name} ${name} PROPN 2 nsubj\n2 waited wait VERB 0 root SpaceAfter=No\n3 . . PUNCT 2 punct`)
    .join('\n\n')

/** The code of the last mention, and those that it stands for. */
async function last(conllu: string, date: string | null = '2024-06-13'): Promise<[string | null, (string | null)[]]> {
  const found = (await read(conllu, date)).at(-1)!
  return [found.actor.code, found.members.map((m) => m.code)]
}

describe('members of a body', () => {
  it('are all of a small one, each by itself', async () => {
    expect(await last(subject('The G7 countries', 'country'))).toEqual([
      'GSV',
      ['DEU', 'FRA', 'GBR', 'ITA', 'JPN', 'USA', 'CAN'],
    ])
    expect((await last(subject('All EAEU members', 'member')))[1]).toHaveLength(5)
  })

  it('of a large one are that body’s', async () => {
    expect(await last(subject('NATO members', 'member'))).toEqual(['NTO', []])
    expect(await last(subject('EU states', 'state'))).toEqual(['EUR', []])
  })

  it('are not “several” of them, nor partners, nor of what has none that are known', async () => {
    expect(await last(subject('several NATO members', 'member'))).toEqual([null, []])
    expect(await last(subject('partner BRICS countries', 'country'))).toEqual([null, []])
    expect(await last(subject('IAEA members', 'member'))).toEqual([null, []])
  })

  it('that are permanent in the Security Council are five, by the document’s date', async () => {
    const five = `
1 The the DET 3 det
2 permanent permanent ADJ 3 amod
3 members member NOUN 9 nsubj
4 of of ADP 8 case
5 the the DET 8 det
6 UN UN PROPN 8 compound
7 Security Security PROPN 8 compound
8 Council Council PROPN 3 nmod
9 met meet VERB 0 root
10 . . PUNCT 9 punct`
    const membersOf = async (date: string) =>
      (await read(five, date)).find((m) => m.text.startsWith('The permanent'))!.members.map((m) => m.code)
    expect(await membersOf('2024')).toEqual(['CHN', 'FRA', 'GBR', 'USA', 'RUS'])
    expect(await membersOf('1975')).toContain('SUN')
  })

  it('are those named before of whom the body’s name is told', async () => {
    const both = subject('Both NATO members', 'member')
    expect((await last(`${named('Greece', 'Turkey', 'Armenia')}\n\n${both}`))[1]).toEqual(['GRC', 'TUR'])
    expect((await last(`${named('Finland', 'Sweden', 'Estonia')}\n\n${both}`, '2020'))[1]).toEqual([])
    const one = subject('The EU member', 'member')
    expect((await last(`${named('Sweden', 'Turkey')}\n\n${one}`))[0]).toBe('SWE')
    expect((await last(`${named('Turkey')}\n\n${one}`))[0]).toBeNull()
  })

  it('of the alliance named last are “the allies”, not anybody’s', async () => {
    expect(await last(`${named('NATO')}\n\n${subject('The allies', 'ally')}`)).toEqual(['NTO', []])
    expect(await last(`${named('EU')}\n\n${subject('The allies', 'ally')}`)).toEqual([null, []])
    expect(await last(`${named('NATO')}\n\n${subject('Western allies', 'ally')}`)).toEqual([null, []])
  })
})
