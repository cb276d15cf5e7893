import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Case } from './case.ts'
import { toCase } from './data/case-rows.ts'
import './data/tables.ts'
import type { Topic } from './topic-case.ts'

export interface TopicInFull extends Topic {
  /** Those of it the actor may see, the latest first. */
  cases: Case[]
  /** In all agencies together: people, not posts. Whoever left no way to be reached counts for each case. */
  people: number
  all: number
}

/** A topic with its cases. Throws `Missing`, also where the actor may see none of them. */
export async function findTopic(ctx: Ctx, id: string): Promise<TopicInFull> {
  const topic = isId(id)
    ? await ctx.db.selectFrom('topic').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
    : undefined
  const scope = scopeOf(ctx.actor, 'case.read')
  if (!topic || (scope !== 'all' && scope.length === 0)) throw new Missing(`topic ${id}`)
  const rows = await ctx.db
    .selectFrom('cases')
    .selectAll()
    .where('topic_id', '=', id)
    .where('merged_into_id', 'is', null)
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope as readonly string[]))
    .orderBy('received_at', 'desc')
    .limit(500)
    .execute()
  if (rows.length === 0) throw new Missing(`topic ${id}`)
  const counted = await ctx.db
    .selectFrom('cases as c')
    .leftJoin('reporter as r', 'r.id', 'c.reporter_id')
    .select([
      sql<number>`count(distinct coalesce(r.citizen_key, c.id::text))::int`.as('people'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where('c.topic_id', '=', id)
    .where('c.merged_into_id', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...topic, cases: rows.map(toCase), ...counted }
}

/** Topics of late in which this agency has cases, the latest first. */
export const recentTopics = (ctx: Ctx, agencyId: string): Promise<Topic[]> =>
  ctx.db
    .selectFrom('topic as t')
    .innerJoin('cases as c', 'c.topic_id', 't.id')
    .select(['t.id', 't.name'])
    .where('c.agency_id', '=', agencyId)
    .groupBy(['t.id', 't.name'])
    .orderBy(({ fn }) => fn.max('c.received_at'), 'desc')
    .limit(30)
    .execute()
