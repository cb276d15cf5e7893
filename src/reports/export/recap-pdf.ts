import { addMonths, formatMonth } from '../../platform/time.ts'
import { formatFigure } from '../figure.ts'
import { type CityRecap, trend } from '../recap.ts'
import { letterheadData, listingData, tableData, typesetPdf } from './pdf.ts'

/** The recap as PDF/UA: one page for the mayor, and an annex with a row per agency. */
export function cityRecapPdf(recap: CityRecap): Promise<Buffer> {
  const month = formatMonth(recap.month)
  const data = {
    title: recap.head.subject,
    author: recap.head.agency,
    footer: `Rekapitulasi kota · ${month}${recap.edition > 1 ? ` · edisi ${recap.edition}` : ''}`,
    head: letterheadData(recap.head),
    draft: recap.edition === 0 ? 'Rancangan. Belum diteruskan kepada Wali Kota; angka masih dapat bertambah.' : null,
    'numbers-title': 'Lima angka bulan ini',
    'numbers-columns': ['Ukuran', month, formatMonth(addMonths(recap.month, -1)), 'Perubahan'],
    numbers: recap.numbers.map((number) => ({
      label: number.label,
      value: formatFigure(number.now),
      previous: formatFigure(number.before),
      trend: trend(number),
    })),
    lists: [
      rankedList('best', 'Lima terbaik', 'Yang menonjol', recap.best),
      rankedList('help', 'Lima yang perlu dibantu', 'Bantuan yang diperlukan', recap.help),
    ],
    names: [
      named('Belum menyampaikan laporan', recap.missing, 'Semua perangkat daerah sudah menyampaikan laporan.'),
      named('Belum dapat dinilai', recap.unranked, 'Semua perangkat daerah dapat dinilai.'),
    ],
    'annex-title': 'Lampiran. Rincian per perangkat daerah',
    'annex-words': ['Kecamatan dan kelurahan dibandingkan di antara sesamanya.'],
    annexes: recap.groups.map((group) => tableData(group)),
  }
  return typesetPdf('city-recap.typ', data, { date: recap.head.date, month: recap.month })
}

/** Both lists have the same columns, so that the eye compares them. */
const rankedList = (id: string, title: string, words: string, ranked: CityRecap['best']): object => ({
  ...listingData({
    id,
    title,
    columns: ['Perangkat daerah', 'Nilai', words],
    rows: ranked.map((one) => [one.agencyName, formatFigure(one.points), one.words]),
    empty: 'Belum cukup yang diketahui untuk menyusun daftar ini.',
  }),
  widths: [10, 2, 12],
})

/** One paragraph, in short names when they are many: forty must still fit the mayor's page. */
const named = (title: string, list: CityRecap['missing'], none: string): object => ({
  title: list.length === 0 ? title : `${title} (${list.length})`,
  words:
    list.length === 0
      ? none
      : `${list.map((one) => (list.length > 12 ? one.abbreviation : one.agencyName)).join('; ')}.`,
})
