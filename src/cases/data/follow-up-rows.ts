import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { FollowUp, ProofKind } from '../follow-up.ts'
import './clock-tables.ts'
import './tables.ts'

/** What was done about a case, in the order it was done. */
export async function readFollowUps(ctx: Ctx, caseId: string): Promise<FollowUp[]> {
  const rows = await ctx.db
    .selectFrom('case_follow_up as f')
    .select(['f.id', 'f.kind', 'f.text', 'f.link', 'f.by_name as by', 'f.at'])
    .select(sql<number>`(select count(*)::int from case_file where follow_up_id = f.id)`.as('files'))
    .where('f.case_id', '=', caseId)
    .orderBy('f.at')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ProofKind }))
}
