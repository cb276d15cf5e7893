import { agencyRoles, type Role } from '../agencies/policy.ts'
import { isRole } from '../agencies/role.ts'
import type { Actor } from '../platform/ctx.ts'
import type { FieldErrors } from '../platform/refusal.ts'

/** A role held from a day to a day; `to` is the first day after it, null until further notice. Days are WIB. */
export interface Appointment {
  id: string
  personId: string
  personName: string
  role: Role
  agencyId: string | null
  from: string
  to: string | null
  decree: string | null
  /** An acting head (Pelaksana Tugas). */
  acting: boolean
  /** The operator's deputy. */
  deputy: boolean
  version: number
}

export interface Term {
  role: string
  agencyId: string | null
  from: string
  to: string | null
  decree: string
  acting: boolean
  deputy: boolean
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)

/** What is wrong with a term by itself; whether it is free, the database says. */
export function refuseTerm({ role, agencyId, from, to, decree, acting, deputy }: Term): FieldErrors {
  return {
    ...(!isRole(role) && { role: 'Pilih peran.' }),
    ...(isRole(role) &&
      agencyRoles.includes(role) !== (agencyId !== null) && { role: 'Peran ini tidak berlaku di sini.' }),
    ...(!isDay(from) && { from: 'Tulis tanggal mulai.' }),
    ...(to !== null && !isDay(to) && { to: 'Tulis tanggal berakhir, atau kosongkan.' }),
    ...(to !== null && isDay(to) && isDay(from) && to < from && { to: 'Tanggal berakhir mendahului tanggal mulai.' }),
    ...(role === 'head' && decree.trim() === '' && { decree: 'Kepala diangkat dengan keputusan: tulis nomornya.' }),
    ...(acting && role !== 'head' && { acting: 'Hanya kepala yang dapat berstatus Plt.' }),
    ...(deputy && role !== 'operator' && { deputy: 'Hanya operator yang memiliki wakil.' }),
  }
}

/**
 * Who may give which role: a head the staff of the own agency; Diskominfostandi every role of an agency; its head
 * also the roles of the city; the administrator of the system only accounts, no roles.
 */
export function mayAppoint(actor: Actor, role: string, agencyId: string | null): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'public') return false
  return actor.grants.some((grant) => {
    if (grant.role === 'comms-head') return true
    if (grant.role === 'comms-officer') return agencyId !== null
    return grant.role === 'head' && agencyId !== null && grant.agencyId === agencyId && role !== 'head'
  })
}

const sentences: Readonly<Record<string, string>> = {
  one_head_a_day: 'Pada masa itu sudah ada kepala (termasuk Plt.). Akhiri masa jabatannya lebih dahulu.',
  one_operator_a_day: 'Pada masa itu sudah ada operator. Gunakan serah terima, atau angkat sebagai wakil.',
  one_deputy_a_day: 'Pada masa itu sudah ada wakil operator.',
  one_role_once: 'Orang ini sudah memegang peran yang sama pada masa itu.',
}

/** The words for an overlap that the database refused; undefined for any other error. */
export function overlapIn(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23P01') return undefined
  return 'constraint' in error ? sentences[String(error.constraint)] : undefined
}
