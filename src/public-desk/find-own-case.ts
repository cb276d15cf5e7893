import { type CaseOfCitizen, findCaseOfCitizen } from '../cases/find-case-of-citizen.ts'
import { parseTicket } from '../cases/ticket.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { isLinkKey } from './link-key.ts'

/** The case of whoever holds its secret link. Throws `Missing`, for a wrong key as for a wrong ticket. */
export async function findOwnCase(
  ctx: Ctx,
  { ticket = '', key = '' }: Readonly<Record<string, string>>,
): Promise<CaseOfCitizen> {
  const parsed = parseTicket(ticket)
  if (parsed === null) throw new Missing(`case ${ticket}`)
  const found = await findCaseOfCitizen(ctx, parsed)
  if (!isLinkKey(ctx, found.id, key)) throw new Missing(`case ${ticket}`)
  return found
}
