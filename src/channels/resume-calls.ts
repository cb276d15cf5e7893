import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { isUsedUp } from './budget.ts'
import { findHalt, liftHalt } from './halt.ts'
import { sendWaitingPosts } from './send-waiting.ts'

/** Credit is there again; what waited is sent. Only for those who look after the whole city. */
export async function resumeCalls(ctx: Ctx): Promise<undefined | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (scopeOf(ctx.actor, 'account.connect') !== 'all') return forbidden()
    if (await isUsedUp(ctx))
      return conflict('Anggaran X bulan ini sudah terpakai seluruhnya. Ubahlah anggaran dahulu di halaman Biaya X.')
    await liftHalt(ctx)
    await sendWaitingPosts(ctx)
    return undefined
  })
}

/** A budget that was used up does not stop the month after it. What ran out at X stays for a person to fill up. */
export async function resumeWithNewBudget(ctx: Ctx): Promise<void> {
  if ((await findHalt(ctx))?.cause !== 'budget' || (await isUsedUp(ctx))) return
  await transaction(ctx, async (ctx) => {
    await liftHalt(ctx)
    await sendWaitingPosts(ctx)
  })
}
