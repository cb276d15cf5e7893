import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'

/** Each time a case was shown to everybody, for staff. */
export interface Publication {
  id: string
  question: string
  answer: string
  publishedAt: Date
  publishedBy: string
  withdrawnAt: Date | null
  withdrawnBy: string | null
  withdrawnReason: string | null
}

/** The newest first. The caller has found the case. */
export const findPublications = (ctx: Ctx, caseId: string): Promise<Publication[]> =>
  ctx.db
    .selectFrom('case_publication')
    .select([
      'id',
      'question',
      'answer',
      'published_at as publishedAt',
      'published_by as publishedBy',
      'withdrawn_at as withdrawnAt',
      'withdrawn_by as withdrawnBy',
      'withdrawn_reason as withdrawnReason',
    ])
    .where('case_id', '=', caseId)
    .orderBy('published_at', 'desc')
    .execute()
