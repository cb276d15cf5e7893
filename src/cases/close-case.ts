import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, type ClosingGround, refuseToClose } from './case.ts'
import { refuseText } from './case-text.ts'
import { type CaseRow, lastActBy, lockCase, toCase } from './data/case-rows.ts'
import { readMessages, waitingAnswer } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'

export interface Closing {
  ticket: string
  version: number
  /** Only where a word of the citizen stays without a new answer; then with a reason. */
  ground?: ClosingGround | undefined
  reason?: string | undefined
}

/** Closes an answered case. Within the time of rule `closing` a further word of the citizen opens it again. */
export async function closeCase(ctx: Ctx, input: Closing): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const ground = found.state === 'answered' ? null : (input.ground ?? null)
    const reason = ground && cleanText(input.reason ?? '')
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToClose(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        ground,
        wasAnswered: await wasAnswered(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      })
    if (refusal) return refusal
    const wrong = reason === null ? undefined : refuseText(reason, 'Alasan', 300, 5)
    if (wrong) return invalid({ reason: wrong })
    const closed = await saveClosure(ctx, found, ground, reason)
    await record(ctx, 'case.closed', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { state: found.state },
      after: { state: closed.state, ground, reason },
    })
    return toCase(closed)
  })
}

const wasAnswered = async (ctx: Ctx, caseId: string): Promise<boolean> =>
  (await readMessages(ctx, caseId)).some(
    ({ author, state, final }) => author === 'agency' && state === 'public' && final,
  )

/** A row for who closed it and why; clocks that ran are dropped, and kept as dropped. */
async function saveClosure(
  ctx: Ctx,
  found: CaseRow,
  ground: ClosingGround | null,
  reason: string | null,
): Promise<CaseRow> {
  await ctx.db
    .insertInto('case_closure')
    .values({
      id: newId(),
      case_id: found.id,
      at: ctx.now,
      by_name: 'name' in ctx.actor ? ctx.actor.name : '',
      ground,
      reason,
    })
    .execute()
  if (reason !== null) await settleClocks(ctx, found, `Ditutup tanpa jawaban baru: ${reason}`)
  const closed = { state: 'closed' as const, state_since: ctx.now, version: found.version + 1 }
  await ctx.db.updateTable('cases').set(closed).where('id', '=', found.id).execute()
  return { ...found, ...closed, next_step: null, next_due_at: null }
}
