import { describe, expect, it } from 'vitest'
import { basisInWords, dateInWords } from './dates.ts'

describe('dateInWords', () => {
  it.each([
    ['2024-06-19', '19 June 2024'],
    ['2024-06', 'June 2024'],
    ['2024', '2024'],
    ['2024-12/2025-02', 'December 2024 – February 2025'],
    ['2024/..', '2024 – open end'],
    ['2024-06~', 'about June 2024'],
    ['2024-21', '2024-21'],
    ['19XX', '19XX'],
  ])('%s is %s', (value, words) => expect(dateInWords(value)).toBe(words))
})

describe('basisInWords', () => {
  const text = 'They met last month.'
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  it('shows the words that a date rests on', () =>
    expect(
      basisInWords(
        { kind: 'derived', value: '2025-04', span: { start: 9, end: 19 }, from: 'the document’s date' },
        words,
      ),
    ).toBe('derived from “last month” and the document’s date'))
  it('says why it is unknown', () =>
    expect(basisInWords({ kind: 'unknown', value: null, span: null, from: 'no date stands near' }, words)).toBe(
      'no date stands near',
    ))
})
