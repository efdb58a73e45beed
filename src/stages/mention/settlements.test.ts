import { expect, test } from 'vitest'
import { chooseSettlement } from './settlements.ts'

const at = (country: string, population: number) => ({
  name: 'X',
  country,
  population,
  latitude: 0,
  longitude: 0,
  geonames: 1,
})

test('a namesake in a country that the document names goes before a larger one', () => {
  const found = [at('LBY', 1_150_000), at('LBN', 229_000)]
  expect(chooseSettlement(found, new Set(['LBN']))?.settlement.country).toBe('LBN')
  expect(chooseSettlement(found, new Set(['LBN', 'LBY']))?.settlement.country).toBe('LBN')
  expect(chooseSettlement(found, new Set())?.settlement.country).toBe('LBY')
})

test('a town named after an older one is not meant by its name alone', () => {
  const found = [at('CHE', 184_000), at('USA', 22_000)]
  expect(chooseSettlement(found, new Set(['USA']))?.settlement.country).toBe('CHE')
  expect(chooseSettlement([at('GBR', 1_100_000), at('USA', 200_000)], new Set(['USA']))?.settlement.country).toBe('USA')
  expect(chooseSettlement([at('MEX', 1_200_000), at('NIC', 145_000)], new Set(['NIC']))?.settlement.country).toBe('NIC')
})

test('small places and equal namesakes are nobody’s without evidence', () => {
  expect(chooseSettlement([at('USA', 4_000)], new Set())).toBeNull()
  expect(chooseSettlement([at('USA', 4_000)], new Set(['USA']))).not.toBeNull()
  expect(chooseSettlement([at('GBR', 90_000), at('CAN', 80_000)], new Set(['FRA']))).toBeNull()
  expect(chooseSettlement([], new Set(['FRA']))).toBeNull()
})
