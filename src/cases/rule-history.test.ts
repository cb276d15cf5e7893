import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inTimeOrder } from './rule-history.ts'

describe('rules in the order of time', () => {
  const rules = [
    { about: 'a', from: '2025-01-01' },
    { about: 'a', from: '2026-01-01' },
    { about: 'b', from: '2025-01-01' },
    { about: 'a', from: '2027-01-01' },
  ]
  const cases: [day: string, now: string[], coming: string[], former: string[]][] = [
    ['2024-12-31', [], ['a 2025-01-01', 'b 2025-01-01', 'a 2026-01-01', 'a 2027-01-01'], []],
    ['2025-06-01', ['a 2025-01-01', 'b 2025-01-01'], ['a 2026-01-01', 'a 2027-01-01'], []],
    ['2026-01-01', ['a 2026-01-01', 'b 2025-01-01'], ['a 2027-01-01'], ['a 2025-01-01']],
  ]
  for (const [day, ...expected] of cases)
    it(day, () => {
      const { now, coming, former } = inTimeOrder(rules, ({ about }) => about, day)
      const words = [now, coming, former].map((some) => some.map(({ about, from }) => `${about} ${from}`))
      assert.deepEqual(words, expected)
    })
})
