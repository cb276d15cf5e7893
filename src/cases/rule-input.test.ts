import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refuseRule } from './rule-input.ts'

describe('a time limit', () => {
  const fine = {
    step: 'final-answer',
    kind: '',
    class: '',
    agencyId: '',
    unit: 'days',
    amount: '5',
    basis: 'SOP contoh',
    from: '2026-12-01',
  }
  const cases = [
    [{}, []],
    [{ kind: 'complaint', class: 'supervisory' }, []],
    [{ kind: 'inquiry', class: 'supervisory' }, ['class']],
    [{ step: 'nap' }, ['step']],
    [{ amount: '-1' }, ['amount']],
    [{ amount: '1,5' }, ['amount']],
    [{ unit: 'minutes', amount: '1200' }, []],
    [{ unit: 'days', amount: '1200' }, ['amount']],
    [{ unit: 'fortnights' }, ['unit']],
    [{ basis: '' }, ['basis']],
    [{ from: '2026-11-22' }, ['from']],
  ] as const
  for (const [more, fields] of cases)
    it(JSON.stringify(more), () =>
      assert.deepEqual(Object.keys(refuseRule({ ...fine, ...more }, { today: '2026-11-23' })), fields),
    )
})
