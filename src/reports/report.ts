import { createHash } from 'node:crypto'
import type { Figure } from './figure.ts'
import type { Letterhead } from './letterhead.ts'
import type { Part } from './parts/part.ts'
import type { ReportState } from './report-state.ts'

/** One agency's report of one month, as screen, PDF, XLSX and JSON show it. Plain JSON. */
export interface MonthlyReport {
  agencyId: string
  /** Name in that month. */
  agencyName: string
  month: string
  state: ReportState
  /** After its due date, handed in or not; stays so. */
  late: boolean
  head: Letterhead
  /** A to I. */
  parts: Part[]
  /** SHA-256 of what the head of agency approved; null before the approval. */
  fingerprint: string | null
}

/** What acceptance keeps, as it was that day. */
export type Frozen = Pick<MonthlyReport, 'agencyName' | 'head' | 'parts'>

/** Every figure of these parts, in the order of reading. */
export const figuresOf = (parts: readonly Part[]): Figure[] =>
  parts.flatMap((part) => part.tables).flatMap((table) => table.rows.flatMap((row) => row.cells))

/** SHA-256 of parts A to H: what the head approves, what acceptance freezes. Part I is the approval itself. */
export function fingerprint(parts: readonly Part[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.filter((part) => part.letter !== 'I')))
    .digest('hex')
}
