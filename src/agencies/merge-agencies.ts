import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'
import { formatDay } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type Decision, refuseDecision, tidyDecree } from './agency-facts.ts'
import { endOn, isTimeline, periodOn, type Timeline } from './agency-timeline.ts'
import { openTimeline, type Stated } from './change-timeline.ts'
import { refuseNeighbours } from './data/refuse-neighbours.ts'
import { findTimelines, saveTimelines } from './data/timelines.ts'
import { followHosts } from './host-map.ts'
import { refusedDecree } from './rename-agency.ts'

interface Merger extends Stated, Decision {
  /** Other agencies that go along. */
  others?: readonly string[]
  /** The agency that takes over: it must exist on `day`, and is none of those that end. */
  into: string
}

/** From `day` on these agencies are no more, and `into` is their successor. Throws `Missing` for the first one. */
export async function mergeAgencies(ctx: Ctx, input: Merger): Promise<{ id: string } | Refusal> {
  const ids = [...new Set([input.id, ...(input.others ?? [])])]
  const errors: FieldErrors = refuseDecision(input)
  if (input.into === '') errors.into = 'Penerus belum diisi.'
  if (ids.includes(input.into)) errors.into = 'Penerus tidak boleh salah satu yang digabungkan.'
  if (Object.keys(errors).length > 0) return invalid(errors)
  return transaction(ctx, async (ctx) => {
    const opened = await openTimeline(ctx, input)
    if ('refusal' in opened) return opened
    const timelines = await findTimelines(ctx, [...ids, input.into])
    const ended = endAll(ids, timelines, input)
    if ('errors' in ended) return invalid(ended.errors)
    for (const { id, before, after } of ended.changes) {
      const errors = await refuseNeighbours(ctx, id, before, after, ids)
      if (Object.keys(errors).length > 0) return invalid(errors)
    }
    await saveTimelines(ctx, ended.changes, null)
    const decree = tidyDecree(input.decree)
    await ctx.db
      .insertInto('agency_succession')
      .values(
        ids.map((id) => ({
          predecessor_id: id,
          successor_id: input.into,
          kind: 'merged' as const,
          day: input.day,
          decree,
        })),
      )
      .execute()
    await record(ctx, 'agency.merged', {
      thing: 'agency',
      id: input.id,
      agencyId: input.into,
      after: { from: ids, into: input.into, day: input.day, decree },
    })
    followHosts(ctx)
    return (await refusedDecree(ctx, input)) ?? { id: input.into }
  })
}

function endAll(ids: readonly string[], timelines: ReadonlyMap<string, Timeline>, input: Merger) {
  const successor = timelines.get(input.into)
  if (!successor) return { errors: { into: `Tidak ada perangkat daerah dengan ID ${input.into}.` } }
  if (!periodOn(successor, input.day))
    return { errors: { into: `Penerus ini tidak ada pada ${formatDay(input.day)}.` } }
  const changes = []
  for (const id of ids) {
    const before = timelines.get(id)
    if (!before) return { errors: { others: `Tidak ada perangkat daerah dengan ID ${id}.` } }
    const after = endOn(before, input.day, tidyDecree(input.decree))
    if (!isTimeline(after)) {
      const [words = ''] = Object.values(after.errors)
      return { errors: id === input.id ? after.errors : { others: `${before.at(-1)?.name}: ${words}` } }
    }
    changes.push({ id, before, after })
  }
  return { changes }
}
