import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** Ticket of the case with this register number as people type it (`42/dinkes/2026`); null: none this actor may see. */
export async function registerTicket(ctx: Ctx, text: string): Promise<string | null> {
  const [, number, agency, year] = /^0*(\d{1,9})\/([a-z0-9-]+)\/(\d{4})$/i.exec(text.trim()) ?? []
  if (!number || !agency || !year) return null
  const scope = scopeOf(ctx.actor, 'case.read')
  const row = await ctx.db
    .selectFrom('cases')
    .select(['ticket', 'agency_id'])
    .where('register_agency_id', '=', agency.toLowerCase())
    .where('register_year', '=', Number(year))
    .where('register_number', '=', Number(number))
    .executeTakeFirst()
  return row && (scope === 'all' || scope.includes(row.agency_id)) ? row.ticket : null
}
