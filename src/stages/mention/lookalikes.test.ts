import { describe, expect, it } from 'vitest'
import { sentencesFromConllu } from '../../../test/conllu.ts'
import { titles } from '../../lang/en/titles.ts'
import type { Doc, Mention } from '../../model/index.ts'
import { actorOntology } from '../../ontologies/actors.ts'
import type { Ports } from '../../pipeline/index.ts'
import { mention } from '../mention.ts'

const ports = { actors: actorOntology(), language: { titles } } as unknown as Ports

/** A document of the sentences "the NAME waited.", one a name; small words are articles, prepositions and nouns as they are in English. */
async function read(names: readonly string[]): Promise<(Mention & { text: string })[]> {
  const small: Readonly<Record<string, string>> = { the: 'DET', of: 'ADP', and: 'CCONJ', state: 'NOUN', US: 'PROPN' }
  const conllu = names.map((name) => {
    const words = name.split(' ')
    const of = words.indexOf('of')
    const head = of > 0 ? of : words.length
    const rows = words.map((word, at) => {
      const id = at + 1
      const upos = small[word] ?? 'PROPN'
      const deprel =
        id === head ? 'nsubj' : word === 'the' ? 'det' : word === 'of' ? 'case' : word === 'and' ? 'cc' : null
      const inner = id > head && id < words.length && deprel === null
      const to = id === head ? words.length + 1 : id > head && id < words.length ? words.length : head
      return `${id} ${word} ${word} ${upos} ${to} ${deprel ?? (inner || id < head ? 'compound' : 'nmod')}`
    })
    const verb = words.length + 1
    return [...rows, `${verb} waited wait VERB 0 root SpaceAfter=No`, `${verb + 1} . . PUNCT ${verb} punct`].join('\n')
  })
  const { text, sentences } = sentencesFromConllu(conllu.join('\n\n'))
  const { layers } = await mention.run({ id: 'd', text } as Doc, { sentences, entities: [] }, ports)
  return layers.mentions.map((m) => ({ ...m, text: text.slice(m.span.start, m.span.end) }))
}

/** The code of the last name of a document: null where it is known to be none or several, undefined where it is no actor. */
const last = async (names: readonly string[]): Promise<string | null | undefined> =>
  (await read(names)).findLast((m) => m.sentence === names.length - 1)?.actor.code

describe('look-alikes', () => {
  it.each([
    ['two Congos, by what the document names', ['Kinshasa', 'Congo'], 'COD'],
    ['', ['Brazzaville', 'Congo'], 'COG'],
    ['two Georgias', ['Tbilisi', 'Georgia'], 'GEO'],
    ['', ['Atlanta', 'Georgia'], 'USA'],
    ['', ['the US state of Georgia'], 'USA'],
    ['', ['Georgia'], 'GEO'],
    ['RK may be either', ['RK'], null],
    ['', ['Seoul', 'RK'], 'KOR'],
    ['', ['Kazakhstan', 'RK'], 'KAZ'],
    ['two Koreas', ['Korea'], null],
    ['', ['Pyongyang', 'Korea'], 'PRK'],
    ['', ['Pyongyang', 'Seoul', 'Korea'], null],
    ['DPR is not DPRK', ['DPRK', 'DPR'], 'DNR'],
    ['Niger is not Nigeria', ['Nigeria', 'Niger'], 'NER'],
    ['', ['Niger', 'Nigeria'], 'NGA'],
    ['two Chinas', ['China', 'Republic of China'], 'TWN'],
    ['', ['Republic of China', 'People’s Republic of China'], 'CHN'],
    ['four Guineas', ['New Guinea'], null],
    ['', ['Port Moresby', 'New Guinea'], 'PNG'],
    ['', ['Papua New Guinea', 'Guinea'], 'GIN'],
    ['', ['Gulf of Guinea'], null],
    ['two Macedonias', ['Skopje', 'Macedonia'], 'MKD'],
    ['', ['Thessaloniki', 'Macedonia'], 'GRC'],
  ])('%s: %j', async (_, names, code) => expect(await last(names)).toBe(code))

  it.each([
    [['European Union', 'the Union'], 'EUR'],
    [['EU', 'the Union'], 'EUR'],
    [['African Union', 'the Union'], 'AFU'],
    [['European Union', 'African Union', 'the Union'], 'AFU'],
    [['Soviet Union', 'the Union'], 'SUN'],
    [['the Union'], undefined],
    [['NATO', 'the Alliance'], 'NTO'],
    [['Alliance of Sahel States', 'the Alliance'], 'AES'],
    [['IMF', 'the Fund'], 'IMF'],
    [['Republic of Korea', 'the Republic'], 'KOR'],
    [['Czech Republic', 'Dominican Republic', 'the Republic'], 'DOM'],
    [['Kingdom of Saudi Arabia', 'the Kingdom'], 'SAU'],
    [['Saudi Arabia', 'France', 'the Kingdom'], 'SAU'],
    [['France', 'Saudi Arabia', 'the Republic'], 'FRA'],
    [['United Kingdom', 'the Kingdom'], 'GBR'],
  ])('short names: %j', async (names, code) => expect(await last(names)).toBe(code))

  it('leaves “the Kingdom” without a kingdom, and “the Republic” without a republic, to nobody', async () => {
    expect((await last(['France', 'the Kingdom'])) ?? null).toBeNull()
    expect((await last(['Japan', 'the Republic'])) ?? null).toBeNull()
  })
})
