import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { later } from '../platform/queue/queue.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findWebsite } from './find-websites.ts'
import { scanOne } from './jobs/scan-one.ts'
import type { Website } from './website.ts'

/** "Scan now": the result is there within a minute. Asked for twice it runs once. */
export async function requestScan(ctx: Ctx, input: { websiteId: string }): Promise<Website | Refusal> {
  return transaction(ctx, async (ctx) => {
    const website = await findWebsite(ctx, input.websiteId)
    const refusal = refuseUnless(ctx.actor, 'website.scan', website.agencyId)
    if (refusal) return refusal
    if (!website.monitored) return conflict('Situs ini tidak dipantau. Nyalakan pemantauannya lebih dahulu.')
    await later(ctx, scanOne, { websiteId: website.id }, { onlyOne: `${website.id} now` })
    await record(ctx, 'website.scan-requested', { thing: 'website', id: website.id, agencyId: website.agencyId })
    return website
  })
}
