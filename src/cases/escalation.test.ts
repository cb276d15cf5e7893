import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toldOf } from './escalation.ts'

const rule = (level: number, from: string, told: readonly string[]) => ({ level, from, told, basis: 'SOP' })
const held = (personId: string, role: string, agencyId: string | null) => ({ personId, role, agencyId })

const rules = [
  rule(50, '2025-01-01', ['handler']),
  rule(75, '2025-01-01', ['handler', 'head']),
  rule(75, '2026-11-24', ['head', 'reviewer', 'comms-head']),
  rule(90, '2025-01-01', []),
  rule(100, '2027-01-01', ['head']),
]
const holdings = [
  held('op-1', 'operator', 'dinkes'),
  held('op-2', 'operator', 'dinkes'),
  held('op-3', 'operator', 'dishub'),
  held('head', 'head', 'dinkes'),
  held('head', 'reviewer', 'dinkes'),
  held('other-head', 'head', 'dishub'),
  held('comms', 'comms-head', null),
]

test('the latest rule of a level says who is told, nobody twice', () => {
  const table: [level: number, assigneeId: string | null, day: string, told: string[]][] = [
    [50, null, '2026-11-23', ['op-1', 'op-2']],
    [50, 'op-2', '2026-11-23', ['op-2']],
    [50, null, '2024-12-31', []],
    [75, null, '2026-11-23', ['op-1', 'op-2', 'head']],
    [75, 'head', '2026-11-23', ['head']],
    [75, null, '2026-11-24', ['head', 'comms']],
    [90, 'op-1', '2026-11-23', []],
    [100, 'op-1', '2026-12-31', []],
    [125, 'op-1', '2026-11-23', []],
  ]
  for (const [level, assigneeId, day, told] of table)
    assert.deepEqual(toldOf(rules, holdings, { level, agencyId: 'dinkes', assigneeId }, day), told, `${level} ${day}`)
  assert.deepEqual(toldOf(rules, [], { level: 75, agencyId: 'dinkes', assigneeId: null }, '2026-11-23'), [])
})
