import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDecreeList } from './decree-list.ts'

/** Days read of one line, its kind and name after `; nasional; Nama` where the line gives none. */
const daysOf = (line: string, year = 2027): string =>
  readDecreeList(`Libur nasional\n${line} Hari Contoh`, { year })
    .days.map(({ day }) => day)
    .join(' ')

describe('days as people type them', () => {
  const cases: [line: string, days: string][] = [
    ['2027-01-01', '2027-01-01'],
    ['1 Januari 2027', '2027-01-01'],
    ['1 Januari', '2027-01-01'],
    ['01 JANUARI 2027', '2027-01-01'],
    ['1\u00A0Januari\u00A02027', '2027-01-01'],
    ['Jumat, 1 Januari', '2027-01-01'],
    ["Jum'at, 1 Januari 2027", '2027-01-01'],
    ['1 Januari 2027 (Jumat)', '2027-01-01'],
    ['01/01/2027', '2027-01-01'],
    ['5/1/2027', '2027-01-05'],
    ['05-01-2027', '2027-01-05'],
    ['05.01.2027', '2027-01-05'],
    ['2027/01/05', '2027-01-05'],
    ['5-Jan-27', '2027-01-05'],
    ['17-Mei-2027', '2027-05-17'],
    ['17 May 2027', '2027-05-17'],
    ['24 Des. 2027', '2027-12-24'],
    ['6 Pebruari 2027', '2027-02-06'],
    ['05/01/27', '2027-01-05'],
    ['2027-01-05 00:00:00', '2027-01-05'],
    ['1. 1 Januari 2027', '2027-01-01'],
    ['12) 6 Juni', '2027-06-06'],
    ['3\t8 Maret 2027', '2027-03-08'],
    ['3 8 Maret 2027', '2027-03-08'],
    ['• 8 Maret 2027', '2027-03-08'],
    ['10-12 Maret 2027', '2027-03-10 2027-03-11 2027-03-12'],
    ['10 – 12 Maret', '2027-03-10 2027-03-11 2027-03-12'],
    ['10 s.d. 12 Maret', '2027-03-10 2027-03-11 2027-03-12'],
    ['10 sampai dengan 12 Maret', '2027-03-10 2027-03-11 2027-03-12'],
    ['9, 12, dan 15 Maret 2027', '2027-03-09 2027-03-12 2027-03-15'],
    ['9 dan 12 Maret', '2027-03-09 2027-03-12'],
    ['9-10, 15 Maret', '2027-03-09 2027-03-10 2027-03-15'],
    ['31 Maret - 1 April 2027', '2027-03-31 2027-04-01'],
    ['31/03/2027 - 01/04/2027', '2027-03-31 2027-04-01'],
    ['9, 12, dan 15 Maret Selasa, Jumat, dan Senin', '2027-03-09 2027-03-12 2027-03-15'],
  ]
  for (const [line, days] of cases) it(line, () => assert.equal(daysOf(line), days))
})

describe('lines that are not taken', () => {
  const cases: [line: string, why: RegExp][] = [
    ['29 Februari 2027', /bukan tanggal yang ada/],
    ['32/01/2027', /bukan tanggal yang ada/],
    ['01/15/2027', /bukan tanggal yang ada/],
    ['1 Januri 2027', /tidak dikenali/],
    ['1 Januari 2026', /bukan tanggal tahun 2027/],
    ['31 Desember 2027 - 1 Januari 2028', /bukan tanggal tahun 2027/],
    ['Kamis, 1 Januari', /^Jumat, 1 Januari 2027, bukan Kamis$/],
    ['10-12 Maret Rabu-Kamis', /Jumat, 12 Maret 2027, bukan Kamis/],
    ['24-18 Maret', /bukan tanggal yang ada/],
    ['1 Januari - 31 Maret', /lebih dari 31 hari/],
  ]
  for (const [line, why] of cases)
    it(line, () => {
      const { days, wrong } = readDecreeList(`Libur nasional\n${line} Hari Contoh`, { year: 2027 })
      assert.deepEqual(days, [])
      assert.match(wrong[0]?.why ?? '', why)
    })

  it('a day without kind or name', () => {
    const { wrong } = readDecreeList('1 Januari 2027; Tahun Baru\n5 Januari 2027; nasional', { year: 2027 })
    assert.deepEqual(
      wrong.map(({ line, why }) => [line, why.slice(0, 10)]),
      [
        [1, 'jenis belu'],
        [2, 'nama hari '],
      ],
    )
  })
})

