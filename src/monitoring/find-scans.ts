import { type SelectQueryBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import type { Database } from '../platform/db/database.ts'
import type { Check, ScanOutcome } from './availability.ts'
import type { Evidence, Finding } from './evidence.ts'
import type { Confidence } from './freshness.ts'
import './data/tables.ts'

/** A scan as it was kept. */
export interface Scan {
  id: string
  websiteId: string
  agencyId: string
  startedAt: Date
  finishedAt: Date
  outcome: ScanOutcome
  cause: string | null
  detail: string | null
  httpStatus: number | null
  ms: number | null
  lastRealUpdate: Date | null
  confidence: Confidence
  verdict: string
  findings: Finding[]
  method: string
}

export type KeptEvidence = Omit<Evidence, 'fingerprint'>

const columns = [
  'scan.id',
  'scan.website_id as websiteId',
  'scan.agency_id as agencyId',
  'scan.started_at as startedAt',
  'scan.finished_at as finishedAt',
  'scan.outcome',
  'scan.cause',
  'scan.detail',
  'scan.http_status as httpStatus',
  'scan.ms',
  'scan.last_real_update as lastRealUpdate',
  'scan.confidence',
  'scan.verdict',
  'scan.findings',
  'scan.method',
] as const

type Scans = SelectQueryBuilder<Database, 'scan', object>

/** Scans, the newest first. The caller has already asked whether the actor may see their website. */
export const scansOf = (ctx: Ctx, narrow: (scans: Scans) => Scans): Promise<Scan[]> =>
  narrow(ctx.db.selectFrom('scan')).select(columns).orderBy('started_at', 'desc').orderBy('id', 'desc').execute()

/** The last scan of each website at `before`; with `up`, the last that reached it. By website id. */
export async function lastScans(
  ctx: Ctx,
  websiteIds: readonly string[],
  options: { before: Date; up: boolean },
): Promise<Map<string, Scan>> {
  if (websiteIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('website')
    .innerJoinLateral(
      (one) =>
        one
          .selectFrom('scan')
          .select(columns)
          .whereRef('scan.website_id', '=', 'website.id')
          .where('scan.started_at', '<', options.before)
          .$if(options.up, (scans) => scans.where('scan.outcome', '=', 'up'))
          .orderBy('scan.started_at', 'desc')
          .orderBy('scan.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where('website.id', 'in', websiteIds)
    .selectAll('last')
    .execute()
  return new Map(rows.map((row) => [row.websiteId, row]))
}

/** The newest `count` tries of a website, the newest first. */
export async function recentChecks(ctx: Ctx, websiteId: string, count: number): Promise<Check[]> {
  return ctx.db
    .selectFrom('scan')
    .select(['started_at as at', 'outcome', 'cause'])
    .where('website_id', '=', websiteId)
    .orderBy('started_at', 'desc')
    .limit(count)
    .execute()
}

/** What the verdict of a scan rests on, the strongest first. */
export async function evidenceOf(ctx: Ctx, scanId: string): Promise<KeptEvidence[]> {
  return ctx.db
    .selectFrom('scan_evidence')
    .select(['tier', 'item', 'title', 'source', 'snippet', 'hash', 'claimed', 'fetched_at as fetchedAt'])
    .select('http_status as status')
    .where('scan_id', '=', scanId)
    .orderBy('position')
    .execute()
}

/** How many failed tries in a row each of these websites has, up to now. */
export async function failuresInARow(ctx: Ctx, websiteIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ website_id: string; failures: number }>`
    select website_id, count(distinct date_trunc('hour', started_at))::int as failures from scan
    where website_id = any(${websiteIds}::uuid[]) and outcome = 'down' and started_at > coalesce((
      select max(good.started_at) from scan as good where good.website_id = scan.website_id and good.outcome = 'up'
    ), '-infinity') group by website_id`.execute(ctx.db)
  return new Map(rows.map(({ website_id, failures }) => [website_id, failures]))
}
