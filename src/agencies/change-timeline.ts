import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Changed, isTimeline, type Timeline } from './agency-timeline.ts'
import { refuseNeighbours } from './data/refuse-neighbours.ts'
import { type Change, differences, findTimelines, holdRegister, saveTimelines } from './data/timelines.ts'
import { followHosts } from './host-map.ts'
import { refuseUnless } from './policy.ts'

/** Which agency, and the version the form was drawn from; without a version the change is made whatever came between. */
export interface Stated {
  id: string
  version?: number
}

/** Holds the register and gives the agency's life. Throws `Missing`; refuses whom the policy does and stale forms. */
export async function openTimeline(ctx: Ctx, { id, version }: Stated): Promise<{ timeline: Timeline } | Refusal> {
  const refusal = refuseUnless(ctx.actor, 'agency.manage', id)
  if (refusal) return refusal
  await holdRegister(ctx)
  const timeline = (await findTimelines(ctx, [id])).get(id)
  if (!timeline) throw new Missing(`agency ${id}`)
  const present = await ctx.db.selectFrom('agency').select('version').where('id', '=', id).executeTakeFirstOrThrow()
  if (version !== undefined && version !== present.version) return staleForm(ctx, id)
  return { timeline }
}

async function staleForm(ctx: Ctx, id: string): Promise<Refusal> {
  const last = await ctx.db
    .selectFrom('event')
    .select('actor_name')
    .where('thing', '=', 'agency')
    .where('thing_id', '=', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const by = last ? ` oleh ${last.actor_name}` : ''
  return conflict(`Data ini sudah diubah${by} sejak Anda membukanya. Buka lagi halamannya, lalu ulangi.`)
}

/** The frame of every command that changes the life of one agency; `change` is the pure rule. One event. */
export async function changeTimeline(
  ctx: Ctx,
  stated: Stated,
  action: string,
  change: (timeline: Timeline) => Changed,
  reason: string | null = null,
): Promise<{ id: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const opened = await openTimeline(ctx, stated)
    if ('refusal' in opened) return opened
    const before = opened.timeline
    const after = change(before)
    if (!isTimeline(after)) return invalid(after.errors)
    const errors = await refuseNeighbours(ctx, stated.id, before, after)
    if (Object.keys(errors).length > 0) return invalid(errors)
    await saveTimelines(ctx, [{ id: stated.id, before, after }], reason)
    await recordChange(ctx, action, { id: stated.id, before, after }, reason === null ? {} : { reason })
    followHosts(ctx)
    return { id: stated.id }
  })
}

/** The event of a change: the periods that no longer hold, and those that do instead. */
export async function recordChange(ctx: Ctx, action: string, change: Change, more: object = {}): Promise<void> {
  const { gone, come } = differences(change)
  const { id } = change
  await record(ctx, action, {
    thing: 'agency',
    id,
    agencyId: id,
    before: { periods: gone },
    after: { periods: come, ...more },
  })
}
