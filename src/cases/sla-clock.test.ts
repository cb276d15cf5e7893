import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { workingCalendar } from '../platform/calendar/working-calendar.ts'
import { inTime, nextClock } from './clock.ts'
import { type ClockEvent, deriveClocks } from './sla-clock.ts'
import type { SlaRule } from './sla-rule.ts'

const [data] = shippedCalendars()
assert.ok(data)
const rule = (id: string, step: string, amount: number): SlaRule => ({
  id,
  step,
  unit: 'days',
  amount,
  kind: null,
  class: null,
  agencyId: null,
  basis: '',
  from: '2025-01-01',
})
const terms = { calendar: workingCalendar(data), rules: [rule('r', 'first-reply', 1), rule('f', 'final-answer', 5)] }
const isPromised = (step: string): boolean => step === 'first-reply' || step === 'final-answer'
const subject = { kind: 'complaint', class: 'plain', agencyId: 'dinkes' } as const

const wib = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const citizen = (at: string): ClockEvent => ({ by: 'citizen', at: wib(at) })
const reply = (at: string): ClockEvent => ({ by: 'agency', at: wib(at), final: false })
const answer = (at: string): ClockEvent => ({ by: 'agency', at: wib(at), final: true })

describe('clocks derived from what was written', () => {
  const cases: [what: string, events: ClockEvent[], state: string, clocks: string[]][] = [
    [
      'a first word starts both',
      [citizen('2026-11-02 09:00')],
      'open',
      ['first-reply running', 'final-answer running'],
    ],
    [
      'a reply stops the first',
      [citizen('2026-11-02 09:00'), reply('2026-11-03 15:00')],
      'replied',
      ['first-reply in time', 'final-answer running'],
    ],
    [
      'a final answer stops both, each by its own end',
      [citizen('2026-11-02 09:00'), answer('2026-11-09 16:00')],
      'answered',
      ['first-reply late', 'final-answer in time'],
    ],
    [
      'a minute later is late',
      [citizen('2026-11-02 09:00'), reply('2026-11-02 10:00'), answer('2026-11-09 16:01')],
      'answered',
      ['first-reply in time', 'final-answer late'],
    ],
    [
      'a second word changes nothing while they run',
      [citizen('2026-11-02 09:00'), citizen('2026-11-04 09:00')],
      'open',
      ['first-reply running', 'final-answer running'],
    ],
    [
      'nor after a reply',
      [citizen('2026-11-02 09:00'), reply('2026-11-02 10:00'), citizen('2026-11-04 09:00')],
      'replied',
      ['first-reply in time', 'final-answer running'],
    ],
    [
      'a word after the final answer starts them again',
      [citizen('2026-11-02 09:00'), answer('2026-11-02 10:00'), citizen('2026-11-04 09:00')],
      'open',
      ['first-reply in time', 'final-answer in time', 'first-reply running', 'final-answer running'],
    ],
    [
      'closing without an answer drops what runs, and a later word begins anew',
      [
        citizen('2026-11-02 09:00'),
        answer('2026-11-02 10:00'),
        citizen('2026-11-03 09:00'),
        { by: 'closing', at: wib('2026-11-03 10:00') },
        citizen('2026-11-04 09:00'),
      ],
      'open',
      [
        'first-reply in time',
        'final-answer in time',
        'first-reply dropped',
        'final-answer dropped',
        'first-reply running',
        'final-answer running',
      ],
    ],
    [
      'in whatever order they are told',
      [answer('2026-11-02 10:00'), citizen('2026-11-02 09:00')],
      'answered',
      ['first-reply in time', 'final-answer in time'],
    ],
  ]
  for (const [what, events, state, expected] of cases)
    it(what, () => {
      const derived = deriveClocks(terms, subject, events)
      assert.equal(derived.state, state)
      assert.deepEqual(
        derived.clocks
          .filter(({ step }) => isPromised(step))
          .map((clock) => {
            const none = clock.stoppedAt ? 'dropped' : 'running'
            const word = { null: none, true: 'in time', false: 'late' }[String(inTime(clock)) as 'null']
            return `${clock.step} ${word}`
          }),
        expected,
      )
    })

  it('the next clock is the running one that ends first', () => {
    const { clocks } = deriveClocks(terms, subject, [citizen('2026-11-02 09:00')])
    assert.equal(nextClock(clocks)?.step, 'first-reply')
    assert.deepEqual(nextClock(clocks)?.dueAt, wib('2026-11-03 16:00'))
  })

  it('a year without decree leaves the end unknown, not the case unopened', () => {
    const { clocks } = deriveClocks(terms, subject, [citizen('2027-12-30 09:00')])
    assert.deepEqual(
      clocks
        .filter(({ step }) => isPromised(step))
        .map(({ dueAt, unknownYear }) => [dueAt?.toISOString() ?? null, unknownYear]),
      [
        [wib('2027-12-31 16:30').toISOString(), null],
        [null, 2028],
      ],
    )
  })
})
