import type { Ctx } from '../platform/ctx.ts'
import { later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { findWebsites } from './find-websites.ts'
import { scanOne } from './jobs/scan-one.ts'

/** A round of six hours is spread over five, so that neither we nor the city's server room feel it. */
const spread = 5 * 3_600_000

/** Enqueues one scan of every monitored website. Run twice it enqueues nothing new while the first ones wait. */
export async function startRound(ctx: Ctx): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const monitored = (await findWebsites(ctx)).filter((website) => website.monitored)
    for (const [i, { id }] of monitored.entries()) {
      const notBefore = new Date(ctx.now.getTime() + Math.floor((i * spread) / monitored.length))
      await later(ctx, scanOne, { websiteId: id }, { notBefore, onlyOne: `${id} round` })
    }
  })
}
