import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, caseClasses, caseKinds, isCaseClass, isCaseKind, refuseToClassify } from './case.ts'
import { lastActBy, lockCase, toCase } from './data/case-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { begunInShort } from './keep-clocks.ts'

/**
 * Changes what a case is. Clocks that run are computed anew from the day of receipt; the former ends are kept with
 * the reason. A class only fits a complaint: for any other kind it becomes `plain`.
 */
export async function classifyCase(
  ctx: Ctx,
  input: { ticket: string; kind: string; class: string; version: number },
): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseUnless(ctx.actor, 'case.answer', found.agency_id) ??
      refuseToClassify(found, { version: input.version, lastActBy: await lastActBy(ctx, found.id) })
    if (refusal) return refusal
    if (!isCaseKind(input.kind)) return invalid({ kind: 'Pilih jenis kasus.' })
    if (!isCaseClass(input.class)) return invalid({ class: 'Pilih kelas pengaduan.' })
    const change = { kind: input.kind, class: input.kind === 'complaint' ? input.class : ('plain' as const) }
    if (change.kind === found.kind && change.class === found.class) return toCase(found)
    const changed = { ...found, ...change, version: found.version + 1 }
    await ctx.db
      .updateTable('cases')
      .set({ ...change, version: changed.version })
      .where('id', '=', found.id)
      .execute()
    const words = `Diubah menjadi ${caseKinds[change.kind]}, ${caseClasses[change.class].toLowerCase()}.`
    const { begun } = await settleClocks(ctx, changed, words)
    await record(ctx, 'case.classified', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { kind: found.kind, class: found.class },
      after: { ...change, clocks: begunInShort(begun) },
    })
    return toCase(changed)
  })
}
