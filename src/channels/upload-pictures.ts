import type { Ctx } from '../platform/ctx.ts'
import { askX, type ChannelAnswer } from './ask-x.ts'
import type { Post, PostPicture } from './post.ts'
import { inSeconds } from './setting.ts'
import { uploadMedia } from './x/upload-media.ts'
import './data/tables.ts'

/** X keeps what no post uses for a day. Re-used only while it surely is there. */
const goodForSeconds = 20 * 3600

/**
 * Uploads the pictures of a post that the platform does not have yet, one by one, and keeps the id of each at once: an
 * upload that was cut goes on where it stopped. Value: their ids, in order.
 */
export async function uploadPictures(
  ctx: Ctx,
  post: Pick<Post, 'accountId' | 'pictures'>,
): Promise<ChannelAnswer<string[]>> {
  const ids: string[] = []
  for (const picture of post.pictures) {
    const answer = await upload(ctx, post.accountId, picture)
    if (!answer.ok) return answer
    ids.push(answer.value)
  }
  return { ok: true, value: ids }
}

async function upload(ctx: Ctx, accountId: string, picture: PostPicture): Promise<ChannelAnswer<string>> {
  const { id, file, alt, mediaId, mediaUntil } = picture
  const now = ctx.platform.clock()
  if (mediaId !== null && mediaUntil !== null && new Date(mediaUntil) > now) return { ok: true, value: mediaId }
  const bytes = await ctx.platform.files.get(file)
  const answer = await askX(ctx, accountId, (x, token) => uploadMedia(x, token, { type: 'image/jpeg', bytes, alt }))
  // What X forgot in the middle of an upload is begun anew.
  if (!answer.ok && answer.error.kind === 'not-found')
    return { ok: false, error: { kind: 'unreachable', reason: 'the upload is gone' } }
  if (!answer.ok) return answer
  await ctx.db
    .updateTable('post_picture')
    .set({ media_id: answer.value, media_until: inSeconds(now, goodForSeconds) })
    .where('id', '=', id)
    .execute()
  return answer
}
