import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { freshnessStatus } from './cadence.ts'

const weekly = { due: 7, overdue: 14, delinquent: 21, dormant: 90 }
const now = new Date('2026-11-23T03:00:00Z')

describe('status by cadence', () => {
  const cases: [number | null, string][] = [
    [null, 'unknown'],
    [0, 'current'],
    [8, 'current'],
    [8.1, 'due'],
    [15, 'due'],
    [15.1, 'overdue'],
    [22, 'overdue'],
    [22.1, 'delinquent'],
    [90, 'delinquent'],
    [90.1, 'dormant'],
  ]
  for (const [days, status] of cases)
    it(`${days} days: ${status}`, () => {
      const last = days === null ? null : new Date(now.getTime() - days * 86_400_000)
      assert.equal(freshnessStatus(last, now, weekly), status)
    })
})
