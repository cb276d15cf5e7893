import { addOutsideAnswer } from '../cases/add-outside-answer.ts'
import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, type ChannelAnswer, freshly } from './ask-x.ts'
import { lockAccount } from './data/account-rows.ts'
import { caseSource } from './data/case-source.ts'
import { type Known, knownAs } from './data/message-rows.ts'
import { lockPost, unlinked } from './data/post-rows.ts'
import { readAll } from './read-all.ts'
import { savePost } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { statusUrl } from './x/addresses.ts'
import { postsBy } from './x/client.ts'
import { firstIdAt, type XPost } from './x/read-post.ts'
import './data/tables.ts'

/** How long after a message an answer given in X is still looked for. */
const searchSeconds = 14 * 86_400

/** X's clock and ours may be ten minutes apart. */
const skewSeconds = 900

/**
 * Answers that somebody of the agency gave in X itself, found in the account's own timeline by what they reply to: the
 * one that X had refused to take from here is then published, any other is added to its case; both stop the citizen's
 * clock. Nothing new costs nothing; still X is asked only while there is something to find.
 */
export async function readOwnTimeline(ctx: Ctx, accountId: string): Promise<void> {
  const since = await searchFrom(ctx, accountId)
  if (since === null) return
  const read = await readSince(ctx, accountId, since)
  if (!read.ok) return
  const posts = read.value.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  await transaction(freshly(ctx), async (ctx) => {
    const { own_until } = await lockAccount(ctx, accountId)
    let mark = own_until === null || BigInt(own_until) < BigInt(since) ? since : own_until
    let held = false
    for (const post of posts) {
      if (!(await place(ctx, accountId, post))) held = true
      if (!held && BigInt(post.id) > BigInt(mark)) mark = post.id
    }
    await ctx.db
      .updateTable('social_account')
      .set({ own_until: mark, own_looked_at: ctx.now })
      .where('id', '=', accountId)
      .execute()
  })
}

/** The mark to read from; null: there is nothing to find, or it was looked for a short while ago. */
async function searchFrom(ctx: Ctx, accountId: string): Promise<string | null> {
  const oldest = inSeconds(ctx.now, -searchSeconds)
  const owed = await ctx.db
    .selectFrom('post')
    .select('state_since')
    .where('account_id', '=', accountId)
    .where('state', '=', 'refused')
    .where('not_called', '=', true)
    .where('state_since', '>', oldest)
    .orderBy('state_since')
    .executeTakeFirst()
  const message = await ctx.db
    .selectFrom('message')
    .select('at')
    .where('account_id', '=', accountId)
    .where('received_at', '>', oldest)
    .limit(1)
    .executeTakeFirst()
  const { own_until, own_looked_at } = await ctx.db
    .selectFrom('social_account')
    .select(['own_until', 'own_looked_at'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const due = own_looked_at === null || own_looked_at <= inSeconds(ctx.now, -(await secondsOf(ctx, 'own-look')))
  if (!owed && !(message && due)) return null
  return own_until ?? firstIdAt(inSeconds(owed?.state_since ?? ctx.now, -skewSeconds))
}

/** X reaches back so many own posts. */
const reach = 3200

const readSince = (ctx: Ctx, accountId: string, sinceId: string): Promise<ChannelAnswer<XPost[]>> =>
  readAll((start) => askX(ctx, accountId, (x, token, userId) => postsBy(x, token, userId, { sinceId, ...start })), {
    most: reach,
  })

/** Gives an own post its place. False: it may be one of ours whose sending is not settled yet; it is looked at again. */
async function place(ctx: Ctx, accountId: string, post: XPost): Promise<boolean> {
  if (post.repliedTo === null) return true
  const message = (await knownAs(ctx, accountId, [post.repliedTo])).get(post.repliedTo)
  if (!message || (await unlinked(ctx, accountId, [post])).length === 0) return true
  const own = await answersTo(ctx, accountId, message, post.repliedTo)
  if (own.some(({ state }) => state === 'sending' || state === 'unconfirmed')) return false
  const refused = own.find(({ state, not_called }) => state === 'refused' && not_called)
  if (refused) {
    await savePost(ctx, await lockPost(ctx, refused.id), {
      state: 'published',
      externalId: post.id,
      at: post.createdAt,
    })
    return true
  }
  const to = (externalId: string) => caseSource(ctx, accountId, { ...post, externalId, authorId: '' }).externalId
  await addOutsideAnswer(ctx, {
    to: { channel: 'x', externalId: to(message.externalId) },
    externalId: to(post.id),
    text: post.text,
    at: post.createdAt,
    url: statusUrl(ctx.platform.config.x, post.id),
  })
  return true
}

/** Posts of ours that answer any version of this message. */
const answersTo = (ctx: Ctx, accountId: string, message: Known, asked: string) =>
  ctx.db
    .selectFrom('post')
    .select(['id', 'state', 'not_called'])
    .where('account_id', '=', accountId)
    .where('in_reply_to', 'in', [message.externalId, message.latestId ?? message.externalId, asked])
    .orderBy('created_at')
    .execute()
