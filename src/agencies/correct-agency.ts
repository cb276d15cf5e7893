import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type AgencyInput, readFacts, refuseDay, refuseReason, tidyDecree } from './agency-facts.ts'
import { correctEnd, correctPeriod, withdrawChange } from './agency-timeline.ts'
import { changeTimeline, type Stated } from './change-timeline.ts'

interface Correction extends Stated {
  /** Why: kept with what was believed before. */
  reason: string
}

interface PeriodCorrection extends Correction, AgencyInput {
  /** First day of the period as it is recorded now. */
  from: string
  /** Its right first day. */
  day: string
  decree: string
}

/**
 * A period was recorded wrongly. From now on every question about its days gets the corrected answer; what was
 * believed until now stays, with the reason (`agencyAsBelieved`). Throws `Missing`.
 */
export async function correctAgency(ctx: Ctx, input: PeriodCorrection): Promise<{ id: string } | Refusal> {
  const read = readFacts(input)
  const errors = { ...('errors' in read ? read.errors : {}), ...refuseDay(input.day), ...refuseReason(input.reason) }
  if (Object.keys(errors).length > 0 || 'errors' in read) return invalid(errors)
  const decree = tidyDecree(input.decree) || null
  const right = { ...read.facts, from: input.day, decree }
  return changeTimeline(ctx, input, 'agency.corrected', (t) => correctPeriod(t, input.from, right), input.reason.trim())
}

/** The change of day `from` never happened: what held before goes on. Throws `Missing`. */
export async function withdrawAgencyChange(
  ctx: Ctx,
  input: Correction & { from: string },
): Promise<{ id: string } | Refusal> {
  const errors = refuseReason(input.reason)
  if (Object.keys(errors).length > 0) return invalid(errors)
  return changeTimeline(ctx, input, 'agency.corrected', (t) => withdrawChange(t, input.from), input.reason.trim())
}

/** The agency ended on another day, or (null) did not end at all; successors follow. Throws `Missing`. */
export async function correctAgencyEnd(
  ctx: Ctx,
  input: Correction & { day: string | null },
): Promise<{ id: string } | Refusal> {
  const errors = { ...(input.day === null ? {} : refuseDay(input.day)), ...refuseReason(input.reason) }
  if (Object.keys(errors).length > 0) return invalid(errors)
  return transaction(ctx, async (ctx) => {
    const reason = input.reason.trim()
    const done = await changeTimeline(ctx, input, 'agency.corrected', (t) => correctEnd(t, input.day), reason)
    if ('refusal' in done) return done
    if (input.day === null)
      await ctx.db
        .deleteFrom('agency_succession')
        .where('predecessor_id', '=', input.id)
        .where('kind', '=', 'merged')
        .execute()
    else
      await ctx.db
        .updateTable('agency_succession')
        .set({ day: input.day })
        .where('predecessor_id', '=', input.id)
        .execute()
    return done
  })
}
