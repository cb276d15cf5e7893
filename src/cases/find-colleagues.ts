import { policy } from '../agencies/policy.ts'
import '../agencies/find-people.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { Colleague } from './colleague.ts'

const { own, city } = policy['case.work']

/** Who works on cases of this agency today: its own people first, then those of Diskominfostandi. */
export async function findColleagues(ctx: Ctx, agencyId: string): Promise<Colleague[]> {
  const day = dayInWib(ctx.now)
  const rows = await ctx.db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.from_day', '<=', day)
    .where((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', day)]))
    .where((where) =>
      where.or([
        where.and([where('a.agency_id', '=', agencyId), where('a.role', 'in', own)]),
        where.and([where('a.agency_id', 'is', null), where('a.role', 'in', city)]),
      ]),
    )
    .select(['p.id as personId', 'p.name', 'a.role', 'a.agency_id as agencyId'])
    .orderBy('a.agency_id')
    .orderBy('p.name')
    .execute()
  return rows.filter(({ personId }, i) => rows.findIndex((row) => row.personId === personId) === i)
}
