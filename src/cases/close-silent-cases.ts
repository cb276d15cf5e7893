import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { closeCase } from './close-case.ts'
import './data/tables.ts'
import { clockTerms } from './find-rules.ts'
import { due } from './sla-clock.ts'
import { ruleFor } from './sla-rule.ts'

/** Closes the answered cases whose citizen has not written again in the time of rule `closing` (SP4N-LAPOR!). */
export async function closeSilentCases(ctx: Ctx): Promise<number> {
  const answered = await ctx.db
    .selectFrom('cases')
    .select(['ticket', 'version', 'kind', 'class', 'agency_id as agencyId', 'state_since as since'])
    .where('state', '=', 'answered')
    .orderBy('id')
    .execute()
  let closed = 0
  for (const { ticket, version, since, ...subject } of answered) {
    const { rules, calendar } = await clockTerms(ctx, subject.agencyId)
    const rule = ruleFor(rules, 'closing', subject, dayInWib(since))
    const { dueAt } = rule ? due(calendar, since, rule.days) : { dueAt: null }
    if (dueAt === null || ctx.now < dueAt) continue
    accepted(await closeCase(ctx, { ticket, version }))
    closed += 1
  }
  return closed
}
