import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type HoursInput, type KeptHours, refuseHours, refuseHoursWithdrawal, weekOf } from './office-hours.ts'

const week = { 1: '07.30-12.00, 13.00-16.00', 6: '', 7: '' }
const fine: HoursInput = {
  name: 'Ramadan 2028',
  from: '2028-01-28',
  to: '2028-02-26',
  week,
  jointLeaveIsOff: true,
  basis: 'SE contoh',
}
const usual: KeptHours = {
  id: 'a',
  name: 'Jam kerja biasa',
  from: '2025-01-01',
  to: null,
  week: { 1: [['07:30', '16:00']] },
  jointLeaveIsOff: true,
  basis: 'Perpres',
}

describe('office hours to be added', () => {
  const cases: [more: Partial<HoursInput>, fields: string[]][] = [
    [{}, []],
    [{ to: '' }, []],
    [{ name: '' }, ['name']],
    [{ from: '' }, ['from']],
    [{ to: '2028-01-01' }, ['to']],
    [{ to: 'lebaran' }, ['to']],
    [{ week: {} }, ['hari-1']],
    [{ week: { 1: 'pagi', 5: '13.00-07.00' } }, ['hari-1', 'hari-5']],
    [{ basis: '' }, ['basis']],
    [{ from: '2025-01-01', to: '' }, ['from']],
    [{ from: '2025-01-01', to: '', name: 'Jam kerja biasa' }, ['name']],
    [{ from: '2025-01-01', to: '2025-01-31' }, []],
  ]
  for (const [more, fields] of cases)
    it(JSON.stringify(more), () => assert.deepEqual(Object.keys(refuseHours({ ...fine, ...more }, [usual])), fields))

  it('leave out the days that are not worked', () =>
    assert.deepEqual(weekOf(fine), {
      1: [
        ['07:30', '12:00'],
        ['13:00', '16:00'],
      ],
    }))
})

describe('office hours to be withdrawn', () => {
  const ramadan: KeptHours = { ...usual, id: 'b', name: 'Ramadan', from: '2026-02-19', to: '2026-03-20' }
  const given = { reason: 'Keliru', knownYears: [2025, 2026] }
  it('may go where others hold', () => assert.equal(refuseHoursWithdrawal([usual, ramadan], 'b', given), undefined))
  it('need a reason', () =>
    assert.match(refuseHoursWithdrawal([usual, ramadan], 'b', { ...given, reason: '' }) ?? '', /alasan/))
  it('stay where a day would have none', () =>
    assert.match(refuseHoursWithdrawal([usual, ramadan], 'a', given) ?? '', /1 Januari 2025 tidak mempunyai jam kerja/))
})
