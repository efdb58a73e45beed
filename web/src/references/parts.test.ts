import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from './parts.ts'

const numbers = (...all: number[]) => all.map((number) => ({ number }))
const told = (words: string, ...all: number[]): string =>
  partsOf(words, numbers(...all))
    .map(({ text, of, implied }) => (of === null ? text : implied ? `<+${text}>` : `<${text}>`))
    .join('')

describe('partsOf', () => {
  it.each([
    ['[3]', [3], '<[3]>'],
    ['[3, 5]', [3, 5], '[<3>, <5>]'],
    ['[3, 5–7]', [3, 5, 6, 7], '[<3>, <5>–<+6><7>]'],
    ['¹⁻³', [1, 2, 3], '<¹>⁻<+2><³>'],
    ['(Keller 2015; Ito 2020)', [4, 2], '(Keller 2015; Ito 2020)<+4><+2>'],
    ['[3, p. 12; 5]', [3, 5], '[<3>, p. 12; <5>]'],
  ])('%s of %j', (words, all, drawn) => expect(told(words, ...all)).toBe(drawn))

  it('keeps every printed character and every marker', () =>
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), (words, all) => {
        const parts = partsOf(words, numbers(...all))
        const printed = parts.filter((p) => !p.implied).map((p) => p.text)
        return printed.join('') === words && parts.filter((p) => p.of !== null).length === all.length
      }),
    ))
})
