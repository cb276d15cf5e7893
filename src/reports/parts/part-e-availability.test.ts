import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AvailabilityFigures } from '../../monitoring/figures.ts'
import { availabilityTable, stretches } from './part-e-availability.ts'

const none: AvailabilityFigures = {
  checks: 0,
  up: 0,
  down: 0,
  unknown: 0,
  upPercent: null,
  outages: [],
  lastRealUpdate: null,
  confidence: 'none',
  findings: [],
  websites: [],
  list: [],
}
const site = { ...none, days: [], url: 'https://x.example/', words: '' }
const monthEnd = new Date('2026-10-31T17:00:00Z')

const cases: [name: string, seen: AvailabilityFigures, values: (number | null)[]][] = [
  ['no site: nothing is known', none, [0, null, null, null, null, null, null, null]],
  [
    'a site of which every day is unknown is not down',
    { ...none, checks: 31, unknown: 31, websites: [site] },
    [31, null, 0, 0, 31, 0, 0, null],
  ],
  [
    'a site that was down a day and is not updated',
    {
      ...none,
      checks: 90,
      up: 29,
      down: 1,
      unknown: 1,
      upPercent: 96.7,
      lastRealUpdate: new Date('2026-07-31T16:00:00Z'),
      websites: [site],
    },
    [90, 96.7, 29, 1, 1, 0, 0, 92],
  ],
]
for (const [name, seen, values] of cases)
  test(`availability: ${name}`, () =>
    assert.deepEqual(
      availabilityTable(seen, monthEnd).rows.map(({ cells }) => cells[0]?.value),
      values,
    ))

test('days in a row with one result are one stretch', () => {
  const days = ['up', 'up', 'down', 'up'].map((verdict, i) => ({
    day: `2026-10-0${i + 1}`,
    verdict: verdict as 'up' | 'down',
    checks: 2,
  }))
  assert.deepEqual(
    stretches(days).map(({ from, to, checks, verdict }) => [from.slice(-1), to.slice(-1), checks, verdict]),
    [
      ['1', '2', 4, 'up'],
      ['3', '3', 2, 'down'],
      ['4', '4', 2, 'up'],
    ],
  )
})
