import type { Ctx } from '../platform/ctx.ts'
import { adapterOf } from './adapters.ts'
import type { ChannelAnswer } from './ask-x.ts'
import type { Post, PostPicture } from './post.ts'
import { inSeconds } from './setting.ts'
import './data/tables.ts'

/** X and Mastodon keep what no post uses for a day. Re-used only while it surely is there. */
const goodForSeconds = 20 * 3600

/**
 * Uploads the pictures of a post that the platform does not have yet, one by one, and keeps the id of each at once: an
 * upload that was cut goes on where it stopped. Value: their ids, in order.
 */
export async function uploadPictures(
  ctx: Ctx,
  post: Pick<Post, 'accountId' | 'platform' | 'pictures'>,
): Promise<ChannelAnswer<string[]>> {
  const ids: string[] = []
  for (const picture of post.pictures) {
    const answer = await upload(ctx, post, picture)
    if (!answer.ok) return answer
    ids.push(answer.value)
  }
  return { ok: true, value: ids }
}

async function upload(
  ctx: Ctx,
  { accountId, platform }: Pick<Post, 'accountId' | 'platform'>,
  picture: PostPicture,
): Promise<ChannelAnswer<string>> {
  const { id, file, alt, mediaId, mediaUntil } = picture
  const now = ctx.platform.clock()
  if (mediaId !== null && mediaUntil !== null && new Date(mediaUntil) > now) return { ok: true, value: mediaId }
  const { upload } = adapterOf(platform)
  if (!upload) return { ok: false, error: { kind: 'refused', status: 0, reason: 'no pictures here' } }
  const answer = await upload(ctx, accountId, { bytes: await ctx.platform.files.get(file), alt })
  // What the platform forgot in the middle of an upload is begun anew.
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
