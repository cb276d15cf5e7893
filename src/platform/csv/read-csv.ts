import { CsvError, parse } from 'csv-parse'
import { decodeText } from './decode-text.ts'

export interface CsvRow<Column extends string> {
  /** Line of the file, counted as a spreadsheet does: the head is line 1. */
  line: number
  cells: Record<Column, string>
  /** Why this row cannot be taken, in Indonesian; null when it can. */
  wrong: string | null
}

/** The rows, or one sentence for the person who sent the file. */
export type CsvReading<Column extends string> = { rows: CsvRow<Column>[] } | { problem: string }

interface Expected<Column extends string> {
  /**
   * The heads that must be there, in any order; capitals and spaces around do not count. Others are left out. Or what
   * finds columns in the head of a file that others made.
   */
  columns: readonly Column[] | FindColumns<Column>
  maxRows: number
  /** Characters of one cell. */
  maxCell?: number
  /** `keep` where people's own words are read: a text may begin with a hyphen, a number with a plus. */
  formulas?: 'refuse' | 'keep'
}

/** Where each column stands, or one sentence why it cannot be told. Columns that may be absent are left out. */
export type FindColumns<Column extends string> = (
  head: readonly string[],
) => { places: Map<Column, number> } | { problem: string }

/** What spreadsheets take for a formula when a cell begins with it (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

/**
 * Reads a CSV as people send it: UTF-8 with or without BOM, UTF-16 or Windows-1252, cells parted by semicolon, comma
 * or tab, quoted or not. Reading stops at the first row too many. A cell that begins a formula makes its row wrong;
 * our own mark before one (`writeCsv`) is taken off.
 */
export async function readCsv<Column extends string>(
  bytes: Buffer,
  { columns, maxRows, maxCell = 1000, formulas = 'refuse' }: Expected<Column>,
): Promise<CsvReading<Column>> {
  const text = decodeText(bytes)
  if (text === null)
    return { problem: 'Berkas ini bukan CSV. Simpan dari Excel sebagai “CSV UTF-8”, lalu unggah lagi.' }
  const [head = ''] = text.split(/\r\n|\n|\r/, 1)
  const delimiter = likelyDelimiter(head)
  const parser = parse({
    delimiter,
    bom: false,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  })
  const rows: CsvRow<Column>[] = []
  let places: Map<Column, number> | undefined
  parser.end(text)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!places) {
        const found = typeof columns === 'function' ? columns(record) : findColumns(record, columns)
        if ('problem' in found) return found
        places = found.places
        continue
      }
      if (rows.length === maxRows) {
        const most = maxRows.toLocaleString('id-ID')
        return {
          problem: `Berkas ini lebih dari ${most} baris. Bagi menjadi beberapa berkas, lalu unggah satu per satu.`,
        }
      }
      if (record.some((cell) => cell.trim() !== ''))
        rows.push(readRow(record, info.lines, places, { maxCell, formulas }))
    }
  } catch (error) {
    if (error instanceof CsvError) return { problem: `Baris ${error.lines ?? '?'} tidak terbaca: ${wordsOf(error)}` }
    throw error
  } finally {
    parser.destroy()
  }
  if (!places) return { problem: 'Berkas ini kosong.' }
  return rows.length === 0 ? { problem: 'Berkas ini hanya berisi judul kolom, tanpa baris.' } : { rows }
}

function readRow<Column extends string>(
  record: string[],
  line: number,
  places: ReadonlyMap<Column, number>,
  { maxCell, formulas }: { maxCell: number; formulas: 'refuse' | 'keep' },
): CsvRow<Column> {
  let wrong: string | null = null
  const cells = {} as Record<Column, string>
  for (const [column, place] of places) {
    const cell = (record[place] ?? '').trim().normalize('NFC')
    if (formulas === 'refuse' && formula.test(cell))
      wrong ??= `Kolom ${column} berisi rumus (diawali “${cell[0]}”). Tulis nilainya saja.`
    if (cell.length > maxCell) wrong ??= `Kolom ${column} lebih dari ${maxCell} huruf.`
    cells[column] = cell
      .replace(/^'(?=[=+\-@])/, '')
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, maxCell)
  }
  if (record.length < places.size) wrong ??= `Hanya ada ${record.length} kolom di baris ini.`
  return { line, cells, wrong }
}

function findColumns<Column extends string>(
  head: readonly string[],
  columns: readonly Column[],
): { places: Map<Column, number> } | { problem: string } {
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = columns.filter((column) => !names.includes(column))
  if (missing.length > 0)
    return {
      problem: `Kolom ${missing.join(', ')} tidak ada. Judul kolom di baris pertama harus: ${columns.join(', ')}.`,
    }
  return { places: new Map(columns.map((column) => [column, names.indexOf(column)])) }
}

const likelyDelimiter = (head: string): string =>
  [';', ',', '\t'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best))

const wordsOf = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'tanda kutip tidak ditutup.'
    : 'tanda kutip berada di tengah sel. Tulis dua kali tanda kutip di dalam sel berkutip.'
