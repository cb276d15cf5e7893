import { addApiToken } from '../platform/auth/tokens.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findAgency } from './find-agencies.ts'
import { refuseRole } from './role.ts'

/** Adds an API token with one role. `token` is shown this once. Throws `Missing` for an unknown agency. */
export async function addToken(
  ctx: Ctx,
  input: { name: string; role: string; agencyId: string | null },
): Promise<{ id: string; token: string } | Refusal> {
  const errors = refuseRole(input.role, input.agencyId)
  if (input.name.trim() === '') errors.name = 'Beri nama pada token ini.'
  if (Object.keys(errors).length > 0) return invalid(errors)
  if (input.agencyId !== null) await findAgency(ctx, input.agencyId)
  return transaction(ctx, async (ctx) => {
    const added = await addApiToken(ctx, input)
    const { name, role, agencyId } = input
    await record(ctx, 'token.added', { thing: 'token', id: added.id, agencyId, after: { name, role } })
    return added
  })
}
