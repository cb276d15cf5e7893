import type { FieldErrors } from '../platform/refusal.ts'

/** The channels an account can be on; others come as adapters. */
export const platforms = { x: 'X' } as const
export type Platform = keyof typeof platforms

/** `active`: known and used by hand. `connected`: we send and receive. The last two need somebody to act. */
export const accountStates = {
  active: 'Aktif, belum disambungkan',
  connected: 'Tersambung',
  'needs-reconnecting': 'Perlu disambungkan lagi',
  'lost-access': 'Akses hilang',
} as const
export type AccountState = keyof typeof accountStates

/** An account of an agency, without its secrets. */
export interface SocialAccount {
  id: string
  agencyId: string
  platform: Platform
  /** Without `@`. */
  handle: string
  /** Its page for people. */
  url: string
  /** The platform's id; null before the first connection. */
  externalId: string | null
  state: AccountState
  stateSince: Date
  holder: string
  polledAt: Date | null
  pollNotBefore: Date | null
  /** What stood in the way of the last look, in words for the screen. */
  pollProblem: string | null
}

/** X's handles: 1 to 15 letters, digits and underscores. */
export function refuseHandle(handle: string, holder: string): FieldErrors {
  const errors: FieldErrors = {}
  if (!/^\w{1,15}$/.test(handle)) errors.handle = 'Nama akun X terdiri atas 1–15 huruf, angka, atau garis bawah.'
  if (holder === '') errors.holder = 'Tuliskan siapa yang memegang akun ini.'
  if (holder.length > 120) errors.holder = 'Paling banyak 120 huruf.'
  return errors
}
