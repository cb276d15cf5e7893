import type { Ctx } from '../../platform/ctx.ts'
import { Missing } from '../../platform/refusal.ts'
import { findAnnouncement } from '../find-announcements.ts'
import { findNationalMessage } from '../find-national-messages.ts'
import type { PostInput } from '../post-text.ts'
import type { Source } from './source-notice.tsx'

/** What a new broadcast is to make known, when it was begun from there; null when there is no such thing (any more). */
export async function findSource(ctx: Ctx, input: PostInput): Promise<Source | null> {
  try {
    if (input.announcementId) {
      const { handle, points, url } = await findAnnouncement(ctx, input.announcementId)
      return { title: `Pengumuman @${handle}`, text: points, url }
    }
    if (!input.nationalMessageId) return null
    const { title, text, sourceUrl } = await findNationalMessage(ctx, input.nationalMessageId)
    return { title: `Narasi nasional: ${title}`, text, url: sourceUrl }
  } catch (error) {
    if (error instanceof Missing) return null
    throw error
  }
}
