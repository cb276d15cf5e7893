import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refuseHoliday } from './holiday.ts'

describe('a day off', () => {
  const fine = {
    day: '2026-12-09',
    kind: 'national',
    name: 'Pemungutan suara',
    decree: 'Keppres contoh',
    from: '2026-11-20',
  }
  const given = { today: '2026-11-23', knownYears: [2025, 2026, 2027] }
  const cases = [
    [{}, []],
    [{ day: '2026-02-30' }, ['day']],
    [{ day: '' }, ['day']],
    [{ day: '2028-01-01' }, ['day']],
    [{ kind: 'weekend' }, ['kind']],
    [{ name: '', decree: '' }, ['name', 'decree']],
    [{ from: '2026-11-24' }, ['from']],
    [{ from: 'kemarin' }, ['from']],
  ] as const
  for (const [more, fields] of cases)
    it(JSON.stringify(more), () => assert.deepEqual(Object.keys(refuseHoliday({ ...fine, ...more }, given)), fields))
})
