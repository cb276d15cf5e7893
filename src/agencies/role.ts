import type { FieldErrors } from '../platform/refusal.ts'
import { agencyRoles, type Role, roles } from './policy.ts'

/** Words for the screen. */
export const roleNames: Readonly<Record<Role, string>> = {
  operator: 'Operator',
  contributor: 'Kontributor',
  reviewer: 'Pemeriksa (sekretaris, PPID Pelaksana)',
  head: 'Kepala perangkat daerah',
  'comms-officer': 'Petugas Diskominfostandi',
  'comms-head': 'Kepala Diskominfostandi',
  'mayor-office': 'Kantor Wali Kota',
  auditor: 'Auditor',
  'system-admin': 'Administrator sistem',
}

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** A role exists, and has an agency exactly when it is held for one. */
export function refuseRole(role: string, agencyId: string | null): FieldErrors {
  if (!isRole(role)) return { role: `Peran tidak dikenal. Pilih salah satu: ${roles.join(', ')}.` }
  if (agencyRoles.includes(role) && agencyId === null) return { agency: 'Peran ini memerlukan perangkat daerah.' }
  if (!agencyRoles.includes(role) && agencyId !== null) return { agency: 'Peran ini berlaku untuk seluruh kota.' }
  return {}
}
