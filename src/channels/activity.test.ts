import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysSince, daysWithout } from './activity.ts'

const now = new Date('2026-11-23T03:00:00Z')

const since: [string | null, number | null][] = [
  [null, null],
  ['2026-11-23T02:00:00Z', 0],
  ['2026-11-22T16:59:59Z', 1],
  ['2026-11-22T17:00:00Z', 0],
  ['2026-08-25T03:00:00Z', 90],
]

for (const [last, days] of since)
  test(`days since the last post: ${last}`, () =>
    assert.equal(daysSince(last === null ? null : new Date(last), now), days))

test('days without a post count by the day in Bekasi', () => {
  const posts = ['2026-11-01T16:59:00Z', '2026-11-01T17:00:00Z', '2026-11-02T03:00:00Z'].map((text) => new Date(text))
  assert.equal(daysWithout(posts, '2026-11-01', '2026-12-01'), 28)
  assert.equal(daysWithout([], '2026-11-01', '2026-11-01'), 0)
})
