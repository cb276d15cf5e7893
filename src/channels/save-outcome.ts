import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { lockPost, savePostState } from './data/post-rows.ts'
import type { Outcome } from './outcome.ts'
import type { Post } from './post.ts'
import { publishing } from './publish-post.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { settling } from './settle-post.ts'
import { tellCaseOfAnswer } from './tell-case.ts'
import { statusUrl } from './x/addresses.ts'

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

const endAttempt = (ctx: Ctx, id: string, { state }: Outcome, detail: string): Promise<unknown> =>
  ctx.db
    .updateTable('post_attempt')
    .set({ outcome: state === 'approved' ? 'not-sent' : state, detail, ended_at: ctx.now })
    .where('id', '=', id)
    .execute()

/** Writes what became of a try, tells the case if it is an answer, and enqueues what follows. */
export async function savePost(ctx: Ctx, post: Post, outcome: Outcome): Promise<void> {
  if (outcome.state === 'published') return savePublished(ctx, post, outcome)
  const { state, reason } = outcome
  if (state === 'approved') {
    await savePostState(ctx, post.id, { state, reason, notBefore: outcome.notBefore })
    if (outcome.notBefore)
      await later(ctx, publishing, { postId: post.id }, { onlyOne: post.id, notBefore: outcome.notBefore })
    return
  }
  if (state === 'unconfirmed') {
    await savePostState(ctx, post.id, { state, reason })
    const wait = outcome.look === 'now' ? 0 : await secondsOf(ctx, 'first-look')
    await later(ctx, settling, { postId: post.id }, { onlyOne: post.id, notBefore: inSeconds(ctx.now, wait) })
  } else await savePostState(ctx, post.id, { state, reason, notCalled: outcome.notCalled })
  await record(ctx, `post.${state}`, {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: { state, reason, purpose: post.purpose },
  })
  if (state === 'refused') await tellCaseOfAnswer(ctx, post, { kind: 'failed', reason, notCalled: outcome.notCalled })
}

async function savePublished(
  ctx: Ctx,
  post: Post,
  { externalId, at = ctx.now }: Extract<Outcome, { state: 'published' }>,
): Promise<void> {
  await savePostState(ctx, post.id, { state: 'published', externalId, publishedAt: at })
  const url = statusUrl(ctx.platform.config.x, externalId, post.handle)
  await record(ctx, 'post.published', {
    thing: 'post',
    id: post.id,
    agencyId: post.agencyId,
    before: { state: post.state },
    after: {
      purpose: post.purpose,
      theme: post.theme,
      text: post.purpose === 'broadcast' ? post.text : null,
      url,
      externalId,
    },
  })
  await tellCaseOfAnswer(ctx, post, { kind: 'published', at, url })
}

/** The timeline has spoken: it is not there. A person may send a broadcast again; an answer fails in its case. */
export async function saveNotSent(ctx: Ctx, post: Post): Promise<void> {
  const reason = 'Tidak ada di linimasa setelah dua kali diperiksa, jadi kiriman ini tidak sampai di X.'
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
