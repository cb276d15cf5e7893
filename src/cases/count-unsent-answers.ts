import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { linkChannels } from './case.ts'
import './data/tables.ts'

/**
 * Answers that wait for somebody to give them on the platform itself and say so, where this actor may answer. Their
 * clocks go on meanwhile.
 */
export async function countUnsentAnswers(ctx: Ctx): Promise<number> {
  const scope = scopeOf(ctx.actor, 'case.answer')
  if (scope !== 'all' && scope.length === 0) return 0
  let query = ctx.db
    .selectFrom('case_message as m')
    .innerJoin('cases as c', 'c.id', 'm.case_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('m.author', '=', 'agency')
    .where('m.state', '=', 'waiting')
    .where('c.account_id', 'is', null)
    .where('c.channel', 'in', [...Object.keys(linkChannels), 'x'])
  if (scope !== 'all') query = query.where('c.agency_id', 'in', [...scope])
  return Number((await query.executeTakeFirstOrThrow()).count)
}
