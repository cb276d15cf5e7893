import type { Ctx } from '../platform/ctx.ts'
import { job, later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, type ChannelAnswer, freshly } from './ask-x.ts'
import { lockPost, unlinked } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import type { Post } from './post.ts'
import { isSamePost } from './same-words.ts'
import { saveNotSent, savePost } from './save-outcome.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { postsBy } from './x/client.ts'
import type { XPost } from './x/read-post.ts'

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
 * Finds out whether a post whose sending was left unclear is there, by reading the account's own timeline; never by
 * sending again. Two looks some minutes apart; then a person decides.
 */
export async function settlePost(ctx: Ctx, { postId }: { postId: string }): Promise<void> {
  const post = await findPost(ctx, postId)
  const attempt = await lastAttempt(ctx, postId)
  if (post.state !== 'unconfirmed' || !attempt) return
  const timeline = await readTimeline(ctx, post, searchFrom(attempt))
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

/** X's clock and ours may differ; a duplicate may be days old. */
const searchFrom = ({ intended_at, detail }: Attempt): Date =>
  inSeconds(intended_at, detail === 'duplicate' ? -7 * 86_400 : -120)

async function readTimeline(ctx: Ctx, post: Post, startTime: Date): Promise<ChannelAnswer<XPost[]>> {
  const posts: XPost[] = []
  let next: string | undefined
  for (let page = 0; page < 5; page += 1) {
    const answer = await askX(ctx, post.accountId, (x, token, userId) => postsBy(x, token, userId, { startTime, next }))
    if (!answer.ok) return answer
    posts.push(...answer.value.posts)
    if (answer.value.next === null || answer.value.posts.length === 0) break
    next = answer.value.next
  }
  return { ok: true, value: posts }
}

/** The newest post with these words that is not yet known as another post of ours. */
const firstUnlinked = async (ctx: Ctx, post: Post, timeline: XPost[]): Promise<XPost | undefined> =>
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
