import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approvalOn } from './answer-approval.ts'

const rule = (from: string, required: boolean) => ({ from, required, setBy: 'Dewi Misal' })

test('the latest rule that has begun holds', () => {
  const rules = [rule('2026-01-01', true), rule('2026-06-01', false), rule('2026-11-01', true)]
  const table: readonly (readonly [day: string, required: boolean])[] = [
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
    ['2026-12-31', true],
  ]
  for (const [day, required] of table) assert.equal(approvalOn(rules, day), required, day)
  assert.equal(approvalOn([], '2026-01-01'), false)
})
