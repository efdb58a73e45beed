import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bounds, compareInTime, edtf, overlapsInTime, precisionOf, shifted, weekdayOf } from './edtf.ts'

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2024-06-19', '2024-06-19', '2024-06-19'],
  ['198X', '1980-01-01', '1989-12-31'],
  ['18XX', '1800-01-01', '1899-12-31'],
  ['2024-21', '2024-03-01', '2024-05-31'],
  ['2024-24', '2024-12-01', '2025-02-28'],
  ['2024-35', '2024-07-01', '2024-09-30'],
  ['2024-41', '2024-07-01', '2024-12-31'],
  ['1939-10~', '1939-10-01', '1939-10-31'],
  ['1939/1945', '1939-01-01', '1945-12-31'],
  ['{2023-11,2024-11}', '2023-11-01', '2024-11-30'],
  ['-0002', '-0002-01-01', '-0002-12-31'],
])('bounds of %s', (value, first, last) => {
  expect(bounds(value)).toEqual({ first, last })
})

test('an open or unknown end has no bound', () => {
  expect(bounds('2020/..')).toEqual({ first: '2020-01-01', last: null })
  expect(bounds('/2020')).toEqual({ first: null, last: '2020-12-31' })
})

test.each(['', 'yesterday', '2024-13-01', '20', '2024-00', '2024-02-31', '{}', '{2024', '{2024,May}'])(
  '%j is no value',
  (value) => {
    expect(bounds(value)).toBeNull()
  },
)

test.each([
  ['2024-06-19', 1, 'day', '2024-06-20'],
  ['2024-02-28', 2, 'day', '2024-03-01'],
  ['2024-03-31', 1, 'month', '2024-04'],
  ['2024-01', -1, 'month', '2023-12'],
  ['2024-06-19', -2, 'year', '2022'],
  ['1940-05-10', 1, 'week', '1940-05-17'],
  ['1940-05', 2, 'day', null],
  ['2024-21', 1, 'month', null],
] as const)('%s moved by %i %s', (value, count, unit, moved) => {
  expect(shifted(value, count, unit)).toBe(moved)
})

test('values are compared by their bounds', () => {
  expect(compareInTime('2023', '2024-01-01')).toBe(-1)
  expect(compareInTime('2024-06', '2024-05-31')).toBe(1)
  expect(compareInTime('2024', '2024-05')).toBe(0)
  expect(compareInTime('-0489', '-0002')).toBe(-1)
  expect(compareInTime('2020/..', '2024')).toBe(0)
  expect(overlapsInTime('2020/..', '2024')).toBe(true)
  expect(overlapsInTime('2020/2021', '2022')).toBe(false)
  expect(overlapsInTime('-0489', '-0002')).toBe(false)
})

test.each([
  ['2024-06-19', 'day'],
  ['2024-06~', 'month'],
  ['2024-35', 'season'],
  ['-0002', 'year'],
  ['198X', 'decade'],
  ['18XX', 'century'],
  ['2020/..', 'interval'],
  ['soon', null],
])('precision of %s', (value, precision) => {
  expect(precisionOf(value)).toBe(precision)
})

test('moving by days and back is the same day, and the weekday goes round', () => {
  const day = fc.record({
    y: fc.integer({ min: -500, max: 2500 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), ({ y, m, d }, by) => {
      const value = edtf(y, m, d)
      expect(shifted(shifted(value, by, 'day')!, -by, 'day')).toBe(value)
      expect(weekdayOf(shifted(value, 7, 'day')!)).toBe(weekdayOf(value))
    }),
  )
})