describe('a whole list', () => {
  it('is read with kinds in the lines', () =>
    assert.deepEqual(
      readDecreeList('1 Januari 2027; nasional; Tahun Baru\r\n\r\n2027-01-02;Cuti bersama;Tahun Baru; lagi', {
        year: 2027,
      }),
      {
        days: [
          { day: '2027-01-01', kind: 'national', name: 'Tahun Baru' },
          { day: '2027-01-02', kind: 'joint-leave', name: 'Tahun Baru; lagi' },
        ],
        wrong: [],
        skipped: [],
      },
    ))

  it('is read as Excel gives it, with headings, numbers and weekdays', () => {
    const list = [
      'LAMPIRAN KEPUTUSAN BERSAMA NOMOR 3 TAHUN 2026',
      'HARI LIBUR NASIONAL DAN CUTI BERSAMA TAHUN 2027',
      'A. HARI LIBUR NASIONAL TAHUN 2027',
      'NO\tTANGGAL\tHARI\tKETERANGAN',
      '1\t1 Januari\tJumat\tTahun Baru 2027 Masehi',
      '2\t10-11 Maret\tRabu-Kamis\tIdul Fitri 1448 Hijriah',
      '3\t26 Maret\tJumat\tWafat Yesus Kristus (Jumat Agung)',
      'B. CUTI BERSAMA TAHUN 2027',
      '1\t9, 12, dan 15 Maret\tSelasa, Jumat, dan Senin\tIdul Fitri 1448 Hijriah',
    ]
    const { days, wrong, skipped } = readDecreeList(list.join('\r\n'), { year: 2027 })
    assert.deepEqual(wrong, [])
    assert.equal(skipped.length, 5)
    assert.deepEqual(
      days.map(({ day, kind, name }) => `${day} ${kind} ${name}`),
      [
        '2027-01-01 national Tahun Baru 2027 Masehi',
        '2027-03-10 national Idul Fitri 1448 Hijriah',
        '2027-03-11 national Idul Fitri 1448 Hijriah',
        '2027-03-26 national Wafat Yesus Kristus (Jumat Agung)',
        '2027-03-09 joint-leave Idul Fitri 1448 Hijriah',
        '2027-03-12 joint-leave Idul Fitri 1448 Hijriah',
        '2027-03-15 joint-leave Idul Fitri 1448 Hijriah',
      ],
    )
  })

  it('takes the kind from the name too', () => {
    const list = '24 Desember 2027 Cuti Bersama Kelahiran Yesus Kristus\n5 Februari Imlek (cuti bersama)'
    assert.deepEqual(
      readDecreeList(list, { year: 2027 }).days.map(({ kind, name }) => [kind, name]),
      [
        ['joint-leave', 'Kelahiran Yesus Kristus'],
        ['joint-leave', 'Imlek'],
      ],
    )
  })

  it('names what was said before, and keeps a day of both kinds', () => {
    const { days, skipped } = readDecreeList(
      '1/5/2027 nasional Buruh\n1 Mei 2027 nasional Buruh\n1/5/2027;cuti bersama;Buruh',
      {
        year: 2027,
      },
    )
    assert.equal(days.length, 2)
    assert.match(skipped[0]?.why ?? '', /1 Mei 2027 sudah disebut pada baris 1/)
  })

  it('of 500 lines, or of half a million letters, is read at once', () => {
    const started = performance.now()
    const lines = Array.from(
      { length: 500 },
      (_, i) => `${(i % 28) + 1} ${i % 2 ? 'Maret' : 'April'} 2027; nasional; Hari ${i}`,
    )
    assert.equal(readDecreeList(lines.join('\n'), { year: 2027 }).days.length, 28)
    for (const letter of ['a', '1 ', '1-', '1,', ' ', '1 Maret, ', 'senin,', '\t'])
      readDecreeList(letter.repeat(500_000 / letter.length), { year: 2027 })
    assert.equal(readDecreeList('x\n'.repeat(5000), { year: 2027 }).skipped.length, 1000)
    assert.ok(performance.now() - started < 2000)
  })

  it('may be of days alone', () =>
    assert.deepEqual(
      readDecreeList('1 Mei 2027\n17 Mei; cuti bersama', { year: 2027, daysOnly: true }).days.map(({ day, kind }) => [
        day,
        kind,
      ]),
      [
        ['2027-05-01', null],
        ['2027-05-17', 'joint-leave'],
      ],
    ))
})
