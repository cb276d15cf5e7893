import type { CsvRow } from '../../platform/csv/read-csv.ts'
import type { CaseKind, CaseState } from '../case.ts'
import type { ImportField } from './columns.ts'
import { readWrittenDate } from './written-date.ts'

export type ImportRow = CsvRow<ImportField>

/** A row as it would be taken: what openCase wants, and whether the matter is over in the other system. */
export interface ReadyRow {
  originId: string
  agencyId: string
  kind: CaseKind
  subject: string
  text: string
  place: string
  name: string
  contact: string
  url: string | null
  receivedAt: Date
  isOver: boolean
  status: string
}

/**
 * What becomes of a row. `taken`: a new case; `taken-over`: a new one that is closed at once, for its matter is over
 * there; `closed`: known, and over there since; `unchanged`: known.
 */
export type Planned = { line: number; originId: string } & (
  | { act: 'taken' | 'taken-over'; row: ReadyRow }
  | { act: 'closed'; ticket: string; status: string }
  | { act: 'unchanged' }
  | { act: 'refused'; why: string }
)

/** What became of a row, without a word of a citizen. */
export interface RowOutcome {
  line: number
  act: Planned['act']
  why?: string
}

export interface Known {
  /** By origin id. */
  cases: ReadonlyMap<string, { ticket: string; state: CaseState }>
  /** Ids of agencies by what somebody may call them, in small letters. */
  agencies: ReadonlyMap<string, string>
  /** Takes what names none of ours; null: refused. */
  agencyId: string | null
  now: Date
}

/** What an import would do, row by row; the second row of the same number changes nothing. Pure. */
export function planCases(rows: readonly ImportRow[], known: Known): Planned[] {
  const seen = new Map<string, number>()
  return rows.map((row): Planned => {
    const originId = (row.cells.id ?? '').replace(/^#/, '').trim()
    const about = { line: row.line, originId }
    const earlier = seen.get(originId)
    if (row.wrong !== null) return { ...about, act: 'refused', why: row.wrong }
    if (originId === '' || originId.length > 100)
      return { ...about, act: 'refused', why: 'Nomornya kosong atau terlalu panjang.' }
    if (earlier !== undefined) return { ...about, act: 'refused', why: `Nomor ini sudah ada di baris ${earlier}.` }
    seen.set(originId, row.line)
    const status = (row.cells.status ?? '').trim()
    const former = known.cases.get(originId)
    if (former && isOver(status) && former.state !== 'closed')
      return { ...about, act: 'closed', ticket: former.ticket, status }
    if (former) return { ...about, act: 'unchanged' }
    const read = readRow(row, originId, known)
    if (typeof read === 'string') return { ...about, act: 'refused', why: read }
    return { ...about, act: read.isOver ? 'taken-over' : 'taken', row: read }
  })
}

function readRow({ cells }: ImportRow, originId: string, known: Known): ReadyRow | string {
  const cell = (field: ImportField): string => (cells[field] ?? '').trim()
  const receivedAt = readWrittenDate(cell('receivedAt'))
  if (!receivedAt) return `Tanggal “${cell('receivedAt').slice(0, 40)}” tidak terbaca. Tulis misalnya 23/11/2026 09:15.`
  if (receivedAt > known.now) return 'Tanggalnya lebih kemudian dari sekarang.'
  const text = cell('text') || cell('title')
  if (text === '') return 'Isi laporannya kosong.'
  const named = known.agencies.get(cell('agency').toLowerCase())
  const agencyId = named ?? known.agencyId
  if (!agencyId)
    return cell('agency') === ''
      ? 'Instansinya kosong. Pilih perangkat daerah penerima untuk baris seperti ini.'
      : `Instansi “${cell('agency').slice(0, 80)}” tidak dikenal.`
  return {
    ...{ originId, agencyId, text, receivedAt },
    kind: kindOf(cell('kind')),
    subject: cell('title'),
    place: cell('place').slice(0, 300),
    name: cell('name').slice(0, 200),
    contact: cell('contact').slice(0, 200),
    url: /^https?:\/\/\S+$/.test(cell('url')) ? cell('url') : null,
    isOver: isOver(cell('status')),
    status: cell('status'),
  }
}

/** Words of LAPOR! for what needs no more work there. */
const isOver = (status: string): boolean =>
  /\b(selesai|ditutup|tutup|arsip|diarsipkan|closed)\b/i.test(status) && !/\b(belum|tidak)\b/i.test(status)

function kindOf(text: string): CaseKind {
  if (/informasi|pertanyaan/i.test(text)) return 'inquiry'
  if (/aspirasi/i.test(text)) return 'aspiration'
  if (/saran/i.test(text)) return 'suggestion'
  if (/opini|pendapat|apresiasi/i.test(text)) return 'opinion'
  return 'complaint'
}
