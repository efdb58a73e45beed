import { describe, expect, it } from 'vitest'
import { titles } from './titles.ts'

describe('offices, bodies and groups', () => {
  it.each([
    ['prime minister', 'GOV'],
    ['senator', 'LEG'],
    ['admiral', 'MIL'],
    ['prosecutor general', 'JUD'],
    ['opposition leader', 'OPP'],
    ['rebel leader', 'REB'],
    ['correspondent', 'MED'],
    ['cleric', 'REL'],
  ])('the office of %s is %s', (phrase, sector) => expect(titles.offices.get(phrase)).toBe(sector))

  it.each([
    ['foreign ministry', 'GOV'],
    ['parliament', 'LEG'],
    ['armed forces', 'MIL'],
    ['police', 'COP'],
    ['constitutional court', 'JUD'],
    ['intelligence service', 'SPY'],
    ['newspaper', 'MED'],
    ['trade union', 'LAB'],
    ['alliance', null],
  ])('a body such as a %s is %s', (phrase, sector) => expect(titles.bodies.get(phrase)).toBe(sector))

  it('tells people of a sector from others', () => {
    expect(titles.groups.get('protester')).toBe('CVL')
    expect(titles.groups.get('insurgent')).toBe('REB')
    expect(titles.groups.get('refugee')).toBe('REF')
    expect(titles.groups.has('table')).toBe(false)
  })

  it('names in its sets only words that it knows', () => {
    const known = (word: string) =>
      titles.offices.has(word) || titles.bodies.has(word) || titles.groups.has(word) || titles.places.has(word)
    const { collectives, states, doubtful, abroad } = titles
    expect([collectives, states, doubtful, abroad].flatMap((set) => [...set].filter((word) => !known(word)))).toEqual(
      [],
    )
    expect(
      [...titles.synonyms].flatMap(([word, others]) => [word, ...others].filter((o) => !titles.offices.has(o))),
    ).toEqual([])
  })
})
