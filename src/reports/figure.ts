import { formatNumber } from '../platform/time.ts'

export type Unit = 'count' | 'percent' | 'minutes' | 'days' | 'points'

/** Why there is no number: it could not be known, or there was nothing to measure. The two are never mixed up. */
export type Blank = 'unknown' | 'nothing'

/** One number of a report. Screen, PDF, XLSX and JSON show this very value, rounded once, when it is made. */
export interface Figure {
  /** Stable name for other systems, for example `content.news.published`. */
  id: string
  value: number | null
  unit: Unit
  /** Present when `value` is null. */
  blank?: Blank
}

/** Figures in rows and columns; every row has as many cells as the table has columns. */
export interface FigureTable {
  title: string
  /** Head of the first column, which names the rows. */
  of: string
  columns: string[]
  rows: FigureRow[]
  /** Head of a last column of words, when the rows carry remarks. */
  remarks?: string
  /** Id of the listing that shows what was counted. */
  list?: string
}

export interface FigureRow {
  label: string
  cells: Figure[]
  remark?: string
  /** Id of the agency this row is about, where it is about one. */
  about?: string
}

/** The things behind figures, one a row. A cell that is an address is shown as a link. */
export interface Listing {
  id: string
  title: string
  columns: string[]
  rows: (string | null)[][]
  /** Shown instead of rows. */
  empty: string
  /** Short ones stand in their part, the others in the annex. */
  inPart?: boolean
}

export function figure(id: string, value: number | null, unit: Unit = 'count', blank: Blank = 'unknown'): Figure {
  return value === null ? { id, value, unit, blank } : { id, value: round(value), unit }
}

/** `part` of `whole` in percent, with one digit; `nothing` when there was nothing to count. */
export const percent = (id: string, part: number, whole: number): Figure =>
  figure(id, whole === 0 ? null : (part / whole) * 100, 'percent', 'nothing')

const round = (value: number): number => Math.round(value * 10) / 10

const suffix: Record<Unit, string> = { count: '', percent: ' %', minutes: ' menit', days: ' hari', points: '' }

/** `1.234`, `98,5 %`, `185 menit`, `tidak diketahui`, `tidak ada`. */
export function formatFigure({ value, unit, blank }: Figure): string {
  if (value === null) return blank === 'nothing' ? 'tidak ada' : 'tidak diketahui'
  return formatNumber(value, 1) + suffix[unit]
}
