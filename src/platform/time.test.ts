import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as time from './time.ts'

const evening = new Date('2026-11-30T17:30:00Z') // 1 December, 00.30 in Bekasi

test('days and months are those of Bekasi', () => {
  assert.equal(time.dayInWib(evening), '2026-12-01')
  assert.equal(time.monthInWib(evening), '2026-12')
  assert.equal(time.formatInstant(evening), '1 Desember 2026 pukul 00.30 WIB')
  assert.equal(time.formatWeekday('2017-03-06'), 'Senin, 6 Maret 2017')
})

test('a month is half-open', () => {
  assert.deepEqual(time.monthRange('2026-12'), {
    from: new Date('2026-11-30T17:00:00Z'),
    to: new Date('2026-12-31T17:00:00Z'),
  })
})

for (const [month, count, expected] of [
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-06', -18, '2024-12'],
  ['2026-06', 0, '2026-06'],
] as const)
  test(`${month} and ${count} months is ${expected}`, () => assert.equal(time.addMonths(month, count), expected))

for (const [value, digits, expected] of [
  [1234.56, 2, '1.234,56'],
  [1234567, 0, '1.234.567'],
  [-1200, 0, '-1.200'],
  [0.5, 1, '0,5'],
  [99, 1, '99'],
  [999, 0, '999'],
  [1234.5678, 2, '1.234,57'],
] as const)
  test(`${value} is written ${expected}`, () => assert.equal(time.formatNumber(value, digits), expected))

test('a month written wrongly is no month', () => {
  assert.deepEqual(['2026-00', '2026-13', '2026-1', '26-01', '2026-12'].map(time.isMonth), [
    false,
    false,
    false,
    false,
    true,
  ])
})
