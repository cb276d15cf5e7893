import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import type { NationalMessage } from './national-message.ts'
import './data/tables.ts'

const columns = [
  'id',
  'title',
  'issuer',
  'text',
  'source_url as sourceUrl',
  'from_day as from',
  'until_day as until',
  'author_name as authorName',
] as const

/** National messages, the newest first; `current`: those of today. For all who may see posts at all. */
export async function findNationalMessages(
  ctx: Ctx,
  { current = false }: { current?: boolean } = {},
): Promise<NationalMessage[]> {
  if (!may(ctx.actor, 'post.read')) return []
  const today = dayInWib(ctx.now)
  return ctx.db
    .selectFrom('national_message')
    .select(columns)
    .$if(current, (query) =>
      query
        .where('from_day', '<=', today)
        .where((where) => where.or([where('until_day', 'is', null), where('until_day', '>=', today)])),
    )
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

/** Throws `Missing`. */
export async function findNationalMessage(ctx: Ctx, id: string): Promise<NationalMessage> {
  const found =
    isId(id) && may(ctx.actor, 'post.read')
      ? await ctx.db.selectFrom('national_message').select(columns).where('id', '=', id).executeTakeFirst()
      : undefined
  if (!found) throw new Missing(`national message ${id}`)
  return found
}

/** Which agency made it known, and when: what is out may be known by all who see posts. */
export interface MessageUse {
  agencyId: string
  handle: string
  postId: string
  publishedAt: Date
}

export async function findMessageUses(ctx: Ctx, id: string): Promise<MessageUse[]> {
  const rows = await ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select(['post.agency_id as agencyId', 'a.handle', 'post.id as postId', 'published_at as publishedAt'])
    .where('national_message_id', '=', id)
    .where('post.state', '=', 'published')
    .orderBy('published_at', 'desc')
    .execute()
  return rows.flatMap(({ publishedAt, ...use }) => (publishedAt ? [{ ...use, publishedAt }] : []))
}
