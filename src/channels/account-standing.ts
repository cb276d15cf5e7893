import { type AccountState, type Platform, speaksToAll } from './account.ts'
import { daysSince } from './activity.ts'

/** How an account stands in the register. `active`: it lives, and is used by hand. */
export const standings = {
  'lost-access': 'Akses hilang',
  'needs-reconnecting': 'Perlu disambungkan lagi',
  dormant: 'Mati suri',
  active: 'Tanpa sambungan',
  connected: 'Tersambung',
} as const
export type Standing = keyof typeof standings
/** The worst first. */
export const standingOrder = Object.keys(standings) as Standing[]
export const isStanding = (text: string): text is Standing => Object.hasOwn(standings, text)

export const standingTones = {
  'lost-access': 'bad',
  'needs-reconnecting': 'warn',
  dormant: 'warn',
  active: 'quiet',
  connected: 'good',
} as const

interface Known {
  platform: Platform
  state: AccountState
  /** When it last said something to all. */
  last: Date | null
  /** When it was taken into the register: where nothing is known to have been said, days count from there. */
  createdAt: Date
}

/**
 * More days than `limit` without a post: dormant, on platforms where one speaks to all (product rules: 90 days). Pure.
 */
export function standingOf({ platform, state, last, createdAt }: Known, now: Date, limit: number): Standing {
  if (state === 'lost-access' || state === 'needs-reconnecting') return state
  const days = daysSince(last ?? createdAt, now) ?? 0
  return speaksToAll(platform) && days > limit ? 'dormant' : state
}
