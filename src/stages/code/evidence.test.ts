import { expect, test } from 'vitest'
import { probabilityOf } from './evidence.ts'

const seen = { bias: 1, entry: 1, 'weight of the entry': 1.4, 'model, this type': 2, 'model, any type': 2 }

test('a probability rises with what speaks for an act and falls with what speaks against it', () => {
  const p = probabilityOf(seen)
  expect(p).toBeGreaterThan(0.8)
  expect(p).toBeLessThan(1)
  expect(probabilityOf({ ...seen, 'model, this type': -5, 'model, any type': -5 })).toBeLessThan(0.5)
  expect(probabilityOf({ ...seen, incomplete: 1 })).toBeLessThan(p)
  expect(probabilityOf({ ...seen, 'words of the trigger': 1 })).toBeGreaterThan(p)
})

test('evidence without a weight counts nothing', () => {
  expect(probabilityOf({ ...seen, 'a name that is not there': 9 })).toBe(probabilityOf(seen))
})
