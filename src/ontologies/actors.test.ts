import { describe, expect, it } from 'vitest'
import world, { type Countries } from 'world-countries'
import { actorOntology, claimantsSeenBy } from './actors.ts'

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
    ['DNR', 'DNR'],
    ['LPR', 'LNR'],
    ['WPK', 'PRK'],
    ['TPC', 'PRK'],
    ['Korean Workers’ Party', 'PRK'],
    ['Congo-Brazzaville', 'COG'],
    ['Congo-Kinshasa', 'COD'],
    ['Belgian Congo', 'COD'],
    ['Republic of the Niger', 'NER'],
    ['Guinea-Conakry', 'GIN'],
    ['Bissau-Guinean', 'GNB'],
    ['Equatoguinean', 'GNQ'],
    ['Papua New Guinean', 'PNG'],
    ['Ireland', 'IRL'],
    ['Northern Ireland', 'GBR'],
    ['Northern Irish', 'GBR'],
    ['Republic of China', 'TWN'],
    ['People’s Republic of China', 'CHN'],
    ['Republic of Macedonia', 'MKD'],
    ['Micronesia', 'FSM'],
    ['Western Samoa', 'WSM'],
    ['American Samoa', 'ASM'],
    ['American Samoan', 'ASM'],
    ['Slovene', 'SVN'],
    ['Slovaks', 'SVK'],
    ['Austrian', 'AUT'],
    ['Australian', 'AUS'],
    ['Malian', 'MLI'],
    ['Malawian', 'MWI'],
    ['Maldivian', 'MDV'],
    ['St. Kitts and Nevis', 'KNA'],
    ['St Lucia', 'LCA'],
    ['St. Vincent and the Grenadines', 'VCT'],
    ['Philippines', 'PHL'],
    ['Laos', 'LAO'],
    ['USSR', 'SUN'],
    ['GDR', 'DDR'],
    ['Zaire', 'COD'],
    ['Zaireans', 'COD'],
    ['Ottoman Empire', 'TUR'],
    ['Ottomans', 'TUR'],
    ['Austria-Hungary', 'AUH'],
    ['Abyssinia', 'ETH'],
    ['Nuuk', 'GRL'],
    ['Icelandic', 'ISL'],
    ['Irishmen', 'IRL'],
    ['Salvadorean', 'SLV'],
    ['Manchukuo', 'MAN'],
    ['PNG', 'PNG'],
    ['East Pakistan', 'BGD'],
    ['Bosnian Serbs', 'BIH'],
  ])('%s is %s', (name, code) => expect(codeOf(name)).toBe(code))

  it.each([
    'us',
    'turkey',
    'chad',
    'the Union',
    'the Republic',
    'the Kingdom',
    'the Alliance',
    'may',
    'WHOLE',
    'it',
    'No',
    'Economist',
    'Ministry',
  ])('%s is no actor', (name) => expect(lookup(name)).toBeNull())

  describe('stand for governments by where they sit', () => {
    it.each([
      ['Élysée', 'FRA'],
      ['Quai d’Orsay', 'FRA'],
      ['Zhongnanhai', 'CHN'],
      ['Blue House', 'KOR'],
      ['Cheong Wa Dae', 'KOR'],
      ['Bankova', 'UKR'],
      ['Casa Rosada', 'ARG'],
      ['Planalto', 'BRA'],
      ['Itamaraty', 'BRA'],
      ['La Moneda', 'CHL'],
      ['Downing Street', 'GBR'],
      ['10 Downing Street', 'GBR'],
      ['Farnesina', 'ITA'],
      ['Moncloa', 'ESP'],
      ['Ballhausplatz', 'AUT'],
      ['Sublime Porte', 'TUR'],
      ['Malacañang', 'PHL'],
      ['Aso Rock', 'NGA'],
      ['Wisma Putra', 'MYS'],
      ['Berlaymont', 'EUR'],
    ])('%s is %s', (name, code) => expect(lookup(name)).toMatchObject({ actor: { code }, form: 'capital' }))

    it.each(['Government House', 'Chancellery', 'Beehive', 'State House'])('%s may be any', (name) =>
      expect(lookup(name)).toBeNull(),
    )
  })

  it('has a people’s plural where its adjective is, whatever territory shares it', () => {
    const plural = { American: 'USA', Djiboutian: 'DJI', Icelander: 'ISL', Norwegian: 'NOR', Guinean: 'GIN' }
    for (const [name, code] of Object.entries(plural)) expect([name, codeOf(`${name}s`)]).toEqual([name, code])
  })

  it('knows firms as of the state that they are seated in', () =>
    expect(lookup('Gazprom')!.actor).toMatchObject({ kind: 'organisation', code: 'RUS', sector: 'BUS' }))

  describe('of every state and territory of ISO 3166', () => {
    /** Kosovo is no member of ISO 3166; its code in common use is XKX. */
    const all = (world as unknown as Countries).filter((c) => c.cca3 !== 'UNK')
    const named = (kind: 'common' | 'official') => all.map((c) => [c.cca3, c.name[kind]] as const)
    const unfound = (names: readonly (readonly [string, string])[]) =>
      names.filter(([code, name]) => codeOf(name) !== code).map(([code, name]) => `${code} ${name}`)
    /** What a name may mean: its actor, or its senses, of which the document chooses. */
    const mayBe = (name: string, code: string) =>
      codeOf(name) === code || lookup(name)?.senses.some((s) => s.actor.code === code) === true

    it('finds the common name', () => {
      expect(all).toHaveLength(249)
      expect(unfound(named('common'))).toEqual([])
    })

    // The British Virgin Islands are officially "Virgin Islands", as are the American ones in their own law: the document decides.
    it('finds the official name', () => expect(unfound(named('official'))).toEqual(['VGB Virgin Islands']))

    it('finds the adjective', () => {
      const adjectives = all.flatMap((c): [string, string][] =>
        c.demonyms?.eng?.m ? [[c.cca3, c.demonyms.eng.m]] : [],
      )
      expect(all.length - adjectives.length).toBe(1) // Bouvet Island has no people.
      expect(unfound(adjectives).sort()).toEqual(
        [
          // The adjective is that of the state that holds the territory, and means that state.
          ['ATF French', 'BES Dutch', 'IOT Indian', 'MNP American', 'SJM Norwegian'],
          // Two peoples of one name: the document decides.
          ['COG Congolese', 'DMA Dominican'],
          // Jersey and Guernsey together, and both Virgin Islands: no one territory.
          ['GGY Channel Islander', 'JEY Channel Islander', 'VGB Virgin Islander', 'VIR Virgin Islander'],
        ]
          .flat()
          .sort(),
      )
      expect(mayBe('Congolese', 'COG') && mayBe('Dominican', 'DMA')).toBe(true)
    })

    it('finds the capital, or among what it may mean', () => {
      const capitals = all.flatMap((c) => c.capital.map((name) => [c.cca3, name] as const))
      expect(capitals.filter(([code, name]) => !mayBe(name, code)).map(([code, name]) => `${code} ${name}`)).toEqual([
        'BES Oranjestad', // Aruba's capital too, and better known as that
        'NFK Kingston', // Jamaica's capital
      ])
    })
  })

  it('knows waters that bear the name of a state as no state', () => {
    for (const name of ['South China Sea', 'Gulf of Guinea', 'Lake Chad', 'River Jordan', 'Suez Canal', 'Congo Basin'])
      expect(lookup(name)!.actor).toMatchObject({ kind: 'place', code: null })
  })

  it('tells ambiguous names with their senses, and names of several states with their members', () => {
    expect(lookup('Congo')!.senses.map((s) => s.actor.code)).toEqual(['COG', 'COD'])
    expect(lookup('Korean')!.actor.code).toBeNull()
    expect(lookup('Victoria')).toMatchObject({ actor: { code: null, kind: 'place' } })
    expect(lookup('Brussels')!.senses.map((s) => s.actor.code)).toEqual(['EUR', 'BEL'])
    expect(lookup('RK')).toMatchObject({ actor: { code: null } })
    expect(lookup('RK')!.senses.map((s) => s.actor.code)).toEqual([null, 'KOR', 'KAZ'])
    expect(lookup('Georgia')!.senses.map((s) => s.actor.code)).toEqual(['GEO', 'USA'])
    expect(lookup('New Guinea')!.actor.code).toBeNull()
    expect(lookup('TPC')!.actor).toEqual(lookup('WPK')!.actor)
    expect(lookup('Koreas')!.members.map((m) => m.code)).toEqual(['PRK', 'KOR'])
    expect(lookup('Baltic states')!.members.map((m) => m.code)).toEqual(['EST', 'LVA', 'LTU'])
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
  })

  it('counts them to a state as the analyst’s perspective has it', () => {
    const seen = (by: string) => ['ABK', 'DNR', 'XKX'].map((code) => claimantsSeenBy(by).get(code) ?? code)
    expect(seen('plover')).toEqual(['GEO', 'UKR', 'XKX'])
    expect(seen('none')).toEqual(['ABK', 'DNR', 'XKX'])
    expect(seen('RUS')).toEqual(['ABK', 'RUS', 'XKX'])
    expect(seen('PRK')).toEqual(['GEO', 'DNR', 'XKX'])
    expect(seen('SRB')).toEqual(['GEO', 'UKR', 'SRB'])
    expect(seen('FRA')).toEqual(seen('plover'))
  })

  it('knows a region of one state as in it, one of several as in none', () => {
    expect(lookup('Darfur')!.actor).toMatchObject({ kind: 'place', code: 'SDN' })
    expect(lookup('Fergana Valley')!.actor).toMatchObject({ kind: 'place', code: null })
    expect(lookup('Spratly Islands')!.why).toContain('VNM')
    expect(lookup('Black Sea Fleet')!.actor.code).toBe('RUS')
  })

  it('takes the longest name', () => {
    expect(longest('the Democratic People ’s Republic of Korea said'.split(' '), 1)).toMatchObject({
      length: 6,
      actor: { code: 'PRK' },
    })
    expect(longest(['Russia', ',', 'which'], 0)).toMatchObject({ length: 1 })
  })
})
