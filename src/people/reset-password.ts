import { endAllSessions } from '../platform/auth/sessions.ts'
import { forgiveAccount } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { asPerson } from './enter.ts'
import { deadLinkWords, findLink, useLink } from './mail-link.ts'
import { refusePassword, setPassword } from './person.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * A new password by a link from the mail. All sessions end; a second factor stays: the mail box alone opens nothing.
 * Guesses at the old password no longer count.
 */
export async function resetPassword(
  ctx: Ctx,
  { token, password }: { token: string; password: string },
): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const link = await findLink(ctx, 'reset', token)
    if (link.state !== 'good') return conflict(deadLinkWords('reset', link.state))
    const wrong = refusePassword(password)
    if (wrong) return invalid({ password: wrong })
    const { id, email } = link.person
    const own = asPerson(ctx, link.person)
    await useLink(ctx, token)
    await setPassword(own, id, password)
    await endAllSessions(ctx, id)
    await forgiveAccount(ctx, email)
    await tellOwner(ctx, id, 'kata sandi diganti melalui tautan dari surel')
    return undefined
  })
}
