import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { lockAccount, saveAccountState } from './data/account-rows.ts'
import './data/tables.ts'

/**
 * X suspended the account: nothing more is tried in its name until a person has restored and connected it again. What
 * was approved waits meanwhile, and is held when its time goes by. In a transaction.
 */
export async function suspendAccount(ctx: Ctx, accountId: string, reason: string): Promise<void> {
  const account = await lockAccount(ctx, accountId)
  if (account.state !== 'connected') return
  await saveAccountState(ctx, account, 'needs-reconnecting')
  await ctx.db.updateTable('social_account').set({ poll_problem: reason }).where('id', '=', accountId).execute()
  await record(ctx, 'account.disconnected', {
    thing: 'account',
    id: account.id,
    agencyId: account.agency_id,
    before: { state: 'connected' },
    after: { state: 'needs-reconnecting', reason },
  })
}
