import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ruleFor, type SlaRule } from './sla-rule.ts'

const rule = (id: string, more: Partial<SlaRule>): SlaRule => ({
  id,
  step: 'final-answer',
  kind: null,
  class: null,
  agencyId: null,
  unit: 'days',
  amount: 5,
  basis: '',
  from: '2025-01-01',
  ...more,
})

describe('the rule that holds', () => {
  const rules = [
    rule('all', {}),
    rule('complaints', { kind: 'complaint' }),
    rule('deep', { kind: 'complaint', class: 'supervisory' }),
    rule('deep, later', { kind: 'complaint', class: 'supervisory', from: '2026-07-01' }),
    rule('dinkes', { agencyId: 'dinkes' }),
    rule('reply', { step: 'first-reply' }),
  ]
  const cases = [
    ['aspiration', 'plain', 'dishub', '2026-01-05', 'all'],
    ['complaint', 'plain', 'dishub', '2026-01-05', 'complaints'],
    ['complaint', 'supervisory', 'dishub', '2026-06-30', 'deep'],
    ['complaint', 'supervisory', 'dishub', '2026-07-01', 'deep, later'],
    ['complaint', 'supervisory', 'dinkes', '2026-07-01', 'dinkes'],
    ['complaint', 'plain', 'dishub', '2024-12-31', 'all'],
  ] as const
  for (const [kind, depth, agencyId, day, expected] of cases)
    it(`${kind}, ${depth}, ${agencyId}, ${day}: ${expected}`, () =>
      assert.equal(ruleFor(rules, 'final-answer', { kind, class: depth, agencyId }, day)?.id, expected))

  it('there is none for a step without rules', () =>
    assert.equal(
      ruleFor(rules, 'nap', { kind: 'complaint', class: 'plain', agencyId: 'dinkes' }, '2026-01-05'),
      undefined,
    ))
})
