import { expect, it } from 'vitest'
import { bestTags } from './tags.ts'

const opens = [true, true, false] // O, B-X, I-X
const free = [
  [0, 0, -50],
  [0, -3, 2],
  [0, -3, 2],
]

it('joins a name that the words alone would cut in two', () => {
  const scores = Float32Array.from([0, 2, 0, 0, 1.0, 0.6]) // B, then B a little above I
  expect(bestTags(scores, 2, free, opens)).toEqual([1, 2])
})

it('never begins with an inside tag, nor follows O with one', () => {
  expect(bestTags(Float32Array.from([0, 1, 9]), 1, free, opens)).toEqual([1])
  expect(bestTags(Float32Array.from([9, 0, 0, 0, 0, 5]), 2, free, opens)).toEqual([0, 0])
})

it('gives nothing for no words', () => expect(bestTags(new Float32Array(), 0, free, opens)).toEqual([]))
