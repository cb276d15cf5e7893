import type { Ctx } from '../../platform/ctx.ts'
import type { ClosesWith } from '../closing.ts'
import type { Proposal } from '../proposal.ts'
import './work-tables.ts'

/** Every answer that was handed in for this case, the latest last. */
export async function readProposals(ctx: Ctx, caseId: string): Promise<Proposal[]> {
  const rows = await ctx.db
    .selectFrom('answer_proposal')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    byId: row.by_id,
    byName: row.by_name,
    text: row.text,
    final: row.final,
    closesWith: row.closes_with as ClosesWith | null,
    holdsFor: row.holds_for,
    at: row.at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
  }))
}
