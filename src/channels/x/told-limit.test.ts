import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callName } from './call-name.ts'
import { toldLimits } from './told-limit.ts'

const now = new Date('2026-11-23T03:00:00Z')
const seconds = (at: string): string => String(Date.parse(at) / 1000)
const told = (headers: Record<string, string>) => toldLimits((name) => headers[name] ?? null, now)

test('both windows are read', () => {
  const headers = {
    date: 'Mon, 23 Nov 2026 03:00:00 GMT',
    'x-rate-limit-limit': '300',
    'x-rate-limit-remaining': '299',
    'x-rate-limit-reset': seconds('2026-11-23T03:15:00Z'),
    'x-app-limit-24hour-limit': '10000',
    'x-app-limit-24hour-remaining': '0',
    'x-app-limit-24hour-reset': seconds('2026-11-24T03:00:00Z'),
  }
  assert.deepEqual(told(headers), [
    { window: 'quarter', allowed: 300, remaining: 299, resetsAt: new Date('2026-11-23T03:15:00Z') },
    { window: 'day', allowed: 10_000, remaining: 0, resetsAt: new Date('2026-11-24T03:00:00Z') },
  ])
})

for (const [words, date, reset] of [
  ['ahead', 'Mon, 23 Nov 2026 03:10:00 GMT', '2026-11-23T03:25:00Z'],
  ['behind', 'Mon, 23 Nov 2026 02:50:00 GMT', '2026-11-23T03:05:00Z'],
] as const)
  test(`a clock of X that is ten minutes ${words} does not shorten or lengthen the wait`, () => {
    const [limit] = told({ date, 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': seconds(reset) })
    assert.deepEqual(limit?.resetsAt, new Date('2026-11-23T03:15:00Z'))
  })

test('no headers, or a window that is over, say nothing', () => {
  assert.deepEqual(told({}), [])
  assert.deepEqual(told({ 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': '1' }), [])
})

const names: [method: string, path: string, name: string][] = [
  ['GET', '/2/users/2244994945/mentions', 'GET /2/users/:id/mentions'],
  ['GET', '/2/users/by/username/dinkes_1', 'GET /2/users/by/username/:username'],
  ['DELETE', '/2/tweets/1146654567674912769', 'DELETE /2/tweets/:id'],
  ['POST', '/2/media/upload/12/append', 'POST /2/media/upload/:id/append'],
  ['GET', '/2/users/me', 'GET /2/users/me'],
]
for (const [method, path, name] of names)
  test(`${name} has no id in it`, () => assert.equal(callName(method, path), name))
