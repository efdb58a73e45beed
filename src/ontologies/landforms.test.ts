import { expect, test } from 'vitest'
import world, { type Countries } from 'world-countries'
import { gazetteer } from './gazetteer.ts'
import { landforms } from './landforms.ts'

const middles = new Map((world as unknown as Countries).map((c) => [c.cca3, c.latlng as [number, number]]))
/** States that are no more. */
const FORMER = new Set(['VDR', 'RVN', 'XKX'])

/** Kilometres between two points of the globe. */
function distance([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const h = Math.sin(rad(c - a) / 2) ** 2 + Math.cos(rad(a)) * Math.cos(rad(c)) * Math.sin(rad(d - b) / 2) ** 2
  return 12_742 * Math.asin(Math.sqrt(h))
}

test('every landform has states that there are, and lies within the reach of each', () => {
  const reach = new Map((world as unknown as Countries).map((c) => [c.cca3, Math.sqrt(Math.abs(c.area)) * 1.6 + 700]))
  const far = landforms.flatMap(({ names, countries, latitude, longitude, extentKm }) =>
    countries
      .filter((code) => !FORMER.has(code))
      .filter((code) => {
        const middle = middles.get(code)
        return middle === undefined || distance(middle, [latitude, longitude]) > reach.get(code)! + extentKm
      })
      .map((code) => `${names[0]} ${code}`),
  )
  expect(far).toEqual([
    // Far from the middle of a state that holds or claims them, as any map shows.
    'Strait of Gibraltar GBR',
    'Strait of Magellan CHL',
    'Beagle Channel CHL',
    'Tierra del Fuego CHL',
    'Spratly Islands TWN',
    'Paracel Islands TWN',
    'Senkaku Islands JPN',
    'Chagos Islands GBR',
    'Chagos Islands MUS',
    'Hans Island DNK',
  ])
})

test('no name stands twice', () => {
  const names = landforms.flatMap((land) => land.names)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('is found by every name, with the article and without accents', () => {
  const { landform } = gazetteer()
  expect(landform('the Golan')?.names[0]).toBe('Golan Heights')
  expect(landform('Rio de la Plata')?.kind).toBe('river')
  expect(landform('Union')).toBeNull()
})

test('cities have their English names', () => {
  const { settlements } = gazetteer()
  for (const [name, country] of [
    ['Geneva', 'CHE'],
    ['Cologne', 'DEU'],
    ['Nuremberg', 'DEU'],
    ['Saigon', 'VNM'],
    ['Cracow', 'POL'],
  ] as const)
    expect(settlements(name)[0]?.country, name).toBe(country)
  expect(settlements('Geneva').some((s) => s.country === 'USA')).toBe(true)
})
