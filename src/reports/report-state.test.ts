import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  approvalOf,
  awaitsHead,
  isLate,
  type Progress,
  type ReportState,
  refuseToApprove,
  refuseToHandIn,
  refuseToMove,
  refuseToWrite,
  type StepName,
  stateOf,
} from './report-state.ts'

const dueAt = new Date('2026-11-06T09:30:00Z')
const before = new Date('2026-11-05T00:00:00Z')
const after = new Date('2026-11-10T00:00:00Z')
const progress = (names: string, at = before, due: Date | null = dueAt): Progress => ({
  month: '2026-10',
  dueAt: due,
  steps: names
    .split(' ')
    .filter(Boolean)
    .map((step) => ({ step: step as StepName, at, byName: 'x', reason: null, fingerprint: null })),
})

const states: [steps: string, now: Date, ReportState][] = [
  ['', before, 'draft'],
  ['', dueAt, 'missing'],
  ['handed-in', before, 'draft'],
  ['handed-in', after, 'missing'],
  ['handed-in approved', after, 'submitted'],
  ['handed-in approved received', after, 'received'],
  ['handed-in approved received returned', after, 'returned'],
  ['handed-in approved received returned handed-in', after, 'returned'],
  ['handed-in approved received returned handed-in approved', after, 'submitted'],
  ['handed-in approved received accepted', after, 'accepted'],
  ['handed-in approved received accepted forwarded', after, 'forwarded'],
]
for (const [steps, now, state] of states)
  test(`after "${steps}" on ${now.toISOString().slice(0, 10)} a report is ${state}`, () =>
    assert.equal(stateOf(progress(steps), now), state))

/** Which steps are allowed, in the order: write, hand in, approve, receive, return, accept, forward. */
const allowed: [steps: string, string][] = [
  ['', 'write hand-in'],
  ['handed-in', 'write approve'],
  ['handed-in approved', 'received'],
  ['handed-in approved received', 'returned accepted'],
  ['handed-in approved received returned', 'write hand-in'],
  ['handed-in approved received returned handed-in', 'write approve'],
  ['handed-in approved received returned handed-in approved', 'received'],
  ['handed-in approved received accepted', 'forwarded'],
  ['handed-in approved received accepted forwarded', ''],
]
for (const [steps, names] of allowed)
  test(`after "${steps}" one may: ${names || 'nothing'}`, () => {
    const one = progress(steps)
    const open = [
      ['write', refuseToWrite(one)],
      ['hand-in', refuseToHandIn(one, after)],
      ['approve', refuseToApprove(one)],
      ...(['received', 'returned', 'accepted', 'forwarded'] as const).map(
        (step) => [step, refuseToMove(one, step, after)] as const,
      ),
    ].filter(([, refusal]) => refusal === undefined)
    assert.equal(open.map(([name]) => name).join(' '), names)
  })

const lateness: [name: string, Progress, now: Date, boolean][] = [
  ['open before the due date', progress(''), before, false],
  ['open after it', progress(''), after, true],
  ['submitted in time, looked at later', progress('handed-in approved'), after, false],
  ['submitted on the due instant', progress('approved', dueAt), dueAt, true],
  ['submitted late', progress('approved', after), after, true],
  ['no due date known', progress('', before, null), after, false],
]
for (const [name, one, now, late] of lateness) test(`late: ${name}`, () => assert.equal(isLate(one, now), late))

test('in time once, returned and submitted again late: still in time', () => {
  const first = progress('approved received returned')
  const again = { ...first, steps: [...first.steps, ...progress('handed-in approved', after).steps] }
  assert.equal(isLate(again, after), false)
})

test('a return takes the approval back', () => {
  assert.equal(approvalOf(progress('handed-in approved received returned')), null)
  assert.equal(approvalOf(progress('handed-in approved received'))?.step, 'approved')
  assert.equal(awaitsHead(progress('handed-in approved')), false)
})

test('a month that is not over cannot be handed in', () => {
  assert.ok(refuseToHandIn(progress(''), new Date('2026-10-31T16:59:59Z')))
  assert.equal(refuseToHandIn(progress(''), new Date('2026-10-31T17:00:00Z')), undefined)
})
