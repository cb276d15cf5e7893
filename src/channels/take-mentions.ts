import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import type { SocialAccount } from './account.ts'
import { lockAccount } from './data/account-rows.ts'
import { keepEvents } from './keep-events.ts'
import { takeEvents } from './take-events.ts'
import type { XPost } from './x/read-post.ts'

/**
 * Takes in what X showed of an account's mentions: first kept as it came together with the mark up to which all is in,
 * then made into messages and cases, each exactly once however often and by however many at a time it is brought.
 *
 * `posts` in any order; they must be all that X has between the account's mark and the newest of them. Answers how
 * many were new.
 */
export async function takeMentions(
  ctx: Ctx,
  account: Pick<SocialAccount, 'id'>,
  posts: readonly XPost[],
): Promise<number> {
  if (posts.length > 0)
    await transaction(ctx, async (ctx) => {
      const { mentions_until } = await lockAccount(ctx, account.id)
      await keepEvents(ctx, account.id, posts, 'poll')
      await saveMark(ctx, account.id, mentions_until, posts)
    })
  return takeEvents(ctx, { accountId: account.id })
}

/** The mark never goes back, and is compared as the number it is. */
async function saveMark(ctx: Ctx, accountId: string, mark: string | null, posts: readonly XPost[]): Promise<void> {
  const newest = posts.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), BigInt(mark ?? 0))
  await ctx.db
    .updateTable('social_account')
    .set({ mentions_until: String(newest) })
    .where('id', '=', accountId)
    .execute()
}
