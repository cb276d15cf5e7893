const DAY = 86_400_000

/** How often news is expected of a kind of agency, in days since the last real update. Rows of table `cadence`. */
export interface Cadence {
  due: number
  overdue: number
  delinquent: number
  dormant: number
}

/** `unknown` is a result: nothing is held against the agency. */
export type FreshnessStatus = 'current' | 'due' | 'overdue' | 'delinquent' | 'dormant' | 'unknown'

export const statusWords: Record<FreshnessStatus, string> = {
  current: 'Mutakhir',
  due: 'Perlu diperbarui',
  overdue: 'Terlambat',
  delinquent: 'Sangat terlambat',
  dormant: 'Mati suri',
  unknown: 'Tidak dapat ditentukan',
}

/** Pure. One day of grace on every limit, as HDX gives (whose table of due, overdue, delinquent days this follows). */
export function freshnessStatus(lastRealUpdate: Date | null, now: Date, cadence: Cadence): FreshnessStatus {
  if (!lastRealUpdate) return 'unknown'
  const days = (now.getTime() - lastRealUpdate.getTime()) / DAY
  if (days > cadence.dormant) return 'dormant'
  if (days > cadence.delinquent + 1) return 'delinquent'
  if (days > cadence.overdue + 1) return 'overdue'
  return days > cadence.due + 1 ? 'due' : 'current'
}
