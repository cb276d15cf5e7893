import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { job } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, type ChannelAnswer, freshly } from './ask-x.ts'
import { lockPost, savePostState } from './data/post-rows.ts'
import { outcomeOf } from './outcome.ts'
import type { Post } from './post.ts'
import { hashOf } from './same-words.ts'
import { saveOutcome } from './save-outcome.ts'
import { createPost } from './x/client.ts'
import { uploadMedia } from './x/upload-media.ts'

interface Intent {
  attemptId: string
  post: Post
}

/**
 * Sends an approved post. The intent is committed before the request leaves; after that no machine tries it again.
 * Run twice, by two workers or after a crash, it sends at most once.
 */
export async function publishPost(ctx: Ctx, { postId }: { postId: string }): Promise<void> {
  const intent = await intend(ctx, postId)
  if (!intent) return
  const { post } = intent
  const media = await upload(ctx, post)
  const answer: ChannelAnswer<string> = media.ok
    ? await askX(ctx, post.accountId, (x, token) =>
        createPost(x, token, { text: post.text, inReplyTo: post.inReplyTo, mediaIds: media.value }),
      )
    : media
  const after = freshly(ctx)
  await saveOutcome(after, intent, outcomeOf(answer, after.now), answer.ok ? 'published' : answer.error.kind)
}

/** A post is taken by the worker that finds it approved and due; the others find it sending. */
async function intend(ctx: Ctx, postId: string): Promise<Intent | undefined> {
  return transaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, postId)
    if (post.state !== 'approved' || (post.sendNotBefore !== null && post.sendNotBefore > ctx.now)) return undefined
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

async function upload(ctx: Ctx, { accountId, picture }: Post): Promise<ChannelAnswer<string[]>> {
  if (!picture) return { ok: true, value: [] }
  const bytes = await ctx.platform.files.get(picture.file)
  const answer = await askX(ctx, accountId, (x, token) =>
    uploadMedia(x, token, { type: 'image/jpeg', bytes, alt: picture.alt }),
  )
  return answer.ok ? { ok: true, value: [answer.value] } : answer
}

export const publishing = job<{ postId: string }>({ name: 'channels.publish', run: publishPost, concurrency: 4 })
