import { expect, test } from 'vitest'
import { isLetterOff } from './letters.ts'

test.each([
  ['quatar', 'qatar', true],
  ['ethopia', 'ethiopia', true],
  ['isreal', 'israel', true],
  ['colombia', 'columbia', true],
  ['peru', 'peru', false],
  ['austria', 'australia', false],
  ['zambia', 'gambia', false],
  ['mali', 'malta', false],
])('%s and %s: %s', (a, b, off) => {
  expect([isLetterOff(a, b), isLetterOff(b, a)]).toEqual([off, off])
})
