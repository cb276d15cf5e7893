/** Whom a level is told: who has the case (else the operators), a role of the agency, or one of the whole city. */
export const escalationRoles = {
  handler: 'Petugas yang menangani, atau para operator',
  reviewer: 'Sekretaris perangkat daerah',
  head: 'Kepala perangkat daerah',
  'comms-officer': 'Petugas Diskominfostandi',
  'comms-head': 'Kepala Diskominfostandi',
} as const
export type EscalationRole = keyof typeof escalationRoles

export interface EscalationRule {
  level: number
  from: string
  told: readonly string[]
  basis: string
}

/** Somebody who holds a role on the day. */
export interface Holding {
  personId: string
  role: string
  /** Null: for the whole city. */
  agencyId: string | null
}

/** Who is told of a level on a WIB day: the latest rule of it. Nobody twice. */
export function toldOf(
  rules: readonly EscalationRule[],
  holdings: readonly Holding[],
  about: { level: number; agencyId: string; assigneeId: string | null },
  day: string,
): string[] {
  const rule = rules
    .filter(({ level, from }) => level === about.level && from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  const holders = (role: string, agencyId: string | null): string[] =>
    holdings.filter((one) => one.role === role && one.agencyId === agencyId).map(({ personId }) => personId)
  const people = (rule?.told ?? []).flatMap((role) => {
    if (role === 'handler') return about.assigneeId ? [about.assigneeId] : holders('operator', about.agencyId)
    return holders(role, role.startsWith('comms') ? null : about.agencyId)
  })
  return [...new Set(people)]
}
