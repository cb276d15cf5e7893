import { endAllSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { confirmPassword } from './confirm-password.ts'
import { refusePassword, setPassword } from './person.ts'
import { tellOwner } from './tell-owner.ts'

/** Replaces one's own password; all other sessions end. `token` is the present one's. */
export async function changePassword(
  ctx: Ctx,
  input: { personId: string; password: string; next: string; ip: string; token: string | null },
): Promise<Refusal | undefined> {
  const refusal = await confirmPassword(ctx, input)
  if (refusal) return refusal
  const wrong = refusePassword(input.next)
  if (wrong) return invalid({ next: wrong })
  return transaction(ctx, async (ctx) => {
    await setPassword(ctx, input.personId, input.next)
    await endAllSessions(ctx, input.personId, input.token ?? undefined)
    await tellOwner(ctx, input.personId, 'kata sandi diganti')
    return undefined
  })
}
