import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { SocialAccount } from './account.ts'
import { saveAccountState } from './data/account-rows.ts'
import { findAccount } from './find-accounts.ts'

/** The agency can no longer get into its account: password or address lost, account taken over. */
export async function loseAccess(ctx: Ctx, input: { accountId: string }): Promise<SocialAccount | Refusal> {
  return transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseUnless(ctx.actor, 'account.connect', account.agencyId)
    if (refusal) return refusal
    await saveAccountState(ctx, account, 'lost-access')
    await record(ctx, 'account.access-lost', {
      thing: 'account',
      id: account.id,
      agencyId: account.agencyId,
      before: { state: account.state },
      after: { state: 'lost-access' },
    })
    return findAccount(ctx, account.id)
  })
}
