import type { GoneOver, PostChange } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { giveTo } from './assign-case.ts'
import { casePaths } from './paths.ts'
import './data/work-tables.ts'

/**
 * Cases belong to the agency: whoever comes finds them all, counted here for the record. Those that were given to the
 * leaver are given to the newcomer.
 */
export async function handOverCases(ctx: Ctx, { agencyId, leaverId, newcomer }: PostChange): Promise<GoneOver[]> {
  const given = leaverId === null ? [] : await openCasesOf(ctx, agencyId, leaverId)
  for (const found of given) await giveTo(ctx, found, newcomer.id, 'Serah terima jabatan')
  const { count } = await ctx.db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('agency_id', '=', agencyId)
    .where('state', 'in', ['open', 'replied'])
    .executeTakeFirstOrThrow()
  const line = (text: string, count: number, href: string): GoneOver[] => (count === 0 ? [] : [{ text, count, href }])
  return [
    ...line('Kasus yang belum selesai', Number(count), casePaths.inbox.href()),
    ...line('Kasus yang ditugaskan kepada pengganti', given.length, casePaths.tasks.href()),
  ]
}

const openCasesOf = (ctx: Ctx, agencyId: string, personId: string) =>
  ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('assignee_id', '=', personId)
    .where('state', 'in', ['open', 'replied'])
    .forUpdate()
    .execute()
