import type { Ctx } from '../platform/ctx.ts'
import { job, later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms } from './account.ts'
import type { Adapter, OwnPost } from './adapter.ts'
import { adapterOf } from './adapters.ts'
import { type ChannelAnswer, freshly } from './ask-x.ts'
import { lockPost, unlinked } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import { outcomeOf } from './outcome.ts'
import type { Post } from './post.ts'
import { isSamePost } from './same-words.ts'
import { saveNotSent, saveOutcome, savePost } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'

interface Attempt {
  id: string
  intended_at: Date
  looks: number
  detail: string | null
}

const lastAttempt = (ctx: Ctx, postId: string): Promise<Attempt | undefined> =>
  ctx.db
    .selectFrom('post_attempt')
    .select(['id', 'intended_at', 'looks', 'detail'])
    .where('post_id', '=', postId)
    .orderBy('intended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Finds out whether a post whose sending was left unclear is there, by reading the account's own timeline; by sending
 * again only where the platform knows the intent by its key. Two looks some minutes apart; then a person decides.
 */
export async function settlePost(ctx: Ctx, { postId }: { postId: string }): Promise<void> {
  const post = await findPost(ctx, postId)
  const attempt = await lastAttempt(ctx, postId)
  if (post.state !== 'unconfirmed' || !attempt) return
  const adapter = adapterOf(post.platform)
  const timeline = (await adapter.ownSince?.(ctx, post.accountId, searchFrom(attempt))) ?? nothingToRead
  const found = timeline.ok ? await firstUnlinked(ctx, post, timeline.value) : undefined
  if (timeline.ok && !found && isKeyAlive(adapter, attempt, ctx.platform.clock()))
    return sendSame(ctx, post, attempt.id)
  await transaction(freshly(ctx), async (ctx) => {
    const locked = await lockPost(ctx, postId)
    if (locked.state !== 'unconfirmed') return
    if (!timeline.ok) return lookLater(ctx, locked, timeline.error)
    const found = await firstUnlinked(ctx, locked, timeline.value)
    if (found) {
      await savePost(ctx, locked, { state: 'published', externalId: found.id, at: found.createdAt })
      await endLook(ctx, attempt, 'published')
    } else await notFound(ctx, locked, attempt)
  })
}

const nothingToRead: ChannelAnswer<OwnPost[]> = { ok: true, value: [] }

const isKeyAlive = ({ sameKeySeconds }: Adapter, { intended_at }: Attempt, now: Date): boolean =>
  inSeconds(intended_at, sameKeySeconds) > now

/** The platform knows this intent by its key: told again, it says what became of it, or does it now. */
async function sendSame(ctx: Ctx, post: Post, attemptId: string): Promise<void> {
  const mediaIds = post.pictures.flatMap(({ mediaId }) => mediaId ?? [])
  const answer = await adapterOf(post.platform).send(ctx, { ...post, mediaIds, key: attemptId })
  const after = freshly(ctx)
  const outcome = outcomeOf(answer, after.now, platforms[post.platform])
  // The first try may have gone through: a wait says nothing about it, and an approved post would be tried as a new one.
  if (outcome.state === 'published' || outcome.state === 'refused')
    return saveOutcome(after, { attemptId, post }, outcome, answer.ok ? 'published' : answer.error.kind)
  const notBefore = inSeconds(after.now, await secondsOf(after, 'second-look'))
  await transaction(after, (ctx) => later(ctx, settling, { postId: post.id }, { onlyOne: post.id, notBefore }))
}

/** X's clock and ours may differ; a duplicate may be days old. */
const searchFrom = ({ intended_at, detail }: Attempt): Date =>
  inSeconds(intended_at, detail === 'duplicate' ? -7 * 86_400 : -900)

/** The newest post with these words that is not yet known as another post of ours. */
const firstUnlinked = async (ctx: Ctx, post: Post, timeline: OwnPost[]): Promise<OwnPost | undefined> =>
  (
    await unlinked(
      ctx,
      post.accountId,
      timeline.filter((seen) => isSamePost(seen, post)),
    )
  )[0]

/** The timeline could not be read. That says nothing about the post, so it does not count as a look. */
async function lookLater(ctx: Ctx, post: Post, error: { kind: string; until?: Date }): Promise<void> {
  // What waits for a person (no credit, not connected) goes on when that person has acted.
  if (error.kind !== 'unreachable' && error.kind !== 'rate-limited') return
  const notBefore = inSeconds(error.until ?? ctx.now, 60)
  await later(ctx, settling, { postId: post.id }, { onlyOne: post.id, notBefore })
}

const endLook = (ctx: Ctx, { id, looks }: Attempt, outcome: string): Promise<unknown> =>
  ctx.db
    .updateTable('post_attempt')
    .set({ looks: looks + 1, outcome, ended_at: ctx.now })
    .where('id', '=', id)
    .execute()

async function notFound(ctx: Ctx, post: Post, attempt: Attempt): Promise<void> {
  if (attempt.looks === 0) {
    await endLook(ctx, attempt, 'unconfirmed')
    const notBefore = inSeconds(ctx.now, await secondsOf(ctx, 'second-look'))
    return later(ctx, settling, { postId: post.id }, { onlyOne: post.id, notBefore })
  }
  await endLook(ctx, attempt, 'not-sent')
  if (attempt.detail === 'duplicate') {
    const reason =
      'X menolak karena teks yang sama sudah pernah diterbitkan akun ini. Ubahlah kalimatnya, lalu ajukan lagi.'
    return savePost(ctx, post, { state: 'refused', reason, notCalled: false })
  }
  return saveNotSent(ctx, post)
}

export const settling = job<{ postId: string }>({ name: 'channels.settle', run: settlePost })
