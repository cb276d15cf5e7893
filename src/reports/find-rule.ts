import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import type { ReportRule } from './report-rule.ts'
import './data/tables.ts'

/** The rule that holds for a month: the newest that was valid on its first day. Throws `Missing` before the first. */
export async function findRule(ctx: Ctx, month: string): Promise<ReportRule> {
  const row = await ctx.db
    .selectFrom('report_rule')
    .selectAll()
    .where('valid_from', '<=', `${month}-01`)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Missing(`report rule for ${month}`)
  return {
    validFrom: row.valid_from,
    dueWorkingDay: row.due_working_day,
    urgentBeforeDays: row.urgent_before_days,
    dormantAfterDays: row.dormant_after_days,
    expectedItems: row.expected_items,
    weights: row.weights,
    knownAtLeast: row.known_at_least,
  }
}
