import type { Ctx } from '../platform/ctx.ts'
import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type AgencyInput, type Decision, readFacts, refuseDecision, refuseId, tidyDecree } from './agency-facts.ts'
import type { AgencyPeriod } from './agency-timeline.ts'
import { recordChange } from './change-timeline.ts'
import { refuseNeighbours, refuseReusedDecree } from './data/refuse-neighbours.ts'
import { findTimelines, holdRegister, saveTimelines } from './data/timelines.ts'
import { followHosts } from './host-map.ts'
import { refuseUnless } from './policy.ts'

export interface NewAgency extends AgencyInput {
  /** Its address for ever: lower-case letters, digits and hyphens. */
  id: string
}

/** Adds an agency from a day on, by a decree. Refused: an id that was ever used, another agency's host, no parent. */
export async function addAgency(ctx: Ctx, input: NewAgency & Decision): Promise<{ id: string } | Refusal> {
  const refusal = refuseUnless(ctx.actor, 'agency.manage', input.id)
  if (refusal) return refusal
  const begun = readNewAgency(input)
  if ('errors' in begun) return invalid(begun.errors)
  return transaction(ctx, async (ctx) => {
    await holdRegister(ctx)
    const errors = {
      ...(await refuseNewcomer(ctx, input.id, begun.period)),
      ...(await refuseReusedDecree(ctx, input)),
    }
    if (Object.keys(errors).length > 0) return invalid(errors)
    await insertAgency(ctx, input.id, begun.period)
    followHosts(ctx)
    return { id: input.id }
  })
}

/** The first period of a new agency, or what is wrong with the input. Pure. */
export function readNewAgency(input: NewAgency & Decision): { period: AgencyPeriod } | { errors: FieldErrors } {
  const read = readFacts(input)
  const errors = { ...refuseId(input.id), ...('errors' in read ? read.errors : {}), ...refuseDecision(input) }
  if (Object.keys(errors).length > 0 || 'errors' in read) return { errors }
  return {
    period: { ...read.facts, from: input.day, to: null, decree: tidyDecree(input.decree), endDecree: null },
  }
}

/** What stands against a new agency in the register as it is. The register must be held. */
export async function refuseNewcomer(
  ctx: Ctx,
  id: string,
  period: AgencyPeriod,
  going: readonly string[] = [],
): Promise<FieldErrors> {
  const [known] = (await findTimelines(ctx, [id])).get(id) ?? []
  if (known) return { id: `ID ini sudah dipakai ${known.name}.` }
  return refuseNeighbours(ctx, id, [], [period], going)
}

/** Inside a transaction, after all refusals. */
export async function insertAgency(ctx: Ctx, id: string, period: AgencyPeriod): Promise<void> {
  await ctx.db.insertInto('agency').values({ id, created_at: ctx.now }).execute()
  const change = { id, before: [], after: [period] }
  await saveTimelines(ctx, [change], null)
  await recordChange(ctx, 'agency.added', change)
}
