import type { Ctx } from '../platform/ctx.ts'
import { addDays, startOfDay } from '../platform/time.ts'
import '../people/person.ts'
import './data/tables.ts'

/** What is asked of the trail; '' where it does not matter. */
export interface TrailFilter {
  /** Part of a name or an address. */
  person: string
  agencyId: string
  thing: string
  thingId: string
  /** First and last day, `YYYY-MM-DD` in WIB, both included. */
  from: string
  to: string
}

export interface TrailEvent {
  id: string
  at: Date
  by: string
  action: string
  thing: string
  thingId: string
  agencyId: string | null
  before: unknown
  after: unknown
}

const isDay = (text: string): boolean => /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The events that fit, the newest first; `before` is the id of the last one of the page before, or ''. */
export async function findTrail(
  ctx: Ctx,
  filter: TrailFilter,
  { before, limit }: { before: string; limit: number },
): Promise<TrailEvent[]> {
  const people = filter.person === '' ? null : await idsOf(ctx, filter.person)
  const rows = await ctx.db
    .selectFrom('event')
    .select(['id', 'at', 'actor_kind', 'actor_name', 'action', 'thing', 'thing_id', 'agency_id', 'before', 'after'])
    .$if(people !== null, (all) => all.where('actor_id', 'in', people?.length ? people : ['']))
    .$if(filter.agencyId !== '', (all) => all.where('agency_id', '=', filter.agencyId))
    .$if(filter.thing !== '', (all) => all.where('thing', '=', filter.thing))
    .$if(filter.thingId !== '', (all) => all.where('thing_id', '=', filter.thingId))
    .$if(isDay(filter.from), (all) => all.where('at', '>=', startOfDay(filter.from)))
    .$if(isDay(filter.to), (all) => all.where('at', '<', startOfDay(addDays(filter.to, 1))))
    .$if(/^\d{1,18}$/.test(before), (all) => all.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ actor_kind, actor_name, thing_id, agency_id, ...event }) => ({
    ...event,
    by: actor_kind === 'system' ? `otomatis (${actor_name})` : actor_name,
    thingId: thing_id,
    agencyId: agency_id,
  }))
}

/** People whose name or address contains this, a hundred at most. Nobody: an id that no event has is asked for. */
async function idsOf(ctx: Ctx, text: string): Promise<string[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await ctx.db
    .selectFrom('person')
    .select('id')
    .where((row) => row.or([row('name', 'ilike', like), row('email', 'ilike', like)]))
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}
