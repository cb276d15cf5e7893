import type { AgencyKind } from '../../agencies/agency.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Cadence } from '../cadence.ts'
import './tables.ts'

/** The cadence of news per kind of agency, as it holds on `day`; kinds without a row of their own get the default. */
export async function newsCadences(ctx: Ctx, day: string): Promise<(kind: AgencyKind) => Cadence> {
  const rows = await ctx.db
    .selectFrom('cadence')
    .select(['agency_kind as kind', 'due_days as due', 'overdue_days as overdue'])
    .select(['delinquent_days as delinquent', 'dormant_days as dormant'])
    .where('content_kind', '=', 'news')
    .where('valid_from', '<=', day)
    .orderBy('valid_from')
    .execute()
  const byKind = new Map(rows.map(({ kind, ...cadence }) => [kind, cadence]))
  const usual = byKind.get('default')
  if (!usual) throw new Error(`no cadence of news holds on ${day}`)
  return (kind) => byKind.get(kind) ?? usual
}
