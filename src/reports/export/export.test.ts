import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, utils } from '@e965/xlsx'
import { extractText, getDocumentProxy } from 'unpdf'
import { type FigureTable, formatFigure } from '../figure.ts'
import { toJson } from './json.ts'
import { monthlyReportPdf } from './pdf.ts'
import { cityRecapPdf } from './recap-pdf.ts'
import { sampleRecap } from './sample-recap.ts'
import { sampleReport } from './sample-report.ts'
import { cityRecapXlsx, monthlyReportXlsx } from './xlsx.ts'

const open = (pdf: Buffer) => getDocumentProxy(new Uint8Array(pdf))
const textOf = async (pdf: Buffer) => {
  const { text } = await extractText(await open(pdf), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}
/** Values by figure id, as the sheet "Angka" holds them. */
const sheetFigures = (xlsx: Buffer): Map<string, number | null> => {
  const rows = utils.sheet_to_json<Record<string, unknown>>(read(xlsx).Sheets.Angka ?? {}, { defval: null })
  return new Map(rows.map((row) => [String(row.Kode), row.Nilai as number | null]))
}
const valuesOf = (tables: readonly FigureTable[]) =>
  new Map(tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell) => [cell.id, cell.value]))))

function holdsEveryRow(text: string, tables: readonly FigureTable[]): void {
  for (const { label, cells } of tables.flatMap((table) => table.rows)) {
    const line = [label, ...cells.map(formatFigure)].join(' ')
    assert.ok(text.includes(line), `the PDF lacks "${line}"`)
  }
}

test('PDF, XLSX and JSON of a report hold the same figures', async () => {
  const json: typeof sampleReport = JSON.parse(toJson(sampleReport))
  const tables = json.parts.flatMap((part) => part.tables)
  assert.deepEqual(json, sampleReport)
  assert.deepEqual(sheetFigures(await monthlyReportXlsx(sampleReport)), valuesOf(tables))
  holdsEveryRow(await textOf(await monthlyReportPdf(sampleReport)), tables)
})

test('PDF, XLSX and JSON of a recap hold the same figures', async () => {
  const json: typeof sampleRecap = JSON.parse(toJson(sampleRecap))
  const xlsx = await cityRecapXlsx(sampleRecap)
  const text = await textOf(await cityRecapPdf(sampleRecap))
  assert.deepEqual(json, sampleRecap)
  assert.deepEqual(sheetFigures(xlsx), valuesOf(json.groups))
  holdsEveryRow(text, json.groups)
  const cover = utils.sheet_to_json<unknown[]>(read(xlsx).Sheets.Rekapitulasi ?? {}, { header: 1 })
  for (const { label, now, before } of json.numbers) {
    assert.ok(text.includes(`${label} ${formatFigure(now)} ${formatFigure(before)}`), label)
    const row = cover.find((cells) => cells[0] === label) ?? []
    assert.deepEqual([row[1] ?? null, row[2] ?? null], [now.value, before.value])
  }
  for (const { agencyName, points } of [...json.best, ...json.help])
    assert.ok(text.includes(`${agencyName} ${formatFigure(points)}`), agencyName)
})

test('the PDF is a tagged Indonesian letter with a title, page numbers and no invented number', async () => {
  const pdf = await monthlyReportPdf({
    ...sampleReport,
    parts: sampleReport.parts.map((part) => ({ ...part, lists: [] })),
  })
  const { info, metadata } = await (await open(pdf)).getMetadata()
  const text = await textOf(pdf)
  assert.equal((info as { Title: string }).Title, `${sampleReport.head.subject}, Dinas Kesehatan`)
  assert.equal((info as { Language: string }).Language, 'id')
  assert.match(pdf.toString('latin1'), /pdfuaid:part/)
  assert.ok(metadata)
  assert.deepEqual(await (await open(pdf)).getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
  assert.match(text, /PEMERINTAH KOTA BEKASI DINAS KESEHATAN/)
  assert.match(text, /Nomor : Hal :/)
  assert.match(text, /Halaman 1 dari 1/)
  assert.match(text, /disetujui di dalam sistem/)
})

test('what nobody approved says that it is a draft', async () => {
  const draft = { ...sampleReport, fingerprint: null, head: { ...sampleReport.head, date: null } }
  assert.match(await textOf(await monthlyReportPdf(draft)), /Rancangan\. Belum disetujui/)
})

test('markup, formulas and signs no typeface has are text like any other', async () => {
  const title = '=HYPERLINK("http://x.example";"klik") & #let x = 1 \\ $a$ <script>'
  const text = await textOf(await monthlyReportPdf(sampleReport))
  assert.ok(text.replaceAll(' ', '').includes(title.replaceAll(' ', '')))
  const sheet = read(await monthlyReportXlsx(sampleReport)).Sheets['Lampiran 1'] ?? {}
  assert.deepEqual([sheet.A3?.t, sheet.A3?.v, sheet.A3?.f], ['s', title, undefined])
  assert.deepEqual([sheet.A4?.t, sheet.A4?.f], ['s', undefined])
})

test('the same report gives the same bytes', async () => {
  assert.deepEqual(await monthlyReportPdf(sampleReport), await monthlyReportPdf(sampleReport))
})
