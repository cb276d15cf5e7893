import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alarmsOf, type Held, isIdle } from './alarm.ts'

const days = { endingSoon: 14, silent: 30, idleWarning: 76, idleLock: 90, escalation: 7 }
const today = '2026-11-23'
const one = (change: Partial<Held>): Held => ({
  appointmentId: 'a',
  personId: 'p',
  role: 'operator',
  deputy: false,
  from: '2026-01-05',
  to: null,
  seen: today,
  ...change,
})
const head = one({ appointmentId: 'h', role: 'head' })
const operator = one({ appointmentId: 'o' })
const deputy = one({ appointmentId: 'd', deputy: true })

for (const [what, held, kinds] of [
  ['all posts held, everybody seen today', [head, operator, deputy], []],
  ['nobody at all', [], ['head-missing', 'operator-missing', 'deputy-missing']],
  ['a deputy is no operator', [head, deputy], ['operator-missing']],
  [
    'an operator who begins tomorrow is not there yet',
    [head, one({ from: '2026-11-24' }), deputy],
    ['operator-missing'],
  ],
  ['an operator whose last day was yesterday is gone', [head, one({ to: today }), deputy], ['operator-missing']],
  ['the term ends in 14 days', [one({ role: 'head', to: '2026-12-07' }), operator, deputy], ['ending-soon']],
  ['the term ends in 15 days', [one({ role: 'head', to: '2026-12-08' }), operator, deputy], []],
  [
    'the term ends, and the next is appointed',
    [one({ role: 'head', to: '2026-12-01' }), one({ role: 'head', from: '2026-12-01' }), operator, deputy],
    [],
  ],
  ['the operator was seen 29 days ago', [head, one({ seen: '2026-10-25' }), deputy], []],
  ['the operator was seen 30 days ago', [head, one({ seen: '2026-10-24' }), deputy], ['silent']],
  ['a head may stay away for 30 days', [one({ role: 'head', seen: '2026-10-24' }), operator, deputy], []],
  ['unused for 76 days: one alarm, the graver', [head, one({ seen: '2026-09-08' }), deputy], ['idle-warning']],
  ['never signed in counts from the first day', [head, one({ seen: null, from: '2026-10-24' }), deputy], ['silent']],
] as const)
  test(what, () =>
    assert.deepEqual(
      alarmsOf('dinkes', held, days, today).map(({ kind }) => kind),
      kinds,
    ),
  )

test('an account is locked on the ninetieth day, not before', () => {
  assert.equal(isIdle(one({ seen: '2026-08-26' }), 90, today), false)
  assert.equal(isIdle(one({ seen: '2026-08-25' }), 90, today), true)
})

test('the same matter has the same key tomorrow', () => {
  const keys = (day: string) => alarmsOf('dinkes', [head], days, day).map(({ key }) => key)
  assert.deepEqual(keys('2026-11-23'), keys('2026-11-24'))
})
