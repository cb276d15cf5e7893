import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { conflict, type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { platforms, type SocialAccount, speaksToAll } from './account.ts'
import { adapterFor, adapterOf } from './adapters.ts'
import { refusePicture, savePicture } from './add-post-picture.ts'
import { lockPost } from './data/post-rows.ts'
import { findAccount } from './find-accounts.ts'
import { findPost } from './find-posts.ts'
import { isTheme, type Post, refuseToChange } from './post.ts'
import { readOrigin } from './post-origin.ts'
import { readSchedule } from './post-schedule.ts'
import { type PostInput, refuseText } from './post-text.ts'
import { findThread, restOf, saveRest } from './thread.ts'
import { voidApproval } from './void-approval.ts'

interface Draft extends PostInput {
  /** Of a new broadcast, for its first post; more are added to the draft. */
  picture?: Upload | undefined
}

/** What is stored is what was typed but for control characters and space around it; the composer says so. */
const cleaned = <T extends Draft>(draft: T): T & { rest: string[]; pictureAlt: string } => ({
  ...draft,
  text: cleanText(draft.text),
  rest: (draft.rest ?? []).map(cleanText).filter((text) => text !== ''),
  pictureAlt: cleanText(draft.pictureAlt ?? '').replace(/\s+/g, ' '),
})

/** The columns of a broadcast, and what is wrong with what was written. */
async function read(ctx: Ctx, { agencyId, platform }: Pick<Post, 'agencyId' | 'platform'>, input: PostInput) {
  const { schedule, errors } = readSchedule(input, ctx.now)
  const origin = await readOrigin(ctx, agencyId, input)
  const columns = {
    ...origin.columns,
    text: input.text,
    theme: isTheme(input.theme) ? input.theme : null,
    scheduled_for: schedule.scheduledFor,
    embargo_until: schedule.embargoUntil,
  }
  const wrong: FieldErrors = { ...refuseText(input, adapterOf(platform).length), ...errors, ...origin.errors }
  return { columns, errors: wrong }
}

const refusePlatform = ({ platform }: SocialAccount): Refusal | undefined =>
  speaksToAll(platform) && adapterFor(platform)
    ? undefined
    : conflict(`Siaran di ${platforms[platform]} tidak dikirim dari sini. Catatlah di halaman akunnya.`)

/** Writes a new broadcast as a draft; with `rest`, a thread. */
export async function draftPost(ctx: Ctx, given: Draft & { accountId: string }): Promise<Post | Refusal> {
  const input = cleaned(given)
  return transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseUnless(ctx.actor, 'post.write', account.agencyId) ?? refusePlatform(account)
    if (refusal) return refusal
    const { columns, errors } = await read(ctx, account, input)
    const picture = { upload: input.picture, alt: input.pictureAlt, decorative: input.decorative ?? false }
    if (picture.upload) Object.assign(errors, await refusePicture(picture))
    if (Object.keys(errors).length > 0) return invalid(errors)
    const id = newId()
    await ctx.db
      .insertInto('post')
      .values({
        ...columns,
        id,
        agency_id: account.agencyId,
        account_id: account.id,
        purpose: 'broadcast',
        text: input.text,
        state: 'draft',
        state_since: ctx.now,
        author_id: 'id' in ctx.actor ? ctx.actor.id : '',
        author_name: 'name' in ctx.actor ? ctx.actor.name : '',
        created_at: ctx.now,
      })
      .execute()
    const post = await findPost(ctx, id)
    await savePicture(ctx, post, picture)
    await saveRest(ctx, post, input.rest)
    await record(ctx, 'post.drafted', {
      thing: 'post',
      id,
      agencyId: account.agencyId,
      after: { theme: input.theme, parts: 1 + input.rest.length },
    })
    return findPost(ctx, id)
  })
}

/**
 * Changes what of a broadcast is not out yet: this post and, in a thread, those after it. It becomes a draft again and
 * the one who changed it its author: no approval covers it.
 */
export async function changePost(
  ctx: Ctx,
  given: Draft & { postId: string; version: number },
): Promise<Post | Refusal> {
  const input = cleaned(given)
  return transaction(ctx, async (ctx) => {
    await findPost(ctx, input.postId)
    const post = await lockPost(ctx, input.postId)
    const refusal = refuseUnless(ctx.actor, 'post.write', post.agencyId) ?? refuseToChange(post, input.version)
    if (refusal) return refusal
    const { columns, errors } = await read(ctx, post, input)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const before = restOf(await findThread(ctx, post), post)
    await ctx.db.updateTable('post').set(columns).where('id', '=', post.id).execute()
    await voidApproval(ctx, post)
    await saveRest(ctx, await lockPost(ctx, post.id), input.rest)
    await record(ctx, 'post.changed', {
      thing: 'post',
      id: post.id,
      agencyId: post.agencyId,
      before: { text: post.text, rest: before.map(({ text }) => text), theme: post.theme, state: post.state },
      after: { text: input.text, rest: input.rest, theme: input.theme, state: 'draft' },
    })
    return findPost(ctx, post.id)
  })
}
