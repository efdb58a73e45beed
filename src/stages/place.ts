import type { Mention, Place, Point } from '../model/index.ts'
import { defineStage, type Gazetteer, type Landform } from '../pipeline/index.ts'
import { countriesNamed } from './mention/countries.ts'
import { chooseSettlement } from './mention/settlements.ts'

/** Where the events happened and the statements were made that name a place: a region, water or line, a settlement of the gazetteer, else the middle of the country. */
export const place = defineStage({
  name: 'place',
  version: '2',
  needs: ['mentions', 'events', 'statements'],
  adds: ['points'],
  run(_doc, { mentions, events, statements }, { gazetteer }) {
    const bySpan = new Map(mentions.map((m) => [`${m.span.start}-${m.span.end}`, m]))
    const named = countriesNamed(mentions.map((m) => m.actor.code))
    const points = [...events, ...statements].flatMap(({ id, where }): [string, Point][] => {
      const point = where === null ? null : pointOf(where, bySpan, named, gazetteer)
      return point === null ? [] : [[id, point]]
    })
    return { layers: { points: Object.fromEntries(points) }, problems: [] }
  },
})

function pointOf(
  where: Place,
  mentions: ReadonlyMap<string, Mention>,
  named: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Point | null {
  const mention = mentions.get(`${where.span.start}-${where.span.end}`)
  const isState = mention?.actor.kind === 'state' && mention.actor.name === where.text
  const land = isState ? null : gazetteer.landform(where.text)
  if (land !== null && (where.country === null || land.countries.includes(where.country))) return middleOf(land, where)
  const own = where.country === null ? named : new Set([where.country])
  const chosen = isState ? null : chooseSettlement(gazetteer.settlements(where.text), own)
  if (chosen !== null && (where.country === null || chosen.settlement.country === where.country)) {
    const { name, country, latitude, longitude, geonames } = chosen.settlement
    return { name, country, latitude, longitude, precision: 'settlement', geonames, why: chosen.why }
  }
  const centre = where.country === null ? null : gazetteer.centre(where.country)
  if (centre === null) return null
  const [latitude, longitude] = centre
  const why = isState ? 'the country itself is named' : `“${where.text}” is in no gazetteer; the middle of its country`
  return { name: where.text, country: where.country!, latitude, longitude, precision: 'country', geonames: null, why }
}

const NOUNS: Readonly<Record<Landform['kind'], string>> = {
  sea: 'a sea',
  strait: 'a strait or canal',
  river: 'a river',
  lake: 'a lake',
  mountains: 'mountains',
  region: 'a region',
  island: 'islands',
  border: 'a line between states',
}

/** The middle of a region, water or line, with what it lies between. */
function middleOf({ kind, names, countries, latitude, longitude, extentKm }: Landform, { country }: Place): Point {
  const [only] = countries
  const within = countries.length === 0 ? '' : `, in or between ${countries.join(', ')}`
  return {
    name: names[0]!,
    country: country ?? (countries.length === 1 ? only! : null),
    latitude,
    longitude,
    precision: 'region',
    geonames: null,
    why: `the middle of ${NOUNS[kind]}${within}; it reaches some ${extentKm} km from there`,
  }
}
