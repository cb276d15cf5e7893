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

describe('clocks of agency and citizen', () => {
  const whole = {
    calendar: workingCalendar(data),
    rules: [
      ...terms.rules,
      rule('t', 'triage', 3),
      rule('u', 'follow-up', 5),
      rule('c', 'closing', 10),
      { ...rule('x', 'final-answer', 7), agencyId: 'dlh' },
    ],
  }
  const passage = (at: string, from: string, to: string): ClockEvent => ({ by: 'passage', at: wib(at), from, to })
  const at = (clock: { startedAt: Date }) =>
    new Date(clock.startedAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

  it('a case moved ten times: the citizen waits from the first word, every agency has clocks of its own', () => {
    const agencies = ['dishub', 'dlh', 'dbmsda', 'dinkes', 'dishub', 'dlh', 'dbmsda', 'dinkes', 'dishub', 'dlh']
    const moves = agencies.map((to, n) =>
      passage(`2026-11-${String(n + 3).padStart(2, '0')} 10:00`, agencies[n - 1] ?? 'dinkes', to),
    )
    const { clocks } = deriveClocks(whole, { ...subject, agencyId: 'dlh' }, [citizen('2026-11-02 09:00'), ...moves])
    const running = clocks.filter(({ stoppedAt }) => stoppedAt === null)
    assert.deepEqual(
      running.map((clock) => [clock.step, clock.agencyId, at(clock), clock.amount]),
      [
        ['first-reply', null, '2026-11-02T09:00', 1],
        ['final-answer', null, '2026-11-02T09:00', 7],
        ['citizen-wait', null, '2026-11-02T09:00', null],
        ['triage', 'dlh', '2026-11-12T10:00', 3],
        ['follow-up', 'dlh', '2026-11-12T10:00', 5],
        ['agency-answer', 'dlh', '2026-11-12T10:00', 7],
      ],
    )
    assert.equal(clocks.filter(({ step }) => step === 'triage').length, 11)
    assert.deepEqual(nextClock(clocks)?.step, 'first-reply')
    assert.equal(inTime(clocks.find(({ step, agencyId }) => step === 'triage' && agencyId === 'dinkes') as never), true)
    assert.equal(
      inTime(clocks.find(({ step, agencyId }) => step === 'follow-up' && agencyId === 'dinkes') as never),
      null,
    )
  })

  it('a triage, a reply or an answer shows that a case was looked at; a follow-up stops its own clock', () => {
    const stopOf = (step: string, ...events: ClockEvent[]) => {
      const { clocks } = deriveClocks(whole, subject, [citizen('2026-11-02 09:00'), ...events])
      return clocks.find((clock) => clock.step === step)?.stoppedBy
    }
    assert.equal(stopOf('triage', { by: 'triage', at: wib('2026-11-02 10:00') }), 'triage')
    assert.equal(stopOf('triage', reply('2026-11-02 10:00')), 'reply')
    assert.equal(stopOf('triage', answer('2026-11-02 10:00')), 'answer')
    assert.equal(stopOf('follow-up', { by: 'follow-up', at: wib('2026-11-02 10:00') }), 'follow-up')
    assert.equal(stopOf('follow-up', reply('2026-11-02 10:00')), null)
  })

  it('an answered case closes by itself in ten days, and a further word stops that', () => {
    const answered = [citizen('2026-11-02 09:00'), answer('2026-11-02 10:00')]
    const { clocks, state } = deriveClocks(whole, subject, answered)
    const closing = clocks.find(({ step }) => step === 'closing')
    assert.deepEqual([state, closing?.dueAt], ['answered', wib('2026-11-16 16:00')])
    assert.equal(nextClock(clocks), undefined)
    const again = deriveClocks(whole, subject, [...answered, citizen('2026-11-04 09:00')])
    const stopped = again.clocks.find(({ step }) => step === 'closing')
    assert.deepEqual([again.state, stopped?.stoppedBy, stopped && inTime(stopped)], ['open', 'word', null])
    const closed = deriveClocks(whole, subject, [...answered, { by: 'closing', at: wib('2026-11-16 16:00') }])
    assert.equal(closed.state, 'closed')
  })

  it('a pause ends with the word it waits for, and holds neither the first reply nor the citizen’s wait', () => {
    const pause: ClockEvent = {
      by: 'pause',
      at: wib('2026-11-03 10:00'),
      reason: 'Menunggu keterangan dari warga',
      limitDays: 10,
      steps: ['first-reply', 'final-answer', 'citizen-wait'],
      endsByWord: true,
    }
    const open = deriveClocks(whole, subject, [citizen('2026-11-02 09:00'), reply('2026-11-03 09:00'), pause])
    const of = (derived: typeof open, step: string) => derived.clocks.find((clock) => clock.step === step)
    assert.deepEqual(of(open, 'final-answer')?.dueAt, wib('2026-11-24 13:30'))
    assert.equal(of(open, 'citizen-wait')?.pauses.length, 0)
    const told = deriveClocks(whole, subject, [
      citizen('2026-11-02 09:00'),
      reply('2026-11-03 09:00'),
      pause,
      citizen('2026-11-05 11:00'),
    ])
    // 5 h on the 3rd, 7.5 h on the 4th, 3.5 h on the 5th: 16 h after Monday the 9th, 16.00
    assert.deepEqual(of(told, 'final-answer')?.dueAt, wib('2026-11-12 08:30'))
    assert.deepEqual(told.pauseEnded, { at: wib('2026-11-05 11:00'), how: 'word' })
  })

  it('what seems to precede the first word (a clock was set back) counts as just after it', () => {
    const events = [
      citizen('2026-11-02 09:00'),
      { by: 'triage', at: wib('2026-11-02 08:10') } as const,
      answer('2026-11-02 08:30'),
    ]
    const { clocks, state } = deriveClocks(whole, subject, events)
    assert.equal(state, 'answered')
    for (const { startedAt, stoppedAt } of clocks) assert.ok(stoppedAt === null || stoppedAt >= startedAt)
  })
})
