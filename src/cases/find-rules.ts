import { calendarOf } from '../calendar/agency-calendar.ts'
import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'
import type { ClockTerms } from './sla-clock.ts'
import type { SlaRule } from './sla-rule.ts'

/** All time limits, oldest first. They are public. */
export const findRules = (ctx: Ctx): Promise<SlaRule[]> =>
  ctx.db
    .selectFrom('sla_rule')
    .select(['id', 'step', 'kind', 'class', 'agency_id as agencyId', 'unit', 'amount', 'basis', 'from_day as from'])
    .orderBy('from_day')
    .orderBy('id')
    .execute()

/** Terms read in a transaction that still runs. */
const read = new WeakMap<Ctx['db'], Map<string, Promise<ClockTerms>>>()

/**
 * Rules and calendar for the clocks of an agency's cases. Within one transaction they are read once: a batch of
 * mentions is counted by the same terms, and does not ask a hundred times.
 */
export function clockTerms(ctx: Ctx, agencyId: string): Promise<ClockTerms> {
  if (!ctx.db.isTransaction) return readTerms(ctx, agencyId)
  const kept = read.get(ctx.db) ?? new Map<string, Promise<ClockTerms>>()
  read.set(ctx.db, kept)
  const terms = kept.get(agencyId) ?? readTerms(ctx, agencyId)
  kept.set(agencyId, terms)
  return terms
}

const readTerms = async (ctx: Ctx, agencyId: string): Promise<ClockTerms> => ({
  rules: await findRules(ctx),
  calendar: await calendarOf(ctx, agencyId),
})
