import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishWords } from './words.ts'

const words = (text: string) =>
  englishWords(text, { start: 0, end: text.length }).map((s) => text.slice(s.start, s.end))

describe('englishWords', () => {
  it.each([
    ['clitics', 'They don’t recognise China’s claim.', ['They', 'do', 'n’t', 'recognise', 'China', '’s', 'claim', '.']],
    ['can not', 'We cannot accept it', ['We', 'can', 'not', 'accept', 'it']],
    ['hyphens stand alone', 'a long-term plan', ['a', 'long', '-', 'term', 'plan']],
    ['but a prefix stays', 'anti-Russian and non-aligned', ['anti-Russian', 'and', 'non-aligned']],
    ['abbreviations', 'Mr. J. Doe of the U.S. left.', ['Mr.', 'J.', 'Doe', 'of', 'the', 'U.S.', 'left', '.']],
    ['No. before a number', 'in No. 5 they said no.', ['in', 'No.', '5', 'they', 'said', 'no', '.']],
    [
      'numbers and dates',
      'On 27.01.2023, 1,500.5 tons (5%).',
      ['On', '27.01.2023', ',', '1,500.5', 'tons', '(', '5', '%', ')', '.'],
    ],
    [
      'addresses',
      'See https://example.org/a-b?c=1, please.',
      ['See', 'https://example.org/a-b?c=1', ',', 'please', '.'],
    ],
    ['units', 'At 5pm, 370km on; 3D maps', ['At', '5', 'pm', ',', '370', 'km', 'on', ';', '3D', 'maps']],
    [
      'telephone numbers, no spans of years',
      'Call 202-555-0134 in 2014-2015.',
      ['Call', '202-555-0134', 'in', '2014', '-', '2015', '.'],
    ],
    [
      'small initials',
      'at 9 a.m. (i.e. now) in a.x',
      ['at', '9', 'a.m.', '(', 'i.e.', 'now', ')', 'in', 'a', '.', 'x'],
    ],
    [
      'two words written as one',
      'They dont, we gonna; a want',
      ['They', 'do', 'nt', ',', 'we', 'gon', 'na', ';', 'a', 'want'],
    ],
    ['faces, no colon before a bracket', 'Thanks :) (so: (x))', ['Thanks', ':)', '(', 'so', ':', '(', 'x', ')', ')']],
    [
      'etc. at the end',
      'oil, gas, etc. and coal, etc.',
      ['oil', ',', 'gas', ',', 'etc.', 'and', 'coal', ',', 'etc', '.'],
    ],
    ['quotation marks', '“Yes,” he said…', ['“', 'Yes', ',', '”', 'he', 'said', '…']],
    [
      'a sentence without a space after it is two',
      'It ended.Then it began',
      ['It', 'ended', '.', 'Then', 'it', 'began'],
    ],
  ])('%s', (_what, text, expected) => expect(words(text)).toEqual(expected))

  it('covers every character that is not white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(words(text).join('')).toBe(text.replace(/[\s\u200b\ufeff]+/gu, ''))
      }),
    )
  })

  it('takes linear time over a long run without spaces', () => {
    const began = performance.now()
    words('a-'.repeat(20_000))
    words('.a'.repeat(20_000))
    expect(performance.now() - began).toBeLessThan(4_000)
  })
})
