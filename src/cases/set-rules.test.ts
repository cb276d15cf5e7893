import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseEscalation } from './set-escalation.ts'
import { refuseReason } from './set-pause-reason.ts'
import { refuseProof } from './set-proof.ts'

const today = '2026-11-23'
const dated: [{ basis?: string; from?: string }, string[]][] = [
  [{}, []],
  [{ from: '2026-11-22' }, ['from']],
  [{ from: '2026-02-30' }, ['from']],
  [{ from: '' }, ['from']],
  [{ basis: '' }, ['basis']],
  [{ basis: 'x'.repeat(300) }, []],
  [{ basis: 'x'.repeat(301), from: 'besok' }, ['basis', 'from']],
]

test('how long a pause may last', () => {
  const input = { id: 'citizen', limitDays: '7', basis: 'SOP', from: today }
  const table: [Partial<typeof input>, string[]][] = [
    ...dated,
    [{ limitDays: '0' }, []],
    [{ limitDays: '99' }, []],
    [{ limitDays: '100' }, ['limitDays']],
    [{ limitDays: '-1' }, ['limitDays']],
    [{ limitDays: '1.5' }, ['limitDays']],
    [{ limitDays: '' }, ['limitDays']],
  ]
  for (const [change, fields] of table)
    assert.deepEqual(Object.keys(refuseReason({ ...input, ...change }, { today, isKnown: true })), fields)
  assert.deepEqual(Object.keys(refuseReason(input, { today, isKnown: false })), ['id'])
})

test('who is warned', () => {
  const input = { level: '75', told: ['handler', 'head'] as string[], basis: 'SOP', from: today }
  const table: [Partial<typeof input>, string[]][] = [
    ...dated,
    [{ told: [] }, []],
    [{ told: ['mayor'] }, ['told']],
    [{ told: ['head', 'toString'] }, ['told']],
    [{ level: '60' }, ['level']],
    [{ level: '' }, ['level']],
  ]
  for (const [change, fields] of table)
    assert.deepEqual(Object.keys(refuseEscalation({ ...input, ...change }, { today })), fields, JSON.stringify(change))
})

test('what proof a kind needs', () => {
  const input = { kind: 'complaint', required: '1', basis: 'SOP', from: today }
  const table: [Partial<typeof input>, string[]][] = [
    ...dated,
    [{ required: '0' }, []],
    [{ required: '10' }, ['required']],
    [{ required: 'satu' }, ['required']],
    [{ kind: 'rumour' }, ['kind']],
  ]
  for (const [change, fields] of table)
    assert.deepEqual(Object.keys(refuseProof({ ...input, ...change }, { today })), fields, JSON.stringify(change))
})
