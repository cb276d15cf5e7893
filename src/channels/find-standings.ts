import type { Ctx } from '../platform/ctx.ts'
import type { SocialAccount } from './account.ts'
import { type Standing, standingOf } from './account-standing.ts'
import { daysSince } from './activity.ts'
import { lastBroadcasts } from './find-activity.ts'
import { secondsOf } from './setting.ts'

export interface StandingAccount extends SocialAccount {
  standing: Standing
  /** Null: never. */
  daysWithoutPost: number | null
}

/** These accounts with how they stand today, in their order. */
export async function withStandings(ctx: Ctx, accounts: readonly SocialAccount[]): Promise<StandingAccount[]> {
  const limit = await secondsOf(ctx, 'dormant-days')
  const ids = accounts.map(({ id }) => id)
  const said = await lastBroadcasts(ctx, ids)
  return accounts.map((account) => {
    const last = said.get(account.id) ?? null
    return {
      ...account,
      standing: standingOf({ ...account, last }, ctx.now, limit),
      daysWithoutPost: daysSince(last, ctx.now),
    }
  })
}
