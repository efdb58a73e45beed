import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times as lexicon } from '../../lang/en/times.ts'
import type { Doc, TimeExpression } from '../../model/index.ts'
import { bounds } from '../../text/index.ts'
import { blankDoc } from './doc.fixture.ts'
import { absolute, type Example, lengths, narratives, negatives, ranges, reports, wire } from './examples.fixture.ts'
import { findTimes } from './grammar.ts'
import { resolveTimes } from './resolve.ts'

const read = (doc: Doc): readonly TimeExpression[] =>
  resolveTimes(
    doc,
    doc.blocks.flatMap((block) => findTimes(doc.text, block.span, lexicon)),
  ).times

const told = (text: string, date: string | null): [string, string | null][] =>
  read(blankDoc(text, date)).map((t) => [text.slice(t.span.start, t.span.end), t.anchor.value])

const groups: Record<string, readonly Example[]> = { absolute, ranges, reports, wire, narratives, lengths }
for (const [name, examples] of Object.entries(groups))
  describe(name, () => {
    test.each(examples.map((e) => [e.text, e] as const))('%s', (_, { text, date, times }) => {
      expect(told(text, date)).toEqual(times)
    })
  })

describe('no time', () => {
  test.each(negatives)('%s', (text) => {
    expect(told(text, '2025-05-05')).toEqual([])
  })
})

describe('where a date comes from', () => {
  const anchors = (text: string, date: string | null) => read(blankDoc(text, date)).map((t) => t.anchor)

  test('a whole date is stated', () => {
    expect(anchors('Signed on 19 June 2024.', null)[0]).toMatchObject({ kind: 'stated', value: '2024-06-19' })
  })

  test('a relative one is derived and names what from', () => {
    expect(anchors('Signed last month.', '2025-05-05')[0]).toMatchObject({
      kind: 'derived',
      from: 'the document’s date 2025-05-05',
    })
    expect(anchors('In March 1918 he came. The next month he left.', null)[1]).toMatchObject({
      kind: 'derived',
      from: '“March 1918” before it',
    })
    expect(anchors('In May 1918 he came and in June he left.', null)[1]).toMatchObject({
      kind: 'derived',
      from: 'the year of “May 1918” before it',
    })
  })

  test('without the document’s date, what leans on it is unknown and says so', () => {
    expect(anchors('Signed last month.', null)[0]).toMatchObject({
      kind: 'unknown',
      value: null,
      from: 'the document’s date is not known',
    })
  })

  test('a text without a date that sees time from its own day is no narrative: it does not lean on the date told before', () => {
    const analysis = 'They signed on 19 May 2021. Last week the envoy left. During the past month he came back.'
    expect(anchors(analysis, null).slice(1)).toEqual([
      expect.objectContaining({ kind: 'unknown', from: 'the document’s date is not known' }),
      expect.objectContaining({ kind: 'unknown', from: 'the document’s date is not known' }),
    ])
    const years = [1905, 1906, 1907, 1908, 1909, 1911, 1912].map((year) => `In ${year} a treaty was signed.`).join(' ')
    const narrative = `${years} On 3 May 1914 war broke out. During the past month troops had gathered.`
    expect(anchors(narrative, null).at(-1)).toMatchObject({ kind: 'derived', from: '“3 May 1914” before it' })
  })

  test('a document known to the month gives no day', () => {
    expect(anchors('Signed yesterday.', '2025-05')[0]).toMatchObject({ kind: 'unknown', value: null })
    expect(anchors('Signed last month.', '2025-05')[0]).toMatchObject({ value: '2025-04' })
  })

  test.each([
    ['Signed on 03/04/2024, in force on 25/04/2024.', ['2024-04-03', '2024-04-25']],
    ['Signed on 03/04/2024, in force on 04/25/2024.', ['2024-03-04', '2024-04-25']],
    ['Signed on 03/04/2024.', ['2024']],
  ])('order of figures: %s', (text, values) => {
    expect(anchors(text, null).map((a) => a.value)).toEqual(values)
  })

  test('the document’s own day shows the order of figures', () => {
    expect(anchors('Issued 03/04/2024. In force 05/04/2024.', '2024-04-03').map((a) => a.value)).toEqual([
      '2024-04-03',
      '2024-04-05',
    ])
  })
})

describe('hostile input', () => {
  test('spans are in order, apart and inside the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'the',
        'May',
        '1914',
        '–',
        '3',
        ',',
        'of',
        'June',
        'last',
        'month',
        'two',
        'years',
        'ago',
        '19',
        '.',
        ':',
        '/',
        'BC',
        's',
        '’',
        'to',
        'and',
        '(',
        ')',
        'mid-',
        'early',
        'night',
        'on',
        '\n\n',
        'week',
        'later',
        'the 5th',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(' ', ''), (pieces, glue) => {
        const text = pieces.join(glue)
        let end = 0
        for (const { span, anchor, type } of read(blankDoc(text, '2025-05-05'))) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          if (anchor.value !== null && /^(?:date|time)$/u.test(type))
            expect([anchor.value, bounds(anchor.value)]).not.toContain(null)
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test.each(['the ', '1, ', '3–', 'May ', '1914 ', '(', 'the first of ', 'early late ', '19.', 'a and a half '])(
    '%j over and over takes a linear time',
    (unit) => {
      const cost = (repeats: number): number => {
        const began = performance.now()
        read(blankDoc(unit.repeat(repeats), '2025-05-05'))
        return performance.now() - began
      }
      cost(1000)
      expect(cost(40_000)).toBeLessThan(40 * (cost(4000) + 5))
    },
  )
})
