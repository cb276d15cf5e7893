import { formatDay, formatMonth, monthRange, startOfDay } from '../../platform/time.ts'
import { type FigureTable, formatFigure, type Listing } from '../figure.ts'
import type { Letterhead } from '../letterhead.ts'
import type { MonthlyReport } from '../report.ts'
import { Typesetter } from './typesetter.ts'

/** One per process; its thread starts with the first letter. */
const typesetter = new Typesetter()

/** The date inside the file is that of the letter, else the month's end: the same report gives the same bytes. */
export function typesetPdf(
  template: 'monthly-report.typ' | 'city-recap.typ',
  data: object,
  { date, month }: { date: string | null; month: string },
): Promise<Buffer> {
  const at = date === null ? monthRange(month).to : startOfDay(date)
  return typesetter.typeset({ template, data: JSON.stringify(data), at: at.getTime() / 1000 })
}

/** The letter as PDF/UA: real text, tagged, with the figures of `report` and no others. */
export function monthlyReportPdf(report: MonthlyReport): Promise<Buffer> {
  const month = formatMonth(report.month)
  const annexes = report.parts.flatMap((part) => part.lists).filter((list) => !list.inPart && list.rows.length > 0)
  const data = {
    title: `${report.head.subject}, ${report.agencyName}`,
    author: report.agencyName,
    footer: `${report.agencyName} · ${month}`,
    head: letterheadData(report.head),
    draft:
      report.fingerprint === null
        ? 'Rancangan. Belum disetujui kepala perangkat daerah dan belum menjadi laporan resmi.'
        : null,
    opening: `Bersama ini kami sampaikan laporan pengelolaan situs web dan akun media sosial ${report.agencyName} bulan ${month}.`,
    parts: report.parts.map((part) => ({
      ...part,
      later: part.state === 'later',
      tables: part.tables.map((table) => tableData(table, annexes)),
      lists: part.lists.filter((list) => list.inPart).map((list) => listingData(list)),
    })),
    annexes: annexes.map((list, i) => listingData({ ...list, title: `Lampiran ${i + 1}. ${list.title}` })),
    fingerprint: report.fingerprint === null ? null : `Sidik angka yang disetujui (SHA-256): ${report.fingerprint}`,
  }
  return typesetPdf('monthly-report.typ', data, { date: report.head.date, month: report.month })
}

export const letterheadData = (head: Letterhead): object => ({
  ...head,
  date: head.date === null ? null : formatDay(head.date),
})

/** Figures in words, with the number of the annex that lists what was counted. */
export function tableData(table: FigureTable, annexes: readonly Listing[] = []): object {
  const annex = annexes.findIndex((list) => list.id === table.list)
  return {
    title: table.title,
    of: table.of,
    columns: table.columns,
    remarks: table.remarks ?? null,
    rows: table.rows.map((row) => [
      row.label,
      ...row.cells.map(formatFigure),
      ...(table.remarks === undefined ? [] : [row.remark ?? '']),
    ]),
    list: annex === -1 ? null : `Rincian: Lampiran ${annex + 1}.`,
  }
}

export const listingData = (list: Listing): object => ({
  title: list.title,
  columns: list.columns,
  rows: list.rows.map((row) => row.map((cell) => cell ?? '–')),
  widths: columnWidths(list),
  empty: list.empty,
})

/** Shares of the line for long columns; 0 for short ones, which take what they need. */
function columnWidths({ columns, rows }: Listing): number[] {
  return columns.map((head, i) => {
    const longest = Math.max(head.length, ...rows.map((row) => row[i]?.length ?? 1))
    return longest <= 16 ? 0 : Math.min(longest, 45)
  })
}
