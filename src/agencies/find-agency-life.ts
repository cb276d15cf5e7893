import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import type { AgencyPeriod, Timeline } from './agency-timeline.ts'
import { findTimelines, periodOf } from './data/timelines.ts'

/** A link to an agency that came before or after. */
export interface Succession {
  kind: 'merged' | 'split'
  agencyId: string
  /** Its last name. */
  name: string
  day: string
  decree: string
}

/** All that is known of an agency over time. */
export interface AgencyLife {
  id: string
  version: number
  timeline: Timeline
  predecessors: Succession[]
  successors: Succession[]
  /** What was believed until somebody corrected it. */
  corrected: (AgencyPeriod & { until: Date; reason: string })[]
}

/** Names are public, so everybody may ask. Throws `Missing`. */
export async function findAgencyLife(ctx: Ctx, id: string): Promise<AgencyLife> {
  const [agency, timelines, links, corrected] = await Promise.all([
    ctx.db.selectFrom('agency').select('version').where('id', '=', id).executeTakeFirst(),
    findTimelines(ctx, [id]),
    ctx.db
      .selectFrom('agency_succession')
      .selectAll()
      .where((row) => row.or([row('predecessor_id', '=', id), row('successor_id', '=', id)]))
      .orderBy('day')
      .orderBy('successor_id')
      .execute(),
    ctx.db
      .selectFrom('superseded_agency_name')
      .selectAll()
      .where('agency_id', '=', id)
      .where('reason', 'is not', null)
      .orderBy('superseded_at', 'desc')
      .orderBy('from_day')
      .execute(),
  ])
  const timeline = timelines.get(id)
  if (!agency || !timeline) throw new Missing(`agency ${id}`)
  const others = links.map((link) => (link.predecessor_id === id ? link.successor_id : link.predecessor_id))
  const names = await findTimelines(ctx, others)
  const linked = links.map(({ kind, day, decree, predecessor_id, successor_id }) => {
    const agencyId = predecessor_id === id ? successor_id : predecessor_id
    const name = names.get(agencyId)?.at(-1)?.name ?? agencyId
    return { after: predecessor_id === id, link: { kind, agencyId, name, day, decree } }
  })
  return {
    id,
    version: agency.version,
    timeline,
    predecessors: linked.filter(({ after }) => !after).map(({ link }) => link),
    successors: linked.filter(({ after }) => after).map(({ link }) => link),
    corrected: corrected.map((row) => ({ ...periodOf(row), until: row.superseded_at, reason: row.reason ?? '' })),
  }
}
