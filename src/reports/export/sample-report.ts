import { figure, percent } from '../figure.ts'
import { reportHead } from '../letterhead.ts'
import { part } from '../parts/part.ts'
import type { MonthlyReport } from '../report.ts'

/** A report with something of everything, for the tests of the three formats. */
export const sampleReport: MonthlyReport = {
  agencyId: 'dinkes',
  agencyName: 'Dinas Kesehatan',
  month: '2026-10',
  state: 'submitted',
  late: false,
  head: reportHead({ name: 'Dinas Kesehatan', host: 'dinkes.bekasikota.go.id' }, '2026-10', {
    number: null,
    date: '2026-11-04',
  }),
  parts: [
    part('A', 'Identitas', {
      facts: [
        ['Perangkat daerah', 'Dinas Kesehatan'],
        ['Situs web', 'https://dinkes.bekasikota.go.id'],
      ],
      lists: [
        {
          id: 'holders',
          title: 'Penanggung jawab dan pengelola',
          columns: ['Peran', 'Nama', 'Sejak', 'Sampai', 'SK'],
          rows: [
            ['Kepala', 'Dewi Misal', '2 Januari 2025', null, '821.2/Kep.1-BKPSDM'],
            ['Operator', 'Sari Contoh', '2 Januari 2026', null, null],
          ],
          empty: 'Tidak ada.',
          inPart: true,
        },
      ],
    }),
    part('B', 'Konten', {
      tables: [
        {
          title: 'Konten menurut jenis',
          of: 'Jenis',
          columns: ['Terbit', 'Diubah', 'Ditarik'],
          rows: [
            { label: 'Berita', cells: [figure('b.news.1', 1204), figure('b.news.2', 3), figure('b.news.3', 0)] },
            { label: 'Pengumuman', cells: [figure('b.ann.1', 4), figure('b.ann.2', 1), figure('b.ann.3', 1)] },
          ],
          list: 'contents',
        },
      ],
      lists: [
        {
          id: 'contents',
          title: 'Konten yang terbit',
          columns: ['Judul', 'Jenis', 'Tanggal', 'Penulis', 'Alamat'],
          rows: [
            [
              '=HYPERLINK("http://x.example";"klik") & #let x = 1 \\ $a$ <script>',
              'Berita',
              '3 Oktober 2026',
              'Sari Contoh',
              'https://dinkes.bekasikota.go.id/berita/jadwal-imunisasi-balita-di-seluruh-puskesmas-kota-bekasi',
            ],
            ['-1+2 Vaksinasi anak 💉 di puskesmas', 'Pengumuman', '9 Oktober 2026', null, null],
          ],
          empty: 'Tidak ada konten yang terbit pada bulan ini.',
        },
      ],
    }),
    { ...part('C', 'Kelengkapan', { words: ['Bagian ini diisi mulai rilis berikutnya.'] }), state: 'later' },
    part('E', 'Ketersediaan dan keamanan', {
      tables: [
        {
          title: 'Ketersediaan situs',
          of: 'Ukuran',
          columns: ['Nilai'],
          rows: [
            { label: 'Waktu situs dapat diakses', cells: [percent('e.up', 985, 1000)] },
            { label: 'Pemeriksaan tanpa hasil', cells: [figure('e.unknown', null)] },
            { label: 'Waktu tanggap median', cells: [figure('e.median', null, 'minutes', 'nothing')] },
          ],
        },
      ],
    }),
    part('I', 'Persetujuan', {
      words: ['Disetujui oleh Dewi Misal (Kepala) pada 4 November 2026 pukul 10.12 WIB, disetujui di dalam sistem.'],
    }),
  ],
  fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
}
