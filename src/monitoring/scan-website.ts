import type { Ctx } from '../platform/ctx.ts'
import { later } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { type Check, triesBeforeDown } from './availability.ts'
import { knownItems } from './data/items.ts'
import { openFetcher } from './fetching/fetch-page.ts'
import { recentChecks } from './find-scans.ts'
import { findWebsite } from './find-websites.ts'
import { scanAgain } from './jobs/scan-one.ts'
import { publishedOn } from './published-on.ts'
import { recordScan } from './record-scan.ts'
import { scanSite } from './scan-site.ts'
import type { Website } from './website.ts'

const HOUR = 3_600_000

/**
 * Scans one monitored website and keeps what was seen. The network is asked outside any transaction. A failed try is
 * repeated an hour later, until three of them at different hours make the day count as down.
 */
export async function scanWebsite(ctx: Ctx, input: { websiteId: string }): Promise<void> {
  const website = await findWebsite(ctx, input.websiteId)
  if (!website.monitored) return
  const { config, clock } = ctx.platform
  const ownOrigin = new URL(website.url).origin === new URL(config.baseUrl).origin
  const allowPrivate = config.scanPrivateAddresses || ownOrigin
  const { fetchPage, close } = openFetcher({ allowPrivate, clock })
  try {
    const [known, published] = await Promise.all([knownItems(ctx, website.id), publishedOn(ctx, website)])
    const pause = allowPrivate ? 0 : 1000
    const scan = await scanSite(website.url, { fetchPage, clock, pause, known, published })
    await transaction(ctx, async (ctx) => {
      await recordScan(ctx, website, scan)
      if (scan.outcome === 'down') await tryAgain(ctx, website)
    })
  } finally {
    await close()
  }
}

async function tryAgain(ctx: Ctx, website: Website): Promise<void> {
  const checks: Check[] = await recentChecks(ctx, website.id, triesBeforeDown)
  if (checks.length >= triesBeforeDown && checks.every(({ outcome }) => outcome === 'down')) return
  const notBefore = new Date(ctx.now.getTime() + HOUR)
  await later(ctx, scanAgain, { websiteId: website.id }, { notBefore, onlyOne: `${website.id} again` })
}
