import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { insertAgency, type NewAgency, readNewAgency, refuseNewcomer } from './add-agency.ts'
import { type Decision, refuseDecision, tidyDecree } from './agency-facts.ts'
import { type AgencyPeriod, endOn, isTimeline, periodOn, type Timeline } from './agency-timeline.ts'
import { openTimeline, type Stated } from './change-timeline.ts'
import { refuseNeighbours } from './data/refuse-neighbours.ts'
import { saveTimelines } from './data/timelines.ts'
import { followHosts } from './host-map.ts'
import { refusedDecree } from './rename-agency.ts'

interface Split extends Stated, Decision {
  /** The new agencies. Errors are named by their place: `0.name`. */
  into: readonly NewAgency[]
  /** Whether the agency itself is no more from `day` on; else it goes on beside the new ones. */
  ends: boolean
}

/** From `day` on new agencies take over from this one, in whole or in part. Throws `Missing`. */
export async function splitAgency(ctx: Ctx, input: Split): Promise<{ id: string } | Refusal> {
  const { newcomers, errors } = readNewcomers(input)
  if (Object.keys(errors).length > 0) return invalid(errors)
  return transaction(ctx, async (ctx) => {
    const opened = await openTimeline(ctx, input)
    if ('refusal' in opened) return opened
    const before = opened.timeline
    const after = input.ends ? endOn(before, input.day, tidyDecree(input.decree)) : staying(before, input.day)
    if (!isTimeline(after)) return invalid(after.errors)
    const own = await refuseNeighbours(ctx, input.id, before, after)
    if (Object.keys(own).length > 0) return invalid(own)
    await saveTimelines(ctx, [{ id: input.id, before, after }], null)
    for (const [place, { id, period }] of newcomers.entries()) {
      const errors = await refuseNewcomer(ctx, id, period)
      if (Object.keys(errors).length > 0) return invalid(placed(place, errors))
      await insertAgency(ctx, id, period)
      await ctx.db.insertInto('agency_succession').values(successionOf(input, id)).execute()
    }
    await record(ctx, 'agency.split', {
      thing: 'agency',
      id: input.id,
      agencyId: input.id,
      after: { into: newcomers.map(({ id }) => id), day: input.day, decree: input.decree, ends: input.ends },
    })
    followHosts(ctx)
    return (await refusedDecree(ctx, input)) ?? { id: input.id }
  })
}

function readNewcomers(input: Split): { newcomers: { id: string; period: AgencyPeriod }[]; errors: FieldErrors } {
  const newcomers: { id: string; period: AgencyPeriod }[] = []
  let errors: FieldErrors = refuseDecision(input)
  if (input.into.length === 0) errors['0.name'] = 'Isi sedikitnya satu perangkat daerah baru.'
  for (const [place, agency] of input.into.entries()) {
    const { day, decree } = input
    const read = readNewAgency({ ...agency, day, decree })
    if ('errors' in read) {
      const { day: _day, decree: _decree, ...own } = read.errors
      errors = { ...errors, ...placed(place, own) }
    } else newcomers.push({ id: agency.id, period: read.period })
  }
  return { newcomers, errors }
}

const placed = (place: number, errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, words]) => [`${place}.${field}`, words]))

const staying = (timeline: Timeline, day: string): Timeline | { errors: FieldErrors } =>
  periodOn(timeline, day) ? timeline : { errors: { day: 'Perangkat daerah ini tidak ada pada tanggal itu.' } }

const successionOf = ({ id, day, decree }: Split, successor: string) => ({
  predecessor_id: id,
  successor_id: successor,
  kind: 'split' as const,
  day,
  decree: tidyDecree(decree),
})
