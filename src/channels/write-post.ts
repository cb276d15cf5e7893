import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { countChange, lockPost, savePostState } from './data/post-rows.ts'
import { findAccount } from './find-accounts.ts'
import { findPost } from './find-posts.ts'
import { type KeptPicture, keepPicture } from './picture.ts'
import { isTheme, type Post, type PostInput, refuseText, refuseToChange } from './post.ts'

const cleaned = <T extends Draft>(draft: T): T => ({
  ...draft,
  text: cleanText(draft.text),
  pictureAlt: cleanText(draft.pictureAlt),
})

interface Draft extends PostInput {
  picture?: Upload | undefined
}

/** The picture and what is wrong with the words; nothing is kept when something is wrong. */
async function read(
  ctx: Ctx,
  draft: Draft,
  hasOne: boolean,
): Promise<{ errors: FieldErrors; picture: KeptPicture | undefined }> {
  const errors = refuseText(draft, hasOne || draft.picture !== undefined)
  if (Object.keys(errors).length > 0 || !draft.picture) return { errors, picture: undefined }
  const kept = await keepPicture(ctx, draft.picture)
  return 'error' in kept ? { errors: { picture: kept.error }, picture: undefined } : { errors, picture: kept }
}

const themeOf = (theme: string) => (isTheme(theme) ? theme : null)

/** Writes a new broadcast as a draft. */
export async function draftPost(ctx: Ctx, given: Draft & { accountId: string }): Promise<Post | Refusal> {
  const input = cleaned(given)
  return transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseUnless(ctx.actor, 'post.write', account.agencyId)
    if (refusal) return refusal
    const { errors, picture } = await read(ctx, input, false)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const id = newId()
    await ctx.db
      .insertInto('post')
      .values({
        id,
        agency_id: account.agencyId,
        account_id: account.id,
        purpose: 'broadcast',
        text: input.text,
        theme: themeOf(input.theme),
        picture_file: picture?.file ?? null,
        picture_type: picture?.type ?? null,
        picture_alt: picture ? input.pictureAlt : null,
        in_reply_to: null,
        case_message_id: null,
        state: 'draft',
        state_since: ctx.now,
        author_id: 'id' in ctx.actor ? ctx.actor.id : '',
        author_name: 'name' in ctx.actor ? ctx.actor.name : '',
        approver_name: null,
        reason: null,
        send_not_before: null,
        external_id: null,
        published_at: null,
        created_at: ctx.now,
      })
      .execute()
    await record(ctx, 'post.drafted', { thing: 'post', id, agencyId: account.agencyId, after: { theme: input.theme } })
    return findPost(ctx, id)
  })
}

/** Changes a broadcast. It becomes a draft again and the one who changed it its author: no approval covers it. */
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
    const { errors, picture } = await read(ctx, input, post.picture !== null)
    if (Object.keys(errors).length > 0) return invalid(errors)
    await ctx.db
      .updateTable('post')
      .set({
        text: input.text,
        theme: themeOf(input.theme),
        ...(picture ? { picture_file: picture.file, picture_type: picture.type } : {}),
        ...(picture || post.picture ? { picture_alt: input.pictureAlt } : {}),
        ...('id' in ctx.actor ? { author_id: ctx.actor.id, author_name: ctx.actor.name } : {}),
      })
      .where('id', '=', post.id)
      .execute()
    await savePostState(ctx, post.id, { state: 'draft', approver: null })
    await countChange(ctx, post.id)
    await record(ctx, 'post.changed', {
      thing: 'post',
      id: post.id,
      agencyId: post.agencyId,
      before: { text: post.text, theme: post.theme, state: post.state },
      after: { text: input.text, theme: input.theme, state: 'draft' },
    })
    return findPost(ctx, post.id)
  })
}
