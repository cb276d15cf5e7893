import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { refuseAlt } from '../platform/picture/picture-words.ts'
import { refuseBytes } from '../platform/picture/refuse-picture.ts'
import { conflict, type FieldErrors, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockPost } from './data/post-rows.ts'
import { findPost } from './find-posts.ts'
import { keepPicture } from './keep-picture.ts'
import { type Post, refuseToChange } from './post.ts'
import { findThread } from './thread.ts'
import { voidApproval } from './void-approval.ts'

/** What X takes with one post. */
export const mostPictures = 4

export interface PictureInput {
  upload: Upload | undefined
  alt: string
  /** Nothing to tell: it goes without words. */
  decorative: boolean
}

/** Reads a picture and its words. Errors under `picture` and `pictureAlt`. */
export async function refusePicture({ upload, alt, decorative }: PictureInput): Promise<FieldErrors> {
  if (!upload) return { picture: 'Pilih gambar yang akan ditambahkan.' }
  const { alt: words } = refuseAlt(alt, decorative)
  return { ...(await refuseBytes(upload.bytes)), ...(words === undefined ? {} : { pictureAlt: words }) }
}

/** Puts a picture that was not refused behind those a post has. In a transaction. */
export async function savePicture(ctx: Ctx, post: Pick<Post, 'id' | 'pictures'>, input: PictureInput): Promise<void> {
  if (!input.upload) return
  const kept = await keepPicture(ctx, input.upload.bytes)
  const place = post.pictures.length + 1
  await ctx.db
    .insertInto('post_picture')
    .values({ id: newId(), post_id: post.id, place, alt: input.alt, ...kept })
    .execute()
}

/** Adds a picture to a post that may still be changed, in a thread to any that is not out. Voids what was approved. */
export async function addPostPicture(
  ctx: Ctx,
  given: PictureInput & { postId: string; version: number },
): Promise<Post | Refusal> {
  const input = { ...given, alt: cleanText(given.alt).replace(/\s+/g, ' ') }
  return transaction(ctx, async (ctx) => {
    const opened = await openPicturesOf(ctx, input.postId, input.version)
    if ('refusal' in opened) return opened
    const { post, first } = opened
    if (post.pictures.length >= mostPictures)
      return conflict(`Satu kiriman memuat paling banyak ${mostPictures} gambar.`)
    const errors = await refusePicture(input)
    if (Object.keys(errors).length > 0) return invalid(errors)
    await savePicture(ctx, post, input)
    await voidApproval(ctx, first)
    await recordPictures(ctx, post, { added: input.alt })
    return findPost(ctx, first.id)
  })
}

/** Takes a picture away; those behind it move up. */
export async function removePostPicture(
  ctx: Ctx,
  input: { postId: string; version: number; pictureId: string },
): Promise<Post | Refusal> {
  return transaction(ctx, async (ctx) => {
    const opened = await openPicturesOf(ctx, input.postId, input.version)
    if ('refusal' in opened) return opened
    const { post, first } = opened
    const gone = post.pictures.find(({ id }) => id === input.pictureId)
    if (!gone) throw new Missing(`picture ${input.pictureId}`)
    await ctx.db.deleteFrom('post_picture').where('id', '=', gone.id).execute()
    for (const { id, place } of post.pictures.slice(gone.place))
      await ctx.db
        .updateTable('post_picture')
        .set({ place: place - 1 })
        .where('id', '=', id)
        .execute()
    await voidApproval(ctx, first)
    await recordPictures(ctx, post, { removed: gone.alt })
    return findPost(ctx, first.id)
  })
}

/** The post, locked with the first of its thread that is not out: whose version and review cover it. */
async function openPicturesOf(
  ctx: Ctx,
  postId: string,
  version: number,
): Promise<{ post: Post; first: Post } | Refusal> {
  const seen = await findPost(ctx, postId)
  const leader = seen.state === 'waits' ? await firstUnsent(ctx, seen) : seen
  const first = await lockPost(ctx, leader.id)
  const refusal = refuseUnless(ctx.actor, 'post.write', first.agencyId) ?? refuseToChange(first, version)
  return refusal ?? { post: seen.id === first.id ? first : await lockPost(ctx, seen.id), first }
}

async function firstUnsent(ctx: Ctx, post: Post): Promise<Post> {
  const thread = await findThread(ctx, post)
  return thread.find(({ state }) => state !== 'published') ?? post
}

const recordPictures = (ctx: Ctx, post: Post, after: object): Promise<void> =>
  record(ctx, 'post.pictures-changed', { thing: 'post', id: post.id, agencyId: post.agencyId, after })
