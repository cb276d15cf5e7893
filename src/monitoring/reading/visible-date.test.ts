import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readVisibleDate } from './visible-date.ts'

const now = new Date('2026-11-23T03:00:00Z')

const genuine: [string, string][] = [
  ['6 Maret 2017', '2017-03-06T05:00'],
  ['Senin, 06 Maret 2017 10:15 WIB', '2017-03-06T03:15'],
  ['SENIN, 6 MARET 2017', '2017-03-06T05:00'],
  ['06/03/2017', '2017-03-06T05:00'],
  ['06-03-2017', '2017-03-06T05:00'],
  ['2017-03-06', '2017-03-06T05:00'],
  ['Mar 6, 2017', '2017-03-06T05:00'],
  ['March 6, 2017', '2017-03-06T05:00'],
  ['9 Dec 2025', '2025-12-09T05:00'],
  ['May 20, 2025', '2025-05-20T05:00'],
  ['05 Nopember 2019', '2019-11-05T05:00'],
  ["Jum'at, 2 Pebruari 2018", '2018-02-02T05:00'],
  ['Jum’at, 2 Pebruari 2018', '2018-02-02T05:00'],
  ['20 Ags 2024', '2024-08-20T05:00'],
  ['20 Agt 2024', '2024-08-20T05:00'],
  ['Ahad 4 Juni 2023', '2023-06-04T05:00'],
  ['12 Okt 2026 14.30 WITA', '2026-10-12T06:30'],
  ['Diposting pada Senin, 06 Maret 2017', '2017-03-06T05:00'],
  ['Posted on 20 November 2026 by admin', '2026-11-20T05:00'],
  ['06 / Mar / 2026', '2026-03-06T05:00'],
  ['3 hari yang lalu', '2026-11-20T03:00'],
  ['2 minggu lalu', '2026-11-09T03:00'],
  ['1 bulan lalu', '2026-10-23T03:00'],
  ['5 menit lalu', '2026-11-23T02:55'],
  ['kemarin', '2026-11-22T03:00'],
  ['baru saja', '2026-11-23T03:00'],
  ['31 Desember 2026', '2026-12-31T05:00'],
]

const traps = [
  'HUT RI 17 Agustus',
  '06 Mar',
  'Maret 2017',
  '10:15',
  '© 2026',
  'Copyright 23 November 2026',
  'Hari ini: Senin, 23 November 2026',
  'Hari ini, 23 November 2026 10.00 WIB',
  'Terakhir diperbarui: 23 November 2026',
  'Last updated November 23, 2026',
  'Perda Nomor 5 Tahun 2017',
  'Peraturan Wali Kota Nomor 5 Tahun 2017 tanggal 6 Maret 2017',
  'Instruksi 555.7/226 tertanggal 6 Maret 2017',
  '17 Ramadan 1447',
  'Pendaftaran 3 Juni 2026 - 5 Juni 2026',
  'Paling lambat 30 November 2026',
  'Pengunjung 23 November 2026: 1.234',
  '1 Januari 1970',
  '',
  'tanpa tanggal',
  `${'kata '.repeat(60)} 6 Maret 2017`,
]

describe('visible Indonesian dates', () => {
  for (const [text, expected] of genuine)
    it(text, () => assert.equal(readVisibleDate(text, now)?.date.toISOString().slice(0, 16), expected))
  for (const text of traps)
    it(`is no publishing date: ${text.slice(0, 60)}`, () => assert.equal(readVisibleDate(text, now), null))
})
