import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Decision, refuseDecision, tidyDecree } from './agency-facts.ts'
import { endOn } from './agency-timeline.ts'
import { changeTimeline, type Stated } from './change-timeline.ts'
import { refusedDecree } from './rename-agency.ts'

/**
 * The agency ceases to be on `day`, its first day without existence, and nobody takes over. Its page and its past
 * stay. Refused while it has agencies below it. Throws `Missing`.
 */
export async function closeAgency(ctx: Ctx, input: Stated & Decision): Promise<{ id: string } | Refusal> {
  const errors = refuseDecision(input)
  if (Object.keys(errors).length > 0) return invalid(errors)
  return transaction(ctx, async (ctx) => {
    const done = await changeTimeline(ctx, input, 'agency.closed', (timeline) =>
      endOn(timeline, input.day, tidyDecree(input.decree)),
    )
    return 'refusal' in done ? done : ((await refusedDecree(ctx, input)) ?? done)
  })
}
