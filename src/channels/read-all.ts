import type { ChannelAnswer } from './ask-x.ts'
import type { Timeline } from './x/client.ts'
import type { XPost } from './x/read-post.ts'

/** Where a page of a timeline begins. */
export interface PageStart {
  next?: string | undefined
  untilId?: string | undefined
}

/**
 * All pages of a timeline, newest first, until there is no next one or `most` posts were seen. Tokens of X have been
 * seen to repeat for ever: a page that brings nothing new is asked for once more by the oldest post seen, and if that
 * brings nothing either, there is nothing. `keep` is given each page as it comes.
 */
export async function readAll(
  read: (start: PageStart) => Promise<ChannelAnswer<Timeline>>,
  { most, keep }: { most: number; keep?: (posts: readonly XPost[]) => Promise<unknown> },
): Promise<ChannelAnswer<XPost[]>> {
  const seen = new Map<string, XPost>()
  let start: PageStart = {}
  for (;;) {
    const answer = await read(start)
    if (!answer.ok) return answer
    const { posts, next } = answer.value
    const before = seen.size
    for (const post of posts) seen.set(post.id, post)
    await keep?.(posts)
    const isNew = seen.size > before
    if (next === null || seen.size >= most || (!isNew && start.untilId !== undefined))
      return { ok: true, value: [...seen.values()] }
    start = isNew ? { next } : { untilId: oldest(seen.keys()) }
  }
}

const oldest = (ids: Iterable<string>): string | undefined =>
  [...ids].reduce((least, id) => (BigInt(id) < BigInt(least) ? id : least), String(2n ** 63n))
