import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuseToMerge, refuseToPart } from './merge.ts'

const day = (n: number): Date => new Date(Date.UTC(2026, 10, n))
const first = {
  id: 'a',
  agencyId: 'dinkes',
  state: 'replied',
  receivedAt: day(2),
  merged: false,
  citizenKey: 'k',
} as const
const second = { ...first, id: 'b', state: 'open', receivedAt: day(3) } as const

test('the later of one citizen goes into the earlier', () => {
  const table = [
    [second, first, true],
    [first, second, false],
    [second, second, false],
    [second, { ...first, citizenKey: 'other' }, false],
    [second, { ...first, citizenKey: null }, true],
    [{ ...second, state: 'closed' }, first, false],
    [second, { ...first, state: 'closed' }, false],
    [second, { ...first, state: 'answered' }, true],
    [{ ...second, agencyId: 'dishub' }, first, true],
    [{ ...second, agencyId: 'dishub', citizenKey: null }, first, false],
    [{ ...second, agencyId: 'dishub' }, { ...first, citizenKey: null }, false],
    [{ ...second, merged: true }, first, false],
    [second, { ...first, merged: true }, false],
  ] as const
  for (const [found, into, may] of table)
    assert.equal(refuseToMerge(found, into) === undefined, may, JSON.stringify([found, into]))
})

test('parted while nothing else has happened', () => {
  assert.equal(refuseToPart({ merged: true, state: 'closed' }), undefined)
  assert.notEqual(refuseToPart({ merged: false, state: 'closed' }), undefined)
  assert.notEqual(refuseToPart({ merged: true, state: 'open' }), undefined)
})
