import type { Actor } from '../platform/ctx.ts'
import { forbidden, type Refusal } from '../platform/refusal.ts'

/** Roles of `docs/GLOSSARY.md`. The first four are held for one agency, the others for the whole city. */
export const roles = [
  'operator',
  'contributor',
  'reviewer',
  'head',
  'comms-officer',
  'comms-head',
  'mayor-office',
  'auditor',
  'system-admin',
] as const

export type Role = (typeof roles)[number]

export const agencyRoles: readonly Role[] = ['operator', 'contributor', 'reviewer', 'head']

/** Held by delegation of the head, not by appointment: approves in the head's place. */
export const delegate = 'delegate'

const staff: readonly Role[] = ['operator', 'contributor', 'reviewer', 'head']
const comms: readonly Role[] = ['comms-officer', 'comms-head']
const readers: readonly Role[] = [...comms, 'mayor-office', 'auditor']

/**
 * Who may do what: `own` for the agency the role is held for, `city` for every agency.
 * Everything not named here is refused.
 */
export const policy = {
  'agency.read': { own: staff, city: [...readers, 'system-admin'] },
  'agency.manage': { own: [], city: comms },
  'content.read': { own: staff, city: readers },
  'content.write': { own: ['operator', 'contributor', 'reviewer'], city: [] },
  'content.approve': { own: ['reviewer', 'head'], city: [] },
  'contributor.manage': { own: ['operator', 'reviewer', 'head'], city: [] },
  'website.read': { own: staff, city: readers },
  'website.scan': { own: ['operator', 'reviewer', 'head'], city: comms },
  'website.manage': { own: [], city: comms },
  'account.read': { own: staff, city: readers },
  'account.connect': { own: ['operator', 'head'], city: comms },
  'cost.read': { own: ['head'], city: comms },
  'cost.manage': { own: [], city: ['comms-head'] },
  'post.read': { own: staff, city: readers },
  'post.write': { own: ['operator', 'reviewer'], city: [] },
  'post.approve': { own: ['reviewer', 'head'], city: [] },
  'announcement.manage': { own: [], city: comms },
  'case.read': { own: ['operator', 'reviewer', 'head'], city: readers },
  'case.open': { own: ['operator', 'reviewer', 'head'], city: comms },
  'case.import': { own: [], city: comms },
  'case.pass-on': { own: ['operator', 'reviewer', 'head'], city: comms },
  'case.answer': { own: ['operator', 'reviewer', 'head'], city: [] },
  'case.publish': { own: ['reviewer', 'head'], city: [] },
  'case.work': { own: ['operator', 'reviewer', 'head'], city: comms },
  'answer.approve': { own: ['reviewer', 'head'], city: [] },
  'answer-approval.set': { own: ['head'], city: [] },
  'saved-answer.manage': { own: ['operator', 'reviewer'], city: comms },
  'reporter.open': { own: ['operator', 'reviewer', 'head'], city: ['comms-head'] },
  'reporter.open-anonymous': { own: [], city: ['comms-head'] },
  'report.read': { own: ['operator', 'reviewer', 'head'], city: readers },
  'report.write': { own: ['operator', 'reviewer'], city: [] },
  'report.approve': { own: ['head', delegate], city: [] },
  'delegation.make': { own: ['head'], city: [] },
  'person.erase': { own: [], city: ['comms-head', 'system-admin'] },
  'appointment.make': { own: ['head'], city: comms },
  'report.receive': { own: [], city: comms },
  'recap.read': { own: [], city: readers },
  'recap.forward': { own: [], city: ['comms-head'] },
  'calendar.read': { own: staff, city: [...readers, 'system-admin'] },
  'calendar.manage': { own: [], city: comms },
  'mail.read': { own: [], city: ['comms-head', 'system-admin'] },
  'event.read': { own: [], city: ['auditor'] },
} satisfies Record<string, { own: readonly (Role | typeof delegate)[]; city: readonly Role[] }>

export type Action = keyof typeof policy

/** Whether `actor` may do `action` for this agency; without an agency: for at least one. Jobs may do everything. */
export function may(actor: Actor, action: Action, agencyId?: string): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'public') return false
  const { own, city }: { own: readonly string[]; city: readonly string[] } = policy[action]
  return actor.grants.some(
    (grant) =>
      (grant.agencyId === null && city.includes(grant.role)) ||
      (grant.agencyId !== null && own.includes(grant.role) && (agencyId === undefined || grant.agencyId === agencyId)),
  )
}

export const isAction = (text: string): text is Action => Object.hasOwn(policy, text)

/** `forbidden` unless the actor may; the first line of every command. */
export function refuseUnless(actor: Actor, action: Action, agencyId: string): Refusal | undefined {
  return may(actor, action, agencyId) ? undefined : forbidden()
}

/** The agencies for which the actor may do `action`: narrows every list and search. */
export function scopeOf(actor: Actor, action: Action): 'all' | readonly string[] {
  if (actor.kind === 'system') return 'all'
  if (actor.kind === 'public') return []
  const { own, city }: { own: readonly string[]; city: readonly string[] } = policy[action]
  if (actor.grants.some((grant) => grant.agencyId === null && city.includes(grant.role))) return 'all'
  return actor.grants.flatMap((grant) => (grant.agencyId !== null && own.includes(grant.role) ? [grant.agencyId] : []))
}
