import type { Ctx } from '../platform/ctx.ts'
import type { Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { addCitizenMessage, type TakenIn } from './add-citizen-message.ts'
import type { CaseSource, OpenCase } from './open-case.ts'

/** Takes in many words of citizens at once, in their order, in one transaction; the answers stand in the same order. */
export async function addCitizenMessages(
  ctx: Ctx,
  inputs: readonly (OpenCase & { source: CaseSource })[],
): Promise<(TakenIn | Refusal)[]> {
  return transaction(ctx, async (ctx) => {
    const taken: (TakenIn | Refusal)[] = []
    for (const input of inputs) taken.push(await addCitizenMessage(ctx, input))
    return taken
  })
}
