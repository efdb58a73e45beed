import { describe, expect, it } from 'vitest'
import world, { type Countries } from 'world-countries'
import { actorOntology, claimants } from './actors.ts'

const { lookup, longest } = actorOntology()
const codeOf = (name: string) => lookup(name)?.actor.code ?? null

describe('names of actors', () => {
  it.each([
    ['DPRK', 'PRK'],
    ['ROK', 'KOR'],
    ['Republic of Korea', 'KOR'],
    ['Pyongyang', 'PRK'],
    ['Seoul', 'KOR'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Nigerien', 'NER'],
    ['Nigerian', 'NGA'],
    ['Congo', 'COG'],
    ['DR Congo', 'COD'],
    ['Democratic Republic of the Congo', 'COD'],
    ['Guinea', 'GIN'],
    ['Guinea - Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['Georgia', 'GEO'],
    ['South Sudan', 'SSD'],
    ['Sudan', 'SDN'],
    ['Moscow', 'RUS'],
    ['the Kremlin', 'RUS'],
    ['White House', 'USA'],
    ['Kyiv', 'UKR'],
    ['Kiev', 'UKR'],
    ['Türkiye', 'TUR'],
    ['U.S.', 'USA'],
    ['US', 'USA'],
    ['UK', 'GBR'],
    ['Soviet Union', 'SUN'],
    ['Czechoslovak', 'CSK'],
    ['UN', 'UNO'],
    ['NATO', 'NTO'],
    ['European Union', 'EUR'],
    ['OSCE', 'OSC'],
    ['Yugoslavia', 'YUG'],
    ['East German', 'DDR'],
    ['South Yemen', 'YMD'],
    ['Upper Volta', 'BFA'],
    ['Ceylon', 'LKA'],
    ['D.P.R.K.', 'PRK'],
    ['PRC', 'CHN'],
    ['UAE', 'ARE'],
    ['Sino', 'CHN'],
    ['Franco', 'FRA'],
    ['Khatmandu', 'NPL'],
    ['Macao', 'MAC'],
    ['Verkhovna Rada', 'UKR'],
    ['IDF', 'ISR'],
    ['CSTO', 'CST'],
    ['BRICS', 'BRC'],
    ['IAEA', 'IAE'],
    ['G7', 'GSV'],
    ['Chechnya', 'RUS'],
    ['Texas', 'USA'],
    ['Tanganyika', 'TZA'],
  ])('%s is %s', (name, code) => expect(codeOf(name)).toBe(code))

  it.each(['us', 'turkey', 'chad', 'may', 'WHOLE', 'it', 'No', 'Economist', 'Ministry'])('%s is no actor', (name) =>
    expect(lookup(name)).toBeNull(),
  )

  it('gives every state of ISO 3166 that is independent a code for its common name', () => {
    const missing = (world as unknown as Countries)
      .filter((c) => c.independent && c.cca3 !== 'UNK' && codeOf(c.name.common) !== c.cca3)
      .map((c) => c.name.common)
    expect(missing).toEqual([])
  })

  it('tells ambiguous names with their senses, and names of several states with their members', () => {
    expect(lookup('Congo')!.senses.map((s) => s.actor.code)).toEqual(['COG', 'COD'])
    expect(lookup('Korean')!.actor.code).toBeNull()
    expect(lookup('Victoria')).toMatchObject({ actor: { code: null, kind: 'place' } })
    expect(lookup('Brussels')!.senses.map((s) => s.actor.code)).toEqual(['EUR', 'BEL'])
    expect(lookup('Koreas')!.members.map((m) => m.code)).toEqual(['PRK', 'KOR'])
    expect(lookup('France')).toMatchObject({ senses: [], members: [] })
  })

  it('knows the sector of bodies of a state', () => {
    expect(lookup('State Duma')!.actor).toMatchObject({ kind: 'organisation', code: 'RUS', sector: 'LEG' })
    expect(lookup('CIA')!.actor).toMatchObject({ code: 'USA', sector: 'SPY' })
    expect(lookup('Xinhua')!.actor).toMatchObject({ code: 'CHN', sector: 'MED' })
  })

  it('keeps de-facto entities apart from the states that claim them', () => {
    expect(lookup('DPR')!.actor).toMatchObject({ kind: 'de-facto', name: 'Donetsk People’s Republic' })
    expect(lookup('South Ossetia')!.why).toContain('GEO')
    expect(lookup('Kosovo')!.actor.kind).toBe('de-facto')
    expect(codeOf('Abkhazia')).toBe('ABK')
    expect(claimants.get('ABK')).toBe('GEO')
    expect(claimants.has('XKX')).toBe(false)
  })

  it('takes the longest name', () => {
    expect(longest('the Democratic People ’s Republic of Korea said'.split(' '), 1)).toMatchObject({
      length: 6,
      actor: { code: 'PRK' },
    })
    expect(longest(['Russia', ',', 'which'], 0)).toMatchObject({ length: 1 })
  })
})
