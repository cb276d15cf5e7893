import { formatNumber } from '../platform/time.ts'
import type { Figure, FigureTable } from './figure.ts'
import type { Letterhead } from './letterhead.ts'

/** All reports of one month on one page, for the mayor, with an annex per agency. Plain JSON. */
export interface CityRecap {
  month: string
  /** 0 before it was forwarded; a forwarded edition is frozen, what came later makes the next one. */
  edition: number
  /** Instant, RFC 3339; null before. */
  forwardedAt: string | null
  head: Letterhead
  numbers: RecapNumber[]
  best: RankedAgency[]
  help: RankedAgency[]
  /** Of whom too little is known for a fair score. */
  unranked: NamedAgency[]
  /** Who has not submitted, whether or not the due date is over. */
  missing: NamedAgency[]
  /** Perangkat daerah, kecamatan, kelurahan: each compared among its own kind. */
  groups: FigureTable[]
}

export interface NamedAgency {
  agencyId: string
  agencyName: string
  abbreviation: string
}

export interface RecapNumber {
  label: string
  now: Figure
  /** The same figure one month earlier. */
  before: Figure
}

export interface RankedAgency {
  agencyId: string
  agencyName: string
  points: Figure
  /** What it does well, or what help it needs. */
  words: string
}

/** `naik 12`, `turun 3,5`, `tetap`, or that it cannot be compared. Says nothing about good or bad. */
export function trend({ now, before }: RecapNumber): string {
  if (now.value === null || before.value === null) return 'belum dapat dibandingkan'
  const change = Math.round((now.value - before.value) * 10) / 10
  if (change === 0) return 'tetap'
  return `${change > 0 ? 'naik' : 'turun'} ${formatNumber(Math.abs(change), 1)}${now.unit === 'percent' ? ' poin' : ''}`
}
