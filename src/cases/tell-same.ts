import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'

/**
 * Keeps that the citizen called a case the same matter as `sameAsId`, one of those `findSimilarInPublic` offered: it
 * joins the topic of that one where there is one; where not, an officer sees it first among the likely ones. For the
 * form, in the transaction that opened the case.
 */
export async function tellSame(ctx: Ctx, { caseId, sameAsId }: { caseId: string; sameAsId: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const other = await ctx.db
      .selectFrom('cases as c')
      .leftJoin('topic as t', 't.id', 'c.topic_id')
      .select(['c.ticket', 't.id as topicId', 't.name as topic'])
      .where('c.id', '=', sameAsId)
      .executeTakeFirstOrThrow()
    const { agency_id } = await ctx.db
      .updateTable('cases')
      .set({ same_as_id: sameAsId, topic_id: other.topicId })
      .where('id', '=', caseId)
      .returning('agency_id')
      .executeTakeFirstOrThrow()
    const about = { thing: 'case', id: caseId, agencyId: agency_id }
    await record(ctx, 'case.same-told', { ...about, after: { ticket: other.ticket } })
    if (other.topicId !== null)
      await record(ctx, 'case.topic-set', {
        ...about,
        before: { topicId: null },
        after: { topicId: other.topicId, topic: other.topic ?? '' },
      })
  })
}
