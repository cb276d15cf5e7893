import type { Ctx } from '../platform/ctx.ts'
import type { RecordedEvent } from '../platform/events.ts'
import { accepted } from '../platform/refusal.ts'
import { registerWebsite } from './register-website.ts'
import './data/tables.ts'

/** A site that we begin to serve is monitored from its first day. Opening it again changes nothing. */
export async function registerHosted(ctx: Ctx, opened: readonly RecordedEvent[]): Promise<void> {
  for (const { agencyId } of opened) {
    if (agencyId === null) continue
    const url = `${ctx.platform.config.baseUrl}/situs/${agencyId}`
    const found = await ctx.db.selectFrom('website').select('id').where('url', '=', url).executeTakeFirst()
    if (!found) accepted(await registerWebsite(ctx, { agencyId, url, monitored: true }))
  }
}
