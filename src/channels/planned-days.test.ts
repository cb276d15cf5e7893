import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthView, viewOf, weekView } from './planned-days.ts'

for (const [month, first, last, weeks] of [
  ['2026-11', '2026-10-26', '2026-12-06', 6],
  ['2026-02', '2026-01-26', '2026-03-01', 5],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
  ['2028-02', '2028-01-31', '2028-03-05', 5],
] as const)
  test(`the weeks of ${month}`, () => {
    const { days } = monthView(month)
    assert.deepEqual([days[0], days.at(-1), days.length / 7], [first, last, weeks])
  })

test('a week begins on Monday, also across a year', () => {
  const { days, previous, next } = weekView('2027-01-03')
  assert.deepEqual([days[0], days[6], previous, next], ['2026-12-28', '2027-01-03', '2026-12-21', '2027-01-04'])
})

test('what means nothing is this month in Bekasi', () => {
  // The last hours of November in UTC are December in Bekasi.
  const now = new Date('2026-11-30T18:00:00Z')
  assert.equal(viewOf({ week: '', month: '' }, now).name, '2026-12')
  assert.equal(viewOf({ week: '2026-02-31', month: '2026-13' }, now).name, '2026-12')
  assert.equal(viewOf({ week: '2026-11-25', month: '2026-01' }, now).name, '2026-11-23')
})
