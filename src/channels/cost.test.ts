import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BudgetState, budgetState, forecast } from './cost.ts'

const budget = { micros: 100, warnPercent: 80, stops: true }
const states: [spent: number, state: BudgetState][] = [
  [0, 'within'],
  [79, 'within'],
  [80, 'near'],
  [99, 'near'],
  [100, 'used-up'],
  [140, 'used-up'],
]
for (const [spent, state] of states)
  test(`${spent} of 100 is ${state}`, () => assert.equal(budgetState(spent, budget), state))
test('without a budget nothing is near its end', () => assert.equal(budgetState(1e9, undefined), 'none'))

const day = (n: number, micros: number) => ({ day: `2026-11-${String(n).padStart(2, '0')}`, micros })

test('the days to come cost as much as the last seven did', () => {
  const days = Array.from({ length: 20 }, (_, i) => day(i + 1, i < 13 ? 0 : 10))
  // 70 until the 20th ends, and ten a day for the ten days left.
  assert.equal(forecast(days, new Date('2026-11-21T00:00:00Z')), 170)
})

test('early in the month, as much as the days that have been', () => {
  assert.equal(forecast([day(1, 10), day(2, 10)], new Date('2026-11-03T00:00:00Z')), 300)
})

test('in the first hours a day is not made of them; nothing spent stays nothing', () => {
  assert.equal(forecast([day(1, 1)], new Date('2026-11-01T01:00:00Z')), Math.round(1 + 29 + 23 / 24))
  assert.equal(forecast([], new Date('2026-11-21T00:00:00Z')), 0)
})
