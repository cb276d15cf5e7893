import type { GoneOver, PostChange } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { casePaths } from './paths.ts'
import './data/tables.ts'

/** Cases belong to the agency: whoever comes finds them all. Here they are only counted, for the record. */
export async function countOpenCases(ctx: Ctx, { agencyId }: PostChange): Promise<GoneOver[]> {
  const { count } = await ctx.db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['open', 'replied'])
    .executeTakeFirstOrThrow()
  return Number(count) === 0
    ? []
    : [{ text: 'Kasus yang belum selesai', count: Number(count), href: casePaths.inbox.href() }]
}
