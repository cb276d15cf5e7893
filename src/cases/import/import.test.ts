import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnMapOf, findImportColumns, readColumnMap } from './columns.ts'
import { readWrittenDate } from './written-date.ts'

for (const [text, expected] of [
  ['23/11/2026', '2026-11-22T17:00:00.000Z'],
  ['06/03/2026 09:15', '2026-03-06T02:15:00.000Z'],
  ['6-3-2026 9.15', '2026-03-06T02:15:00.000Z'],
  ['2026-03-06 09:15:30', '2026-03-06T02:15:30.000Z'],
  ['2026-03-06T02:15:00Z', '2026-03-06T02:15:00.000Z'],
  ['6 Maret 2026', '2026-03-05T17:00:00.000Z'],
  ["Jum'at, 6 Maret 2026 pukul 16.40 WIB", '2026-03-06T09:40:00.000Z'],
  ['06 Agt 2026', '2026-08-05T17:00:00.000Z'],
  ['17 Agustus 2026 08:00', '2026-08-17T01:00:00.000Z'],
  ['1-Des-2026', '2026-11-30T17:00:00.000Z'],
  ['31/02/2026', null],
  ['13/13/2026', null],
  ['6/3/26', null],
  ['45987', null],
  ['besok', null],
  ['', null],
] as const)
  test(`date ${text}`, () => assert.equal(readWrittenDate(text)?.toISOString() ?? null, expected))

test('columns are known by the words of several systems, whatever their order', () => {
  const found = findImportColumns([
    'No.',
    'Tracking ID',
    'Judul Laporan',
    'Isi_Laporan',
    'Instansi',
    'Tgl. Laporan',
    'Foto',
  ])
  assert.ok('places' in found)
  assert.deepEqual(
    [...found.places],
    [
      ['id', 1],
      ['title', 2],
      ['text', 3],
      ['agency', 4],
      ['receivedAt', 5],
    ],
  )
})

test('a map names what is called otherwise, and says what is not there', () => {
  const head = ['Kode', 'Keluhan', 'Masuk']
  const missing = findImportColumns(head)
  assert.match('problem' in missing ? missing.problem : '', /isi, tanggal tidak dikenali.*Keluhan/)
  const map = readColumnMap('isi = Keluhan\n tanggal=Masuk ')
  assert.deepEqual(map, { text: 'Keluhan', receivedAt: 'Masuk' })
  assert.ok('places' in findImportColumns(head, map as object))
  assert.ok('problem' in findImportColumns(head, { text: 'Tidak ada' }))
  assert.ok('problem' in readColumnMap('entah = x'))
  assert.deepEqual(columnMapOf({ text: 'Keluhan' }), { text: 'Keluhan' })
  assert.ok('problem' in columnMapOf([]))
})
