import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../platform/refusal.ts'
import type { Clock } from './clock.ts'
import { type PauseReason, refuseToPause } from './pause.ts'

const now = new Date('2026-11-23T03:00:00Z')
const from = new Date('2026-11-20T03:00:00Z')
const clock: Clock = {
  ...{ step: 'final-answer', agencyId: null, ruleId: 'r', unit: 'days', amount: 14, startedAt: from },
  ...{ dueAt: new Date('2026-12-10T10:00:00Z'), unknownYear: null, stoppedAt: null, stoppedBy: null },
  ...{ pauses: [], told: 0, former: [] },
}
const reason: PauseReason = {
  ...{ id: 'letter', name: 'Menunggu surat', limitDays: 5, steps: ['final-answer', 'first-reply'] },
  ...{ endsByWord: false, basis: 'SOP', from: '2026-01-01' },
}
const given = { state: 'open', clocks: [clock], reason, wasAsked: false, usedUp: [], now } as const

test('a clock stands still only for a reason, before its end, and not twice', () => {
  const pause = { reason: 'Menunggu surat', from, to: null, limitDays: 5 }
  const table: [Partial<Parameters<typeof refuseToPause>[0]>, string | undefined][] = [
    [{}, undefined],
    [{ state: 'replied' }, undefined],
    [{ state: 'answered' }, 'conflict'],
    [{ state: 'closed' }, 'conflict'],
    [{ reason: undefined }, 'invalid'],
    [{ usedUp: ['letter'] }, 'invalid'],
    [{ usedUp: ['another'] }, undefined],
    [{ clocks: [{ ...clock, pauses: [pause] }] }, 'conflict'],
    [{ clocks: [{ ...clock, pauses: [{ ...pause, to: now }] }] }, undefined],
    [{ reason: { ...reason, endsByWord: true } }, 'invalid'],
    [{ reason: { ...reason, endsByWord: true }, wasAsked: true }, undefined],
    [{ clocks: [] }, 'invalid'],
    [{ clocks: [{ ...clock, stoppedAt: now }] }, 'invalid'],
    // The first reply waits for nobody, whatever a reason says.
    [{ clocks: [{ ...clock, step: 'first-reply' }] }, 'invalid'],
    [{ clocks: [{ ...clock, dueAt: now }] }, 'conflict'],
    [{ clocks: [{ ...clock, dueAt: new Date(now.getTime() + 1) }] }, undefined],
    // An end that is not known yet is not past.
    [{ clocks: [{ ...clock, dueAt: null }] }, undefined],
  ]
  for (const [change, expected] of table) {
    const refusal = refuseToPause({ ...given, ...change })
    assert.equal(isRefusal(refusal) ? refusal.refusal : undefined, expected, JSON.stringify(change))
  }
})
