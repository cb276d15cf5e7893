import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import { formatDay, formatMonth } from '../../platform/time.ts'
import { type FigureTable, formatFigure, type Listing } from '../figure.ts'
import type { Letterhead } from '../letterhead.ts'
import { type CityRecap, trend } from '../recap.ts'
import type { MonthlyReport } from '../report.ts'

/** The report as a workbook: a cover, one sheet of all figures, and one sheet per listing. */
export function monthlyReportXlsx(report: MonthlyReport): Promise<Buffer> {
  const rows: Row[] = report.parts.flatMap((part) => [
    [head(`${part.letter}. ${part.title}`)],
    ...part.words.map((words): Row => [null, text(words)]),
    ...part.facts.map(([label, fact]): Row => [text(label), text(fact)]),
    ...part.lists.filter((list) => list.inPart).flatMap(listingRows),
  ])
  const tables = report.parts.flatMap((part) => part.tables.map((table) => ({ part: part.letter, table })))
  const annexes = report.parts.flatMap((part) => part.lists).filter((list) => !list.inPart && list.rows.length > 0)
  return workbook([
    { sheet: 'Laporan', data: [...coverRows(report.head, report.month), ...rows], columns: widths(34, 60, 24, 24, 30) },
    figureSheet(tables),
    ...annexes.map((list, i) => ({
      sheet: `Lampiran ${i + 1}`,
      data: listingRows(list),
      columns: list.columns.map(() => ({ width: 30 })),
    })),
  ])
}

/** The recap as a workbook: the first page, and every figure of the annex. */
export function cityRecapXlsx(recap: CityRecap): Promise<Buffer> {
  const ranked = (title: string, list: CityRecap['best']): Row[] => [
    [head(title)],
    ...list.map((one): Row => [text(one.agencyName), number(one.points.value), text(one.words)]),
  ]
  const named = (title: string, list: { agencyName: string }[]): Row[] => [
    [head(title)],
    ...list.map((one): Row => [text(one.agencyName)]),
  ]
  return workbook([
    {
      sheet: 'Rekapitulasi',
      data: [
        ...coverRows(recap.head, recap.month),
        ['Angka', 'Bulan ini', 'Bulan lalu', 'Perubahan'].map(head),
        ...recap.numbers.map(
          (one): Row => [text(one.label), figureCell(one.now), figureCell(one.before), text(trend(one))],
        ),
        ...ranked('Lima terbaik', recap.best),
        ...ranked('Lima yang perlu dibantu', recap.help),
        ...named('Belum menyampaikan laporan', recap.missing),
        ...named('Belum dapat dinilai', recap.unranked),
      ],
      columns: widths(48, 18, 40, 24),
    },
    figureSheet(recap.groups.map((table) => ({ part: 'Lampiran', table }))),
  ])
}

/** One figure a row, so that others can filter and sum; `Kode` is the figure's stable name. */
function figureSheet(tables: readonly { part: string; table: FigureTable }[]): Sheet<never> {
  const columns = ['Bagian', 'Tabel', 'Uraian', 'Kolom', 'Nilai', 'Satuan', 'Keterangan', 'Kode']
  const data = tables.flatMap(({ part, table }) =>
    table.rows.flatMap((row) =>
      row.cells.map(
        (cell, i): Row => [
          text(part),
          text(table.title),
          text(row.label),
          text(table.columns[i] ?? ''),
          number(cell.value),
          text(units[cell.unit]),
          text(cell.value === null ? formatFigure(cell) : (row.remark ?? '')),
          text(cell.id),
        ],
      ),
    ),
  )
  return { sheet: 'Angka', data: [columns.map(head), ...data], columns: widths(8, 34, 34, 24, 12, 10, 22, 34) }
}

const units = { count: '', percent: '%', minutes: 'menit', days: 'hari', points: 'poin' }

function coverRows(letter: Letterhead, month: string): Row[] {
  return [
    [head(letter.government)],
    [head(letter.agency)],
    [text('Hal'), text(letter.subject)],
    [text('Bulan'), text(formatMonth(month))],
    [text('Nomor'), text(letter.number ?? '')],
    [text('Tanggal'), text(letter.date === null ? '' : formatDay(letter.date))],
    [text('Kepada'), text(letter.addressee.join(' '))],
    [null],
  ]
}

const listingRows = (list: Listing): Row[] => [
  [head(list.title)],
  list.columns.map(head),
  ...(list.rows.length === 0 ? [[text(list.empty)]] : list.rows.map((row) => row.map((cell) => text(cell ?? '')))),
]

/**
 * A text cell, whatever it begins with: `=`, `+`, `-` and `@` are text by type and stay so when the cell is edited.
 * What XML cannot hold is left out; a cell ends where Excel's does, at 32,767 signs.
 */
const text = (value: string): Cell => ({ value: plain(value), type: String, format: '@', wrap: true })

const head = (value: string): Cell => ({ value: plain(value), type: String, format: '@', fontWeight: 'bold' })

const number = (value: number | null): Cell => (value === null ? null : { value, type: Number })

const figureCell = (figure: { value: number | null }): Cell => number(figure.value)

const plain = (value: string): string =>
  value
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused by XML 1.0
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .slice(0, 32_767)

const widths = (...all: number[]): { width: number }[] => all.map((width) => ({ width }))

const workbook = (sheets: Sheet<never>[]): Promise<Buffer> =>
  writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer()
