import type { Adapter, OwnPost } from '../adapter.ts'
import { askX } from '../ask-x.ts'
import { postLength, postLimit } from '../post-length.ts'
import { createPost, postsBy } from './client.ts'
import { uploadMedia } from './upload-media.ts'

/** Pages of the own timeline that are read to find one post. */
const mostPages = 5

export const xAdapter: Adapter = {
  platform: 'x',
  sameKeySeconds: 0,
  fetchNew: null,

  length: { of: (text) => postLength(text).weight, by: 'weight', most: postLimit },
  billed: true,

  send: (ctx, { accountId, text, inReplyTo, mediaIds }) =>
    askX(ctx, accountId, (x, token) => createPost(x, token, { text, inReplyTo, mediaIds })),

  upload: (ctx, accountId, { bytes, alt }) =>
    askX(ctx, accountId, (x, token) => uploadMedia(x, token, { type: 'image/jpeg', bytes, alt })),

  async ownSince(ctx, accountId, startTime) {
    const posts: OwnPost[] = []
    let next: string | undefined
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await askX(ctx, accountId, (x, token, userId) => postsBy(x, token, userId, { startTime, next }))
      if (!answer.ok) return answer
      posts.push(...answer.value.posts)
      if (answer.value.next === null || answer.value.posts.length === 0) break
      next = answer.value.next
    }
    return { ok: true, value: posts }
  },
}
