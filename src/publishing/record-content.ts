import { findAgency } from '../agencies/find-agencies.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { forgetPages } from '../platform/http/pages.ts'
import type { Content } from './content.ts'
import { siteAddress, siteLinks } from './site.ts'

/** What events tell of an item; the monthly report (part B) is made from these. */
export interface ContentTold {
  kind: string
  theme: string
  title: string
  slug: string
  /** Public address, whether or not it is public at that moment. */
  url: string
  author: string
  /** Of returns and removals: why. */
  reason?: string
}

/** `content.edited` is work on a draft; `content.changed` is a change the public sees. */
export type ContentAction = 'created' | 'edited' | 'submitted' | 'returned' | 'published' | 'changed' | 'removed'

export const siteGroup = (agencyId: string): string => `site:${agencyId}`

/** Records what happened, and forgets the pages of the agency's site when the public sees a difference. */
export async function recordContent(ctx: Ctx, action: ContentAction, content: Content, reason?: string): Promise<void> {
  const agency = await findAgency(ctx, content.agencyId)
  const { kind, theme, title, slug } = content
  const url = siteAddress(ctx.platform.config, agency) + siteLinks('').item(content)
  const after: ContentTold = { kind, theme, title, slug, url, author: content.authorName, ...(reason && { reason }) }
  await record(ctx, `content.${action}`, { thing: 'content', id: content.id, agencyId: content.agencyId, after })
  if (['published', 'changed', 'removed'].includes(action)) await forgetPages(ctx, siteGroup(content.agencyId))
}
