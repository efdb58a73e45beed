import { describe, expect, it } from 'vitest'
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
  ])('%s is %s', (name, code) => expect(codeOf(name)).toBe(code))

  it.each(['us', 'turkey', 'chad', 'Victoria', 'may', 'WHOLE', 'it', 'No'])('%s is no actor', (name) =>
    expect(lookup(name)).toBeNull(),
  )

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
