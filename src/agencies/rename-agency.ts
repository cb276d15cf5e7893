import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type AgencyInput, type Decision, readFacts, refuseDecision, tidyDecree } from './agency-facts.ts'
import { changeFrom } from './agency-timeline.ts'
import { changeTimeline, type Stated } from './change-timeline.ts'
import { refuseReusedDecree } from './data/refuse-neighbours.ts'

/**
 * From a day on, past or future, the agency has another name, abbreviation, kind, parent, region code or host: until
 * the next change that is already known. What it was before that day stays. Throws `Missing`.
 */
export async function renameAgency(
  ctx: Ctx,
  input: Stated & AgencyInput & Decision,
): Promise<{ id: string } | Refusal> {
  const read = readFacts(input)
  const errors = { ...('errors' in read ? read.errors : {}), ...refuseDecision(input) }
  if (Object.keys(errors).length > 0 || 'errors' in read) return invalid(errors)
  return transaction(ctx, async (ctx) => {
    const done = await changeTimeline(ctx, input, 'agency.renamed', (timeline) =>
      changeFrom(timeline, input.day, read.facts, tidyDecree(input.decree)),
    )
    return 'refusal' in done ? done : ((await refusedDecree(ctx, input)) ?? done)
  })
}

/** Asked last: it undoes what was done, so that the other errors come first and this one alone. */
export async function refusedDecree(ctx: Ctx, input: Decision): Promise<Refusal | undefined> {
  const errors = await refuseReusedDecree(ctx, input)
  return Object.keys(errors).length > 0 ? invalid(errors) : undefined
}
