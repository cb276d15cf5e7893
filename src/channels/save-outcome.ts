import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms } from './account.ts'
import { postUrl } from './address.ts'
import { continueThread } from './continue-thread.ts'
import { lockPost, savePostState } from './data/post-rows.ts'
import type { Outcome } from './outcome.ts'
import { type Post, threadOf } from './post.ts'
import type { Sent } from './publish-post.ts'
import { wakeAccount } from './release-post.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { settling } from './settle-post.ts'
import { suspendAccount } from './suspend-account.ts'
import { tellCaseOfAnswer } from './tell-case.ts'
import './data/tables.ts'

/** `detail` is the kind of X's answer, for the record of the attempt. */
export async function saveOutcome(
  ctx: Ctx,
  intent: { attemptId: string; post: Pick<Post, 'id'> },
  outcome: Outcome,
  detail: string,
): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, intent.post.id)
    // A worker that was thought dead may still bring its answer; once settled, the timeline has spoken.
    if (post.state !== 'sending' && post.state !== 'unconfirmed') return
    await endAttempt(ctx, intent.attemptId, outcome, detail)
    await savePost(ctx, post, outcome)
  })
}

/** What stood in the way before anything was intended: no attempt was made, and the post waits or is refused. */
export async function saveHindrance(ctx: Ctx, { id }: Pick<Post, 'id'>, outcome: Outcome): Promise<Sent> {
  await transaction(ctx, async (ctx) => {
    const post = await lockPost(ctx, id)
    if (post.state === 'approved' && outcome.state !== 'published' && outcome.state !== 'unconfirmed')
      await savePost(ctx, post, outcome)
  })
  return outcome.state === 'refused' ? 'done' : 'stop'
}

const endAttempt = (ctx: Ctx, id: string, { state }: Outcome, detail: string): Promise<unknown> =>
  ctx.db
    .updateTable('post_attempt')
    .set({ outcome: state === 'approved' ? 'not-sent' : state, detail, ended_at: ctx.now })
    .where('id', '=', id)
    .execute()

/** Writes what became of a try, tells the case if it is an answer, and enqueues what follows. */
export async function savePost(ctx: Ctx, post: Post, outcome: Outcome): Promise<void> {
  if (outcome.state === 'published') return savePublished(ctx, post, outcome)
  if (outcome.state === 'approved') return saveWait(ctx, post, outcome)
  const { state, reason } = outcome
  if (state === 'unconfirmed') {
    await savePostState(ctx, post.id, { state, reason })
    const wait = outcome.look === 'now' ? 0 : await secondsOf(ctx, 'first-look')
    await later(ctx, settling, { postId: post.id }, { onlyOne: post.id, notBefore: inSeconds(ctx.now, wait) })
  } else {
    await savePostState(ctx, post.id, { state, reason, notCalled: outcome.notCalled })
    // It may have been the pictures: they are uploaded anew before the next try.
    await ctx.db.updateTable('post_picture').set({ media_id: null }).where('post_id', '=', post.id).execute()
  }
  await record(ctx, `post.${state}`, {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: { state, reason, purpose: post.purpose },
  })
  if (state === 'refused') await tellCaseOfAnswer(ctx, post, { kind: 'failed', reason, notCalled: outcome.notCalled })
}

async function saveWait(ctx: Ctx, post: Post, outcome: Extract<Outcome, { state: 'approved' }>): Promise<void> {
  const { state, reason, notBefore, waitsFor } = outcome
  await savePostState(ctx, post.id, { state, reason, notBefore, waitsFor })
  if (waitsFor === 'limit') await excuse(ctx, post.accountId)
  if (outcome.suspended) await suspendAccount(ctx, post.accountId, reason)
  if (notBefore) await wakeAccount(ctx, post.accountId, notBefore)
}

/** What stands behind a post that waits under X's limit waits for the limit too. */
const excuse = (ctx: Ctx, accountId: string): Promise<unknown> =>
  ctx.db
    .updateTable('post')
    .set({ waits_for: 'limit' })
    .where('account_id', '=', accountId)
    .where('state', '=', 'approved')
    .where('due_at', '<=', ctx.now)
    .execute()

async function savePublished(
  ctx: Ctx,
  post: Post,
  { externalId, at = ctx.now }: Extract<Outcome, { state: 'published' }>,
): Promise<void> {
  await savePostState(ctx, post.id, { state: 'published', externalId, publishedAt: at })
  const url = postUrl(ctx.platform.config.x, post, externalId)
  await record(ctx, 'post.published', {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: {
      purpose: post.purpose,
      platform: post.platform,
      theme: post.theme,
      text: post.purpose === 'answer' ? null : post.text,
      url,
      externalId,
      ...(post.purpose === 'broadcast' && (await kindOf(ctx, post))),
    },
  })
  await tellCaseOfAnswer(ctx, post, { kind: 'published', at, url })
  if (post.purpose !== 'answer') await continueThread(ctx, post, externalId)
}

/** What kind of broadcast it is, for the figures of later. */
async function kindOf(ctx: Ctx, post: Post): Promise<object> {
  const further = await ctx.db
    .selectFrom('post')
    .select('id')
    .where('thread_id', '=', threadOf(post))
    .limit(1)
    .executeTakeFirst()
  return {
    kind: further ? 'thread' : 'single',
    pictures: post.pictures.length,
    emergency: post.emergencyReason !== null,
  }
}

/** The timeline has spoken: it is not there. A person may send a broadcast again; an answer fails in its case. */
export async function saveNotSent(ctx: Ctx, post: Post): Promise<void> {
  const platform = platforms[post.platform]
  const reason = `Tidak ada di linimasa setelah dua kali diperiksa, jadi kiriman ini tidak sampai di ${platform}.`
  await savePostState(ctx, post.id, { state: 'not-sent', reason })
  await record(ctx, 'post.not-sent', {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: { state: 'not-sent', purpose: post.purpose },
  })
  await tellCaseOfAnswer(ctx, post, { kind: 'failed', reason, notCalled: false })
}
