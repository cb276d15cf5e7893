import type { Role } from '../agencies/policy.ts'
import type { GoneOver } from '../platform/area.ts'
import type { FieldErrors } from '../platform/refusal.ts'

/** Posts that are handed over: what waits for them must not wait for nobody. */
export const handedOver = {
  operator: 'Operator',
  deputy: 'Wakil operator',
  reviewer: 'Pemeriksa (sekretaris, PPID Pelaksana)',
  head: 'Kepala perangkat daerah',
} as const

export type Post = keyof typeof handedOver

export const isPost = (text: string): text is Post => Object.hasOwn(handedOver, text)

export const roleOf = (post: Post): { role: Role; deputy: boolean } =>
  post === 'deputy' ? { role: 'operator', deputy: true } : { role: post, deputy: false }

export const postOf = ({ role, deputy }: { role: string; deputy: boolean }): Post =>
  deputy ? 'deputy' : (role as Exclude<Post, 'deputy'>)

/** Serah terima: a post that went, or will go, from one person to another. */
export interface Handover {
  id: string
  agencyId: string
  post: Post
  leaverName: string | null
  newcomerName: string
  newcomerEmail: string
  /** The newcomer's first day. */
  day: string
  decree: string | null
  note: string | null
  absent: boolean
  madeByName: string
  madeAt: Date
  /** Null until the day has come. */
  wentOver: GoneOver[] | null
  doneAt: Date | null
}

export interface HandoverInput {
  agencyId: string
  post: string
  name: string
  email: string
  day: string
  decree: string
  note: string
  /** The leaver is not to be found: the head or Diskominfostandi does it alone. */
  absent: boolean
}

/** A hand-over begins today or later: what somebody did yesterday was done by whoever was there. */
export function refuseHandover({ post, day }: Pick<HandoverInput, 'post' | 'day'>, today: string): FieldErrors {
  return {
    ...(!isPost(post) && { post: 'Pilih jabatan yang diserahterimakan.' }),
    ...(!/^\d{4}-\d{2}-\d{2}$/.test(day) && { day: 'Tulis hari pertama pejabat baru.' }),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(day) && day < today && { day: 'Hari pertama pejabat baru paling awal hari ini.' }),
  }
}
