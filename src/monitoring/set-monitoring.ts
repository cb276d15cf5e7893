import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findWebsite } from './find-websites.ts'
import type { Website } from './website.ts'

/** Starts or stops the monitoring of a site. `version` is what the person saw; another one is a conflict. */
export async function setMonitoring(
  ctx: Ctx,
  input: { websiteId: string; monitored: boolean; version: number },
): Promise<Website | Refusal> {
  return transaction(ctx, async (ctx) => {
    const website = await findWebsite(ctx, input.websiteId)
    const refusal = refuseUnless(ctx.actor, 'website.manage', website.agencyId)
    if (refusal) return refusal
    const { monitored } = input
    const changed = await ctx.db
      .updateTable('website')
      .set({ monitored, version: website.version + 1 })
      .where('id', '=', website.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n)
      return conflict('Pengaturan situs ini sudah diubah orang lain. Muat ulang halaman.')
    const { id, agencyId } = website
    const before = { monitored: website.monitored }
    await record(ctx, 'website.monitoring-set', { thing: 'website', id, agencyId, before, after: { monitored } })
    return { ...website, monitored, version: website.version + 1 }
  })
}
