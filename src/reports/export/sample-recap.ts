import { figure } from '../figure.ts'
import { recapHead } from '../letterhead.ts'
import type { CityRecap } from '../recap.ts'

const names = ['Dinas Kesehatan', 'Dinas Perhubungan', 'Dinas Pendidikan', 'Satuan Polisi Pamong Praja']

/** A recap with something of everything, for the tests of the three formats. */
export const sampleRecap: CityRecap = {
  month: '2026-10',
  edition: 1,
  forwardedAt: '2026-11-12T03:00:00.000Z',
  head: recapHead(
    { name: 'Dinas Komunikasi, Informatika, Statistik dan Persandian', host: 'diskominfostandi.bekasikota.go.id' },
    '2026-10',
    '2026-11-12',
  ),
  numbers: [
    ['Laporan masuk tepat waktu', figure('recap.in-time', 31), figure('recap.in-time', 28)],
    ['Konten terbit', figure('recap.published', 1204), figure('recap.published', 1311)],
    ['Situs dapat diakses', figure('recap.up', 98.4, 'percent'), figure('recap.up', 97.1, 'percent')],
    ['Pesan dijawab dalam batas waktu', figure('recap.answered', 76, 'percent'), figure('recap.answered', null)],
    ['Perangkat daerah mati suri', figure('recap.dormant', 6), figure('recap.dormant', 6)],
  ].map(([label, now, before]) => ({ label, now, before })) as CityRecap['numbers'],
  best: names.slice(0, 2).map((agencyName, i) => ({
    agencyId: `b${i}`,
    agencyName,
    points: figure(`score.b${i}`, 97.5 - i, 'points'),
    words: 'Konten rutin, pesan dijawab tepat waktu',
  })),
  help: names.slice(2).map((agencyName, i) => ({
    agencyId: `h${i}`,
    agencyName,
    points: figure(`score.h${i}`, 22.5 + i, 'points'),
    words: 'Laporan bulan ini belum disampaikan',
  })),
  unranked: [{ agencyId: 'u', agencyName: 'Kecamatan Pondok Melati', abbreviation: 'Pondok Melati' }],
  missing: names.slice(2).map((agencyName, i) => ({ agencyId: `m${i}`, agencyName, abbreviation: `M${i}` })),
  groups: [
    {
      title: 'Perangkat daerah',
      of: 'Nama',
      columns: ['Nilai', 'Terbit', 'Akses', 'Pesan'],
      remarks: 'Laporan',
      rows: names.map((label, i) => ({
        label,
        cells: [
          figure(`score.${i}`, 97.5 - i, 'points'),
          figure(`published.${i}`, 1000 + i),
          figure(`up.${i}`, i === 2 ? null : 99.1, 'percent'),
          figure(`received.${i}`, i),
        ],
        remark: i < 2 ? 'Diterima' : 'Belum ada',
      })),
    },
  ],
}
