import { type AccountState, type Platform, speaksToAll } from './account.ts'
import { daysSince } from './activity.ts'

/** How an account stands in the register. `active`: it lives, and is used by hand. */
export const standings = {
  'lost-access': 'Akses hilang',
  'needs-reconnecting': 'Perlu disambungkan lagi',
  dormant: 'Mati suri',
  active: 'Dipakai tanpa sambungan',
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
}

/**
 * More days than `limit` without a post, or none ever: dormant, on platforms where one speaks to all (product rules:
 * 90 days). Pure.
 */
export function standingOf({ platform, state, last }: Known, now: Date, limit: number): Standing {
  if (state === 'lost-access' || state === 'needs-reconnecting') return state
  const days = daysSince(last, now)
  return speaksToAll(platform) && (days === null || days > limit) ? 'dormant' : state
}
