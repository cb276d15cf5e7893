import { findAgencies } from '../agencies/find-agencies.ts'
import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { isHosted, refuseToRegister, type Website, webAddress } from './website.ts'
import './data/tables.ts'

/** Puts a site of an agency into the register. Refuses what is no web address and what is there already. */
export async function registerWebsite(
  ctx: Ctx,
  input: { agencyId: string; url: string; monitored: boolean },
): Promise<Website | Refusal> {
  return transaction(ctx, async (ctx) => {
    const refusal = refuseUnless(ctx.actor, 'website.manage', input.agencyId)
    if (refusal) return refusal
    const url = webAddress(input.url)
    const agency = (await findAgencies(ctx)).find(({ id }) => id === input.agencyId)
    if (url === null) return refuseToRegister(null, agency !== undefined, undefined)
    const invalid = refuseToRegister(url, agency !== undefined, await owner(ctx, url))
    if (invalid) return invalid
    const hosted = isHosted(url, ctx.platform.config.baseUrl)
    const website: Website = { ...input, id: newId(), url, hosted, cms: null, version: 1 }
    await ctx.db
      .insertInto('website')
      .values({
        ...{ id: website.id, agency_id: website.agencyId, url, hosted, monitored: website.monitored },
        ...{ cms: null, created_at: ctx.now, version: 1 },
      })
      .execute()
    const after = { url, hosted, monitored: website.monitored }
    await record(ctx, 'website.registered', { thing: 'website', id: website.id, agencyId: website.agencyId, after })
    return website
  })
}

async function owner(ctx: Ctx, url: string): Promise<string | undefined> {
  const found = await ctx.db
    .selectFrom('website')
    .select('agency_id')
    .where('url', 'in', [url, url.replace(/\/$/, '')])
    .executeTakeFirst()
  return found?.agency_id
}
