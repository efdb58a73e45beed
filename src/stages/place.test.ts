import { expect, test } from 'vitest'
import type { EventFinding, Mention } from '../model/index.ts'
import { gazetteer } from '../ontologies/gazetteer.ts'
import type { Ports } from '../pipeline/index.ts'
import { place } from './place.ts'

const ports = { gazetteer: gazetteer() } as unknown as Ports
const span = { start: 10, end: 14 }

const run = async (text: string, country: string | null, kind: 'place' | 'state' = 'place', others: string[] = []) => {
  const event = { id: 'e', where: { span, text, country } } as EventFinding
  const mention = (code: string | null, at = span) =>
    ({ span: at, actor: { name: text, kind, code, sector: null } }) as unknown as Mention
  const mentions = [mention(country), ...others.map((code, i) => mention(code, { start: 20 + i, end: 21 + i }))]
  const { layers } = await place.run({} as never, { mentions, events: [event], statements: [] }, ports)
  return layers.points.e ?? null
}

test('a settlement gets its coordinates and number', async () => {
  const goma = await run('Goma', 'COD')
  expect(goma).toMatchObject({ country: 'COD', precision: 'settlement', geonames: 216281 })
  expect(goma!.latitude).toBeCloseTo(-1.68, 1)
  expect(goma!.longitude).toBeCloseTo(29.22, 1)
})

test('the countries that a document names choose among namesakes', async () => {
  expect((await run('Tripoli', null, 'place', ['LBN']))?.country).toBe('LBN')
  expect((await run('Tripoli', null))?.country).toBe('LBY')
  expect(await run('San Miguel', null, 'place', ['FIN'])).toBeNull()
})

test('a water, a line and a contested island are their middle, of no one country, and say what they lie between', async () => {
  const strait = await run('the Taiwan Strait', null)
  expect(strait).toMatchObject({ name: 'Taiwan Strait', country: null, precision: 'region', geonames: null })
  expect(strait!.why).toContain('CHN, TWN')
  expect(await run('Yalu River', null, 'place', ['CHN'])).toMatchObject({ name: 'Yalu', precision: 'region' })
  expect(await run('Line of Control', null)).toMatchObject({ latitude: 34, why: expect.stringContaining('300 km') })
  expect(await run('Darfur', 'SDN')).toMatchObject({ country: 'SDN', precision: 'region' })
})

test('a place of the same name in a country that the region does not touch is not the region', async () => {
  expect(await run('Okinawa', 'BRA')).toMatchObject({ country: 'BRA', precision: 'country' })
})

test('a country is its middle, and what no gazetteer knows the middle of its country, as it says', async () => {
  expect(await run('Chad', 'TCD', 'state')).toMatchObject({ precision: 'country', why: 'the country itself is named' })
  expect(await run('Umm Zaybat', 'SDN')).toMatchObject({ precision: 'country', country: 'SDN', geonames: null })
  expect(await run('Umm Zaybat', null)).toBeNull()
})
