import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { allPosts, postOf } from './data/post-rows.ts'
import { type Post, threadOf } from './post.ts'

/** All posts of the thread this one belongs to, in order; a single post is a thread of one. Asked by who may see it. */
export async function findThread(ctx: Ctx, post: Pick<Post, 'id' | 'threadId'>): Promise<Post[]> {
  const id = threadOf(post)
  const rows = await allPosts(ctx)
    .where((where) => where.or([where('post.id', '=', id), where('post.thread_id', '=', id)]))
    .orderBy('post.part')
    .execute()
  return rows.map((row) => postOf(ctx, row))
}

/** The posts that go out after this one. */
export const restOf = (thread: readonly Post[], post: Pick<Post, 'part'>): Post[] =>
  thread.filter(({ part }) => part > post.part)

/** Makes these the texts of the thread after `first`: changed in place, added, or taken away. In a transaction. */
export async function saveRest(ctx: Ctx, first: Post, texts: readonly string[]): Promise<void> {
  const rest = restOf(await findThread(ctx, first), first)
  for (const [i, text] of texts.entries()) {
    const known = rest[i]
    if (known) await ctx.db.updateTable('post').set({ text, theme: first.theme }).where('id', '=', known.id).execute()
    else await addContinuation(ctx, first, text, first.part + 1 + i)
  }
  for (const { id } of rest.slice(texts.length)) {
    await ctx.db.deleteFrom('post_picture').where('post_id', '=', id).execute()
    await ctx.db.deleteFrom('post').where('id', '=', id).execute()
  }
}

async function addContinuation(ctx: Ctx, first: Post, text: string, part: number): Promise<void> {
  await ctx.db
    .insertInto('post')
    .values({
      id: newId(),
      agency_id: first.agencyId,
      account_id: first.accountId,
      purpose: 'continuation',
      thread_id: threadOf(first),
      part,
      text,
      theme: first.theme,
      state: 'waits',
      state_since: ctx.now,
      author_id: first.authorId,
      author_name: first.authorName,
      created_at: ctx.now,
    })
    .execute()
}
