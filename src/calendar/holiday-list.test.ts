import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDay } from './day-in-words.ts'
import { readList, refuseYear } from './holiday-list.ts'

describe('a day as it is written', () => {
  const cases = [
    ['2028-01-01', '2028-01-01'],
    ['1 Januari 2028', '2028-01-01'],
    ['Sabtu, 29 Februari 2028', '2028-02-29'],
    ['29 Februari 2027', null],
    ['1 January 2028', null],
    ['', null],
  ] as const
  for (const [text, day] of cases) it(text, () => assert.equal(readDay(text), day))
})

const year = Array.from({ length: 12 }, (_, i) => `2028-${String(i + 1).padStart(2, '0')}-05; nasional; Hari ke-${i}`)

describe('the list of a yearly decree', () => {
  it('is read line by line', () =>
    assert.deepEqual(
      readList('1 Januari 2028; nasional; Tahun Baru\n\n2028-01-02;Cuti bersama;Tahun Baru; lagi', 2028),
      {
        days: [
          { day: '2028-01-01', kind: 'national', name: 'Tahun Baru' },
          { day: '2028-01-02', kind: 'joint-leave', name: 'Tahun Baru; lagi' },
        ],
        errors: [],
      },
    ))

  it('says by line what is wrong', () => {
    const lines = ['besok; nasional; A', '2027-01-01; nasional; B', '2028-01-01; libur; C', '2028-01-01; nasional;']
    const { errors } = readList([...lines, '2028-03-01; nasional; D', '2028-03-01; nasional; D'].join('\n'), 2028)
    assert.deepEqual(
      errors.map((words) => words.slice(0, 8)),
      ['Baris 1:', 'Baris 2:', 'Baris 3:', 'Baris 4:', 'Baris 6:'],
    )
  })

  const given = { today: '2027-10-01', knownYears: [2025, 2026, 2027] }
  const fine = { year: '2028', decree: 'SKB contoh', from: '2027-09-20', list: year.join('\n') }
  const cases = [
    [{}, []],
    [{ year: '2027' }, ['year', 'list']],
    [{ year: '2029' }, ['year', 'list']],
    [{ year: 'depan' }, ['year', 'list']],
    [{ decree: '' }, ['decree']],
    [{ from: '2027-10-02' }, ['from']],
    [{ list: year.slice(0, 9).join('\n') }, ['list']],
    [{ list: 'a'.repeat(200_000) }, ['list']],
  ] as const
  for (const [more, fields] of cases)
    it(JSON.stringify(more).slice(0, 60), () =>
      assert.deepEqual(Object.keys(refuseYear({ ...fine, ...more }, given)), fields),
    )
})
