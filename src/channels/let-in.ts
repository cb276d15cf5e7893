import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import type { SocialAccount } from './account.ts'
import { sealTokens } from './data/sealed-tokens.ts'
import { mentionLook } from './look-for-mentions.ts'
import { sendWaitingPosts } from './send-waiting.ts'
import './data/tables.ts'

/** What the platform told when the holder of an account let us in. */
export interface LetIn {
  userId: string
  tokens: Parameters<typeof sealTokens>[1]
  /** Null: they do not expire. */
  tokensExpireAt: Date | null
  /** The id up to which mentions are known; left as it was when absent. */
  mentionsUntil?: string
}

/**
 * The end of every way to connect: identity and sealed tokens are written, which proves that the account is the
 * agency's; mentions are looked for and what waited is sent. Inside a transaction that holds the account's row.
 */
export async function letIn(ctx: Ctx, account: SocialAccount, told: LetIn): Promise<void> {
  await ctx.db
    .updateTable('social_account')
    .set({
      external_id: told.userId,
      state: 'connected',
      state_since: ctx.now,
      tokens: sealTokens(ctx, told.tokens),
      tokens_expire_at: told.tokensExpireAt,
      ...(told.mentionsUntil !== undefined && { mentions_until: told.mentionsUntil }),
      poll_not_before: null,
      poll_problem: null,
      proven_at: ctx.now,
      proven_by: 'name' in ctx.actor ? (ctx.actor.name ?? null) : null,
    })
    .where('id', '=', account.id)
    .execute()
  await record(ctx, 'account.connected', {
    thing: 'account',
    id: account.id,
    agencyId: account.agencyId,
    before: { state: account.state },
    after: { state: 'connected', handle: account.handle },
  })
  await later(ctx, mentionLook, { accountId: account.id }, { onlyOne: account.id })
  await sendWaitingPosts(ctx, { accountId: account.id })
}
