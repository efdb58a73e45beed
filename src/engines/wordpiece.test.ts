import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { wordPiece } from './wordpiece.ts'

const vocabulary = readFileSync(join(resolve(import.meta.dirname, '../..'), 'models/reader/vocab.txt'), 'utf8')
const { pieces } = wordPiece(vocabulary)

// The ids are what training/reader/wordpiece.py gives: the model was trained on them.
it.each<[string, number[]]>([
  ['treaty', [7274]],
  ['Pyongyang', [153, 15136, 4873, 4993]],
  ['co-operation', [1884, 118, 2805]],
  ['don’t', [1274, 787, 189]],
  ['“', [789]],
  ['Şanlıurfa', [320, 1389, 1233, 12262, 2149, 8057]],
  ['조선', [100]],
  ['中国', [980, 1004]],
  ['U.S.', [158, 119, 156, 119]],
  ['27.01.2023', [1765, 119, 5187, 119, 17881, 1495]],
  ['naïve', [9468, 28203, 2707]],
  ['xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', [100]],
  ['​', [100]],
  ['😀', [100]],
  ['DPRK', [141, 22861, 2428]],
  ['unconstitutionally', [22468, 1193]],
  ['Côte', [23385]],
  ['Н', [460]],
  ['state’s', [1352, 787, 188]],
])('%s', (word, ids) => expect(pieces(word)).toEqual(ids.slice(0, 24)))

it('gives at most 24 pieces of a word, and one of an empty word', () => {
  expect(pieces('a-'.repeat(1000))).toHaveLength(24)
  expect(pieces('')).toHaveLength(1)
})
