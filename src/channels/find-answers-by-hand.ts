import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, freshly } from './ask-x.ts'
import { lockPost, unlinked } from './data/post-rows.ts'
import { findPosts } from './find-posts.ts'
import type { Post } from './post.ts'
import { savePost } from './save-outcome.ts'
import { inSeconds } from './setting.ts'
import { postsBy } from './x/client.ts'
import type { XPost } from './x/read-post.ts'

/** How long an answer that X refused is looked for in the timeline. */
const searchSeconds = 14 * 86_400

/**
 * Answers that X refused because the citizen had not called the account, and that a person then gave in X: found in
 * the account's own timeline by what they reply to, they are published and stop the citizen's clock. Asks X only when
 * there is such an answer.
 */
export async function findAnswersByHand(ctx: Ctx, accountId: string): Promise<void> {
  const refused = await findPosts(ctx, { purpose: 'answer', state: 'refused', accountId, limit: 100 })
  const owed = refused.filter((post) => post.notCalled && post.stateSince > inSeconds(ctx.now, -searchSeconds))
  const oldest = owed.at(-1)
  if (!oldest) return
  const startTime = inSeconds(oldest.stateSince, -120)
  const timeline = await askX(ctx, accountId, (x, token, userId) => postsBy(x, token, userId, { startTime }))
  if (!timeline.ok) return
  for (const post of owed) await link(freshly(ctx), post, timeline.value.posts)
}

async function link(ctx: Ctx, { id, accountId, inReplyTo }: Post, timeline: readonly XPost[]): Promise<void> {
  const replies = timeline.filter(({ repliedTo }) => repliedTo !== null && repliedTo === inReplyTo)
  if (replies.length === 0) return
  await transaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, id)
    const [given] = await unlinked(ctx, accountId, replies)
    if (post.state !== 'refused' || !given) return
    await savePost(ctx, post, { state: 'published', externalId: given.id, at: given.createdAt })
  })
}
