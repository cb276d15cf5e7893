import type { Ctx } from '../platform/ctx.ts'
import './data/tables.ts'
import './data/warning-tables.ts'

const DAY = 86_400_000

/** How many waiting cases this person was warned of in the last day. */
export async function countWarnings(ctx: Ctx): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  const { count } = await ctx.db
    .selectFrom('case_warning_told as t')
    .innerJoin('case_warning as w', 'w.id', 't.warning_id')
    .innerJoin('cases as c', 'c.id', 'w.case_id')
    .select(({ fn }) => fn.count<string>('w.case_id').distinct().as('count'))
    .where('t.person_id', '=', ctx.actor.id)
    .where('t.at', '>', new Date(ctx.now.getTime() - DAY))
    .where('c.state', 'in', ['open', 'replied'])
    .executeTakeFirstOrThrow()
  return Number(count)
}
