import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventRecord, Span } from '../model/index.ts'
import { csvRows, eventHeader, eventRow } from './csv.ts'
import { interchange } from './interchange.ts'

/** Reads CSV as RFC 4180 has it. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i]!
    if (quoted) {
      if (c !== '"') cell += c
      else if (csv[i + 1] === '"') cell += csv[i++]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\r') {
      row.push(cell)
      cell = ''
      if (c === '\r') {
        rows.push(row)
        row = []
        i++
      }
    } else cell += c
  }
  return rows
}

const event = (text: string, trigger: Span, side: Span): EventRecord => ({
  id: 'e1',
  doc: 'd1',
  sentence: 0,
  type: 'CONSULT',
  mode: 'visit',
  contexts: ['diplomatic', 'economic'],
  status: 'happened',
  trigger,
  head: 1,
  actors: [
    {
      span: side,
      text: text.slice(side.start, side.end),
      mention: null,
      actor: { name: 'Norway', kind: 'state', code: 'NOR', sector: null },
    },
  ],
  recipients: [],
  statement: null,
  span: { start: 0, end: text.length },
  where: null,
  confidence: 0.5,
  why: 'because',
  when: { kind: 'derived', value: '2024-03', span: trigger, from: 'the document’s date' },
  said: { kind: 'unknown', value: null, span: null, from: 'not told' },
  published: { kind: 'unknown', value: null, span: null, from: 'not told' },
  speakers: [{ text: 'author unknown', actor: null, span: null, statement: null }],
  references: [2, 5],
  citation: { doc: 'd1', exact: text, prefix: '', suffix: '', start: 0, end: text.length, page: null },
})

describe('CSV', () => {
  it('gives every cell back as it was', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', '"', 'a,b', 'a\r\nb', '', ' x '))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        expect(parse(csvRows(rows))).toEqual(rows)
      }),
    )
  })

  it('keeps a cell that looks like a formula as the document has it', () => {
    expect(csvRows([['=HYPERLINK("x")', '-5', '@a']])).toBe('"=HYPERLINK(""x"")",-5,@a\r\n')
  })

  it('has a column for each part of an event', () => {
    const text = 'Norway visited, they say.'
    const row = eventRow(event(text, { start: 7, end: 14 }, { start: 0, end: 6 }), 'A note', 'e1')
    const named = Object.fromEntries(eventHeader.map((name, i) => [name, row[i]]))
    expect(row).toHaveLength(eventHeader.length)
    expect(named).toMatchObject({
      type: 'CONSULT',
      contexts: 'diplomatic; economic',
      actor_codes: 'NOR',
      recipients: '',
      when: '2024-03',
      when_from: 'the document’s date',
      said: null,
      references: '2; 5',
      trigger: 'visited',
      document: 'A note',
      happening: 'e1',
    })
  })
})

describe('the interchange', () => {
  const of = (text: string, e: EventRecord) =>
    interchange(
      'a',
      {
        text,
        events: [e],
        statements: [],
        times: [],
        references: [],
        markers: [],
        problems: [],
        recalls: [],
        tellingLinks: [],
      },
      { bodies: new Set(['UNO']), claimants: new Map([['ABK', 'GEO']]) },
    ) as {
      events: {
        trigger: { span: [number, number]; text: string }
        actor: { span: [number, number] }[]
        when: object
        speakers: object[]
      }[]
    }

  it('writes bodies between states as IGO and their own code, states as they are', () => {
    const coded = (code: string) => ({
      ...event('abc', { start: 0, end: 1 }, { start: 1, end: 2 }).actors[0]!,
      actor: { name: 'x', kind: 'person' as const, code, sector: null },
    })
    const record = {
      ...event('abc', { start: 0, end: 1 }, { start: 1, end: 2 }),
      actors: [coded('UNO'), coded('FRA'), coded('ABK')],
    }
    expect(of('abc', record).events[0]!.actor).toMatchObject([
      { code: 'IGOUNO' },
      { code: 'FRA' },
      { code: 'GEO', sector: 'PRE' },
    ])
  })

  it('counts code points, so that Python finds the same words', () => {
    const word = fc.array(fc.constantFrom('a', 'é', '한', '😀', '𐍈', '\u0301', ' '), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(word, word, word, (before, side, trigger) => {
        const [b, s, t] = [before.join(''), side.join(''), trigger.join('')]
        const text = `${b}${s}${t}`
        const at = (start: number, part: string): Span => ({ start, end: start + part.length })
        const [found] = of(text, event(text, at(b.length + s.length, t), at(b.length, s))).events
        const points = [...text]
        const words = ([start, end]: readonly [number, number]) => points.slice(start, end).join('')
        expect(words(found!.trigger.span)).toBe(t)
        expect(found!.trigger.text).toBe(t)
        expect(words(found!.actor[0]!.span)).toBe(s)
      }),
    )
  })

  it('has the keys of the bench’s README, with null for what is not known', () => {
    const text = 'Norway visited.'
    const [found] = of(text, event(text, { start: 7, end: 14 }, { start: 0, end: 6 })).events
    expect(Object.keys(found!)).toEqual(
      'id event mode contexts status trigger actor recipient when where speakers statement references confidence why span'.split(
        ' ',
      ),
    )
    expect(found!.when).toEqual({ value: '2024-03', kind: 'derived', span: [7, 14], from: 'the document’s date' })
    expect(found!.speakers).toEqual([{ text: 'author unknown', code: null, span: null }])
    expect(JSON.stringify(found)).not.toContain('undefined')
  })
})
