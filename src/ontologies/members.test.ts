import { describe, expect, it } from 'vitest'
import { bounds } from '../text/index.ts'
import { actorOntology, bodyCodes, stateCodes } from './actors.ts'
import { membersOn, staysOf, suspendedOn, through } from './members.ts'
import { memberships } from './memberships.ts'

const FORMER = new Set(['SUN', 'YUG', 'CSK', 'DDR', 'YMD'])
const rows = memberships.flatMap((body) =>
  [...body.members, ...(body.suspended ?? [])].map(([when, codes]) => ({ body, when, codes: codes.split(' ') })),
)

describe('memberships', () => {
  it('are of bodies and states that are known, with a source each', () => {
    for (const { code, source } of memberships) {
      expect(bodyCodes.has(code) || code === 'P5', code).toBe(true)
      expect(source.length, code).toBeGreaterThan(5)
    }
    for (const code of new Set(rows.flatMap((r) => r.codes)))
      expect(stateCodes.has(code) || FORMER.has(code) || bodyCodes.has(code), code).toBe(true)
  })

  it('have dates in order, and no member twice at a time', () => {
    for (const { body, when, codes } of rows) {
      const [since, until] = when.split('/') as [string, string]
      const [from, to] = [bounds(since), until === '' ? null : bounds(until)]
      expect(from, `${body.code} ${when}`).not.toBeNull()
      if (until !== '') expect(to!.last! > from!.first!, `${body.code} ${when}`).toBe(true)
      expect(new Set(codes).size, `${body.code} ${when}`).toBe(codes.length)
    }
    for (const { code } of memberships) {
      const members = membersOn(code, null)
      expect(new Set(members).size, code).toBe(members.length)
    }
  })

  it.each([
    ['UNO', null, 193],
    ['UNO', '1945-06', 0],
    ['UNO', '1946-06', 51],
    ['NTO', null, 32],
    ['NTO', '1999-03-11', 16],
    ['EUR', null, 27],
    ['EUR', '2019', 28],
    ['COE', null, 46],
    ['OSC', null, 57],
    ['OEC', null, 38],
    ['AFU', null, 55],
    ['ARL', null, 22],
    ['ASN', null, 10],
    ['CST', null, 6],
    ['EAE', null, 5],
    ['SCO', null, 10],
    ['BRC', '2023', 5],
    ['BRC', '2024', 9],
    ['BRC', null, 10],
    ['GCC', null, 6],
    ['GSV', null, 7],
    ['GSV', '2010', 8],
    ['GTW', null, 21],
    ['ECW', null, 12],
    ['ECW', '2024', 15],
    ['OPC', null, 12],
    ['APE', null, 21],
    ['P5', '1980', 5],
    ['P5', null, 5],
    ['WAR', '1985', 7],
    ['WAR', null, 0],
  ])('%s on %s has %i members', (body, on, count) => expect(membersOn(body, on)).toHaveLength(count))

  it.each([
    ['FIN', 'NTO', '2023-04-03', 'none'],
    ['FIN', 'NTO', '2023-04-04', 'whole'],
    ['FIN', 'NTO', '2023', 'part'],
    ['FIN', 'NTO', '2024', 'whole'],
    ['GBR', 'EUR', '2020-01-31', 'whole'],
    ['GBR', 'EUR', '2020-02-01', 'none'],
    ['GBR', 'EUR', '2020', 'part'],
    ['MWI', 'UNO', '1964-03', 'part'],
    ['RUS', 'GSV', '2014-06', 'none'],
  ] as const)('%s in %s on %s: %s', (state, body, on, answer) => {
    const stay = staysOf(state).find((s) => s.body.code === body)!
    expect(through(stay, on)).toBe(answer)
  })

  it('tell of suspension apart from membership', () => {
    const syria = staysOf('SYR').find((s) => s.body.code === 'ARL')!
    expect([through(syria, '2015'), suspendedOn(syria, '2015')]).toEqual(['whole', 'whole'])
    expect([suspendedOn(syria, '2023'), suspendedOn(syria, '2024')]).toEqual(['part', 'none'])
  })

  it('are asked by the ontology as of a day', () => {
    const { membersOf } = actorOntology()
    expect(membersOf('GSV', '2024-06-13').map((a) => a.name)).toContain('Japan')
    expect(membersOf('NTO', '2023-01-01').map((a) => a.code)).not.toContain('FIN')
    expect(membersOf('IAE', null)).toEqual([])
  })
})
