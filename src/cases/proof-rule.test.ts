import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ProofRule, requiredProof } from './proof-rule.ts'

const rule = (from: string, required: number): ProofRule => ({ kind: 'complaint', from, required, basis: '' })

test('the rule of the day holds, by kind', () => {
  const rules = [rule('2026-06-01', 2), rule('2025-01-01', 1)]
  const table = [
    ['complaint', '2024-12-31', 1],
    ['complaint', '2025-01-01', 1],
    ['complaint', '2026-05-31', 1],
    ['complaint', '2026-06-01', 2],
    ['opinion', '2026-06-01', 0],
  ] as const
  for (const [kind, day, required] of table) assert.equal(requiredProof(rules, kind, day), required, `${kind} ${day}`)
})
