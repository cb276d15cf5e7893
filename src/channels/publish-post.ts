import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms } from './account.ts'
import { adapterOf } from './adapters.ts'
import { freshly } from './ask-x.ts'
import { lockPost, savePostState } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import { outcomeOf } from './outcome.ts'
import type { Post } from './post.ts'
import { isLate } from './post-schedule.ts'
import { hashOf } from './same-words.ts'
import { saveHindrance, saveOutcome } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { uploadPictures } from './upload-pictures.ts'

interface Intent {
  attemptId: string
  post: Post
}

/** `stop`: nothing more of this account should be tried now. */
export type Sent = 'done' | 'stop'

/**
 * Sends an approved post that is due. Pictures go first: nobody sees them yet, so their upload may be tried again. The
 * intent is committed before the request leaves; after that no machine tries it again. Run twice, by two workers or
 * after a crash, it sends at most once.
 */
export async function publishPost(ctx: Ctx, { postId }: { postId: string }): Promise<Sent> {
  const waiting = await findPost(ctx, postId)
  if (!isDue(waiting, ctx.now)) return 'stop'
  const media = await uploadPictures(ctx, waiting)
  if (!media.ok)
    return saveHindrance(freshly(ctx), waiting, outcomeOf(media, ctx.platform.clock(), platforms[waiting.platform]))
  const intent = await intend(freshly(ctx), postId, media.value)
  if (!intent) return 'stop'
  const { post } = intent
  const answer = await adapterOf(post.platform).send(ctx, { ...post, mediaIds: media.value, key: intent.attemptId })
  const after = freshly(ctx)
  const outcome = outcomeOf(answer, after.now, platforms[post.platform])
  await saveOutcome(after, intent, outcome, answer.ok ? 'published' : answer.error.kind)
  return outcome.state === 'approved' ? 'stop' : 'done'
}

const isDue = ({ state, dueAt, sendNotBefore }: Post, now: Date): boolean =>
  state === 'approved' && dueAt !== null && dueAt <= now && (sendNotBefore === null || sendNotBefore <= now)

/**
 * A post is taken by the worker that finds it approved, due, and nothing else of its account on its way: so posts of
 * an account go out in order. The others find it sending. `mediaIds` belong to the pictures as they were read.
 */
async function intend(ctx: Ctx, postId: string, mediaIds: readonly string[]): Promise<Intent | undefined> {
  return transaction(ctx, async (ctx) => {
    const { accountId } = await findPost(ctx, postId)
    await sql`select pg_advisory_xact_lock(hashtextextended(${`send ${accountId}`}, 0))`.execute(ctx.db)
    const post = await lockPost(ctx, postId)
    const same =
      post.pictures.length === mediaIds.length && post.pictures.every(({ mediaId }, i) => mediaId === mediaIds[i])
    if (!isDue(post, ctx.now) || isLate(post, ctx.now, await secondsOf(ctx, 'late-after')) || !same) return undefined
    if (await isBusy(ctx, accountId)) return undefined
    const attemptId = newId()
    await ctx.db
      .insertInto('post_attempt')
      .values({
        id: attemptId,
        post_id: post.id,
        text_hash: hashOf(post.text),
        intended_at: ctx.now,
        outcome: null,
        detail: null,
        ended_at: null,
      })
      .execute()
    await savePostState(ctx, post.id, { state: 'sending' })
    return { attemptId, post }
  })
}

/** Whether another post of the account is on its way; not one whose sender must have been killed. */
async function isBusy(ctx: Ctx, accountId: string): Promise<boolean> {
  const since = inSeconds(ctx.now, -(await secondsOf(ctx, 'sending-limit')))
  const other = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('account_id', '=', accountId)
    .where('state', '=', 'sending')
    .where('state_since', '>', since)
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
