import type { Role } from '../agencies/policy.ts'
import { addDays } from '../platform/time.ts'

/** What can be wrong with the posts of an agency, with the words for the screen. */
export const alarmKinds = {
  'head-missing': 'Tidak ada kepala yang bertanggung jawab',
  'operator-missing': 'Jabatan operator kosong',
  'deputy-missing': 'Belum ada wakil operator',
  'ending-soon': 'Masa jabatan segera berakhir tanpa pengganti',
  silent: 'Operator lama tidak masuk',
  'idle-warning': 'Akun lama tidak dipakai, akan dikunci',
} as const

export type AlarmKind = keyof typeof alarmKinds

/** Days from rows of `alarm_rule` (issue 3): 14, 30, 76, 90 and 7 unless the city says otherwise. */
export interface AlarmDays {
  endingSoon: number
  silent: number
  idleWarning: number
  idleLock: number
  escalation: number
}

/** One who holds a post today, or will. */
export interface Held {
  appointmentId: string
  personId: string
  role: Role
  deputy: boolean
  from: string
  to: string | null
  /** WIB day of the last sign-in; null: never. */
  seen: string | null
}

export interface Alarm {
  /** The same matter has the same key, so that it is raised once. */
  key: string
  kind: AlarmKind
  personId: string | null
  appointmentId: string | null
}

/** All that is wrong in one agency on `today`. `held` are the appointments of today and later. */
export function alarmsOf(agencyId: string, held: readonly Held[], days: AlarmDays, today: string): Alarm[] {
  const now = held.filter(({ from, to }) => from <= today && (to === null || to > today))
  const posts = [
    ['head-missing', (h: Held) => h.role === 'head'],
    ['operator-missing', (h: Held) => h.role === 'operator' && !h.deputy],
    ['deputy-missing', (h: Held) => h.role === 'operator' && h.deputy],
  ] as const
  const missing = posts
    .filter(([, is]) => !now.some(is))
    .map(([kind]) => ({ key: `${kind}:${agencyId}`, kind, personId: null, appointmentId: null }))
  return [...missing, ...now.flatMap((one) => alarmsOfOne(one, held, days, today))]
}

function alarmsOfOne(one: Held, held: readonly Held[], days: AlarmDays, today: string): Alarm[] {
  const { personId, appointmentId, to, role, deputy } = one
  const found: Alarm[] = []
  const add = (kind: AlarmKind): void =>
    void found.push({ key: `${kind}:${appointmentId}`, kind, personId, appointmentId })
  const guarded = role === 'head' || role === 'operator'
  const succeeded = held.some((next) => next.role === role && next.deputy === deputy && next.from === to)
  if (guarded && to !== null && to <= addDays(today, days.endingSoon) && !succeeded) add('ending-soon')
  if (isIdle(one, days.idleWarning, today)) add('idle-warning')
  else if (role === 'operator' && !deputy && isIdle(one, days.silent, today)) add('silent')
  return found
}

/** Not seen for so many days; who never signed in counts from the first day in office. */
export const isIdle = ({ seen, from }: Pick<Held, 'seen' | 'from'>, days: number, today: string): boolean =>
  (seen ?? from) <= addDays(today, -days)
