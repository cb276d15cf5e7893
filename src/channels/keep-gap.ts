import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import type { SocialAccount } from './account.ts'
import './data/tables.ts'

/** A time in which mentions may have been missed for ever. */
export interface Gap {
  from: Date
  to: Date
}

/** Writes down that X no longer showed all there was. Nothing can bring it back; people are told to look by hand. */
export async function keepGap(ctx: Ctx, account: SocialAccount, { from, to }: Gap): Promise<void> {
  await ctx.db
    .insertInto('channel_gap')
    .values({ id: newId(), account_id: account.id, from_at: from, to_at: to, noticed_at: ctx.now })
    .execute()
  await record(ctx, 'messages.gap-possible', {
    thing: 'account',
    id: account.id,
    agencyId: account.agencyId,
    after: { from, to },
  })
}

/** The gaps of an account, newest first; asked by who may see it. */
export async function findGaps(ctx: Ctx, accountId: string): Promise<Gap[]> {
  const rows = await ctx.db
    .selectFrom('channel_gap')
    .select(['from_at as from', 'to_at as to'])
    .where('account_id', '=', accountId)
    .orderBy('noticed_at', 'desc')
    .limit(5)
    .execute()
  return rows
}
