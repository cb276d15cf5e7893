import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import type { PostInput } from './post-text.ts'
import './data/tables.ts'

interface Columns {
  news_url: string | null
  content_id: string | null
  announcement_id: string | null
  national_message_id: string | null
}

/** What a broadcast makes known: a news item, an announcement of another agency, a national message. */
export async function readOrigin(
  ctx: Ctx,
  agencyId: string,
  { newsUrl = '', contentId = '', announcementId = '', nationalMessageId = '' }: PostInput,
): Promise<{ columns: Columns; errors: FieldErrors }> {
  const errors: FieldErrors = {}
  if (newsUrl !== '' && !isAddress(newsUrl)) errors.newsUrl = 'Tuliskan alamat lengkap, diawali https://.'
  if (announcementId !== '' && !(await hasTask(ctx, announcementId, agencyId)))
    errors.announcementId = 'Pengumuman ini tidak untuk perangkat daerah Anda.'
  if (nationalMessageId !== '' && !(await isMessage(ctx, nationalMessageId)))
    errors.nationalMessageId = 'Narasi ini tidak ada lagi. Pilih yang lain atau kosongkan.'
  const columns = {
    news_url: newsUrl || null,
    content_id: isId(contentId) ? contentId : null,
    announcement_id: announcementId || null,
    national_message_id: nationalMessageId || null,
  }
  return { columns, errors }
}

const isAddress = (text: string): boolean => text.length <= 500 && /^https?:\/\/[^\s/]+\S*$/.test(text)

const hasTask = async (ctx: Ctx, id: string, agencyId: string): Promise<boolean> =>
  isId(id) &&
  (await ctx.db
    .selectFrom('announcement_task')
    .select('agency_id')
    .where('announcement_id', '=', id)
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()) !== undefined

const isMessage = async (ctx: Ctx, id: string): Promise<boolean> =>
  isId(id) &&
  (await ctx.db.selectFrom('national_message').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
