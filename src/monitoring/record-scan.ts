import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { transaction } from '../platform/transaction.ts'
import { rememberItems } from './data/items.ts'
import { methodVersion } from './freshness.ts'
import type { SiteScan } from './scan-site.ts'
import type { Website } from './website.ts'
import './data/tables.ts'

const keptEvidence = 12

/** Keeps one scan with its proof, for ever, and what it saw of the items. Answers the id of the scan. */
export async function recordScan(ctx: Ctx, website: Website, scan: SiteScan): Promise<string> {
  return transaction(ctx, async (ctx) => {
    const id = newId()
    const { verdict, outcome, cause } = scan
    await ctx.db
      .insertInto('scan')
      .values({
        ...{ id, website_id: website.id, agency_id: website.agencyId },
        ...{ started_at: scan.startedAt, finished_at: scan.finishedAt, outcome, cause, detail: scan.detail },
        ...{ http_status: scan.httpStatus, ms: scan.ms, last_real_update: verdict.lastRealUpdate },
        ...{ confidence: verdict.confidence, verdict: verdict.words, method: methodVersion },
        findings: sql`${JSON.stringify(scan.findings)}::jsonb`,
      })
      .execute()
    await saveEvidence(ctx, id, scan)
    if (outcome === 'up') await rememberItems(ctx, website.id, scan.seen, scan.startedAt)
    if (scan.cms !== null && scan.cms !== website.cms)
      await ctx.db.updateTable('website').set({ cms: scan.cms }).where('id', '=', website.id).execute()
    const after = { scan: id, outcome, cause, lastRealUpdate: verdict.lastRealUpdate, confidence: verdict.confidence }
    await record(ctx, 'website.scanned', { thing: 'website', id: website.id, agencyId: website.agencyId, after })
    return id
  })
}

async function saveEvidence(ctx: Ctx, scanId: string, { verdict }: SiteScan): Promise<void> {
  const rows = verdict.evidence.slice(0, keptEvidence).map((one, position) => ({
    ...{
      scan_id: scanId,
      position,
      tier: one.tier,
      item: one.item,
      title: one.title.slice(0, 300),
      source: one.source,
    },
    ...{
      snippet: one.snippet,
      hash: one.hash,
      claimed: one.claimed,
      fetched_at: one.fetchedAt,
      http_status: one.status,
    },
  }))
  if (rows.length > 0) await ctx.db.insertInto('scan_evidence').values(rows).execute()
}
