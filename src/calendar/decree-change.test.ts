import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cityCalendar, shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import type { Decree } from './decree.ts'
import { type DecreeInput, refuseDecree } from './decree.ts'
import { changeOf } from './decree-change.ts'

const city = shippedCalendars().find(({ id }) => id === cityCalendar)
const holidays = (city?.daysOff ?? [])
  .filter(({ day }) => day.startsWith('2027'))
  .map(({ to: _, ...off }) => ({ id: `${off.day} ${off.kind}`, ...off }))
const held = { holidays, hours: city?.hours ?? [], knownYears: [2025, 2026, 2027] }
const decree: Decree = {
  ...{
    id: 'd',
    year: 2027,
    number: 'SKB contoh',
    decreedOn: '2026-11-20',
    wholeYear: false,
    listed: '',
    withdrawn: '',
  },
  ...{ enteredAt: new Date(0), enteredBy: 'Rahmat Seandainya', confirmedAt: null, confirmedBy: null },
}
const listed = holidays.map(
  ({ day, kind, name }) => `${day}; ${kind === 'national' ? 'nasional' : 'cuti bersama'}; ${name}`,
)
const rowsOf = (change: Partial<Decree>): string[] =>
  changeOf({ ...decree, ...change }, held)
    .rows.filter(({ effect }) => effect !== 'kept')
    .map(({ day, effect, weekend }) => `${day} ${effect}${weekend ? ' weekend' : ''}`)

describe('what a decree changes', () => {
  it('a whole year: what is new, and what is not named any more', () => {
    const without = listed.filter((line) => !line.startsWith('2027-12-24'))
    const change = {
      wholeYear: true,
      listed: [...without, '9 Desember; nasional; Pemungutan suara', '11 Desember; nasional; Hari Contoh'].join('\n'),
    }
    assert.deepEqual(rowsOf(change), ['2027-12-09 added', '2027-12-11 added weekend', '2027-12-24 withdrawn'])
    assert.deepEqual(changeOf({ ...decree, ...change }, held).withdrawnIds, ['2027-12-24 joint-leave'])
  })

  it('single days: added, withdrawn, and of another kind', () => {
    const change = { listed: '24 Desember; nasional; Kelahiran Yesus Kristus', withdrawn: '24/12/2027\n1 Mei 2027' }
    assert.deepEqual(rowsOf(change), ['2027-05-01 withdrawn weekend', '2027-12-24 added', '2027-12-24 withdrawn'])
  })

  it('another name is said, and changes nothing', () => {
    const { rows, obstacles } = changeOf({ ...decree, listed: '1 Januari; nasional; Tahun Baru' }, held)
    assert.deepEqual(
      rows.map(({ effect, knownAs }) => [effect, knownAs]),
      [['kept', 'Tahun Baru 2027 Masehi']],
    )
    assert.match(obstacles.join(), /tidak mengubah apa pun/)
  })

  const obstacles: [what: string, change: Partial<Decree>, words: RegExp][] = [
    ['a withdrawal of what is no day off', { withdrawn: '7 Juli 2027' }, /tidak dapat dicabut: 7 Juli 2027/],
    ['a short list of a year', { wholeYear: true, listed: listed.slice(0, 8).join('\n') }, /belum lengkap/],
    ['the same list again', { wholeYear: true, listed: listed.join('\n') }, /tidak mengubah apa pun/],
    ['an older decree', { withdrawn: '1 Mei 2027', decreedOn: '2026-09-14' }, /yang lebih lama tidak mencabut/],
  ]
  for (const [what, change, words] of obstacles)
    it(what, () => assert.match(changeOf({ ...decree, ...change }, held).obstacles.join(), words))
})

describe('the head of a decree', () => {
  const fine: DecreeInput = {
    year: '2028',
    number: 'SKB contoh',
    decreedOn: '2027-09-20',
    wholeYear: true,
    listed: 'x',
    withdrawn: '',
  }
  const given = { today: '2027-10-01', knownYears: [2025, 2026, 2027] }
  const cases: [more: Partial<DecreeInput>, fields: string[]][] = [
    [{}, []],
    [{ year: '2024' }, []],
    [{ year: '2027' }, []],
    [{ year: '2029' }, ['year']],
    [{ year: '28' }, ['year']],
    [{ wholeYear: false }, ['year']],
    [{ number: '' }, ['number']],
    [{ decreedOn: '2027-10-02' }, ['decreedOn']],
    [{ decreedOn: 'kemarin' }, ['decreedOn']],
    [{ listed: '' }, ['listed']],
    [{ year: '2027', wholeYear: false, listed: '' }, ['listed']],
    [{ withdrawn: '1 Mei' }, ['withdrawn']],
    [{ listed: 'a'.repeat(100_001) }, ['listed']],
  ]
  for (const [more, fields] of cases)
    it(JSON.stringify(more).slice(0, 60), () =>
      assert.deepEqual(Object.keys(refuseDecree({ ...fine, ...more }, given)), fields),
    )
})
