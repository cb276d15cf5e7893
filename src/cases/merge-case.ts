import { refuseUnless, scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { type Case, refuseToClose } from './case.ts'
import { type CaseRow, lastActBy, lockCase, lockCaseById, toCase } from './data/case-rows.ts'
import { readClocks, writeClocks } from './data/clock-json.ts'
import { saveClosure } from './data/closure-rows.ts'
import { waitingAnswer } from './data/message-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import './data/tables.ts'
import { begunInShort } from './keep-clocks.ts'
import { refuseToMerge, refuseToPart } from './merge.ts'
import { parseTicket } from './ticket.ts'

/**
 * Merges a case into another one of the same citizen: it closes as a duplicate, not as solved; its ticket leads to the
 * other, where the words of both are shown. For who answers for the agencies of both, and for Diskominfostandi, which
 * sees the whole city: a citizen who wrote to two agencies is answered by the first. Throws `Missing`.
 */
export async function mergeCase(
  ctx: Ctx,
  input: { ticket: string; into: string; version: number },
): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const ticket = parseTicket(input.into)
    if (ticket === null) return invalid({ into: 'Nomor tiket berbentuk KB-XXXX-XXXX.' })
    // In one order always, so that two merges at once wait for each other.
    const [one, other] = input.ticket < ticket ? [input.ticket, ticket] : [ticket, input.ticket]
    const locked = [await lockCase(ctx, one), await lockCase(ctx, other)]
    const found = locked.find((row) => row.ticket === input.ticket)
    const into = locked.find((row) => row.ticket === ticket)
    if (!found || !into) return invalid({ into: 'Tiket ini tidak ada. Periksa kembali.' })
    const refusal =
      refuseForAgencies(ctx, found, into) ??
      refuseToClose(found, {
        version: input.version,
        lastActBy: await lastActBy(ctx, found.id),
        waiting: await waitingAnswer(ctx, found.id),
      }) ??
      refuseToMerge(await sideOf(ctx, found), await sideOf(ctx, into))
    if (refusal) return refusal
    await ctx.db.updateTable('cases').set({ merged_into_id: into.id }).where('id', '=', found.id).execute()
    const closed = await saveClosure(ctx, found, { outcome: 'duplicate', detail: { ticket: into.ticket } })
    await record(ctx, 'case.merged', { ...about(found), after: { ticket: into.ticket } })
    await record(ctx, 'case.took-in', { ...about(into), after: { ticket: found.ticket } })
    return toCase(closed)
  })
}

/** Undoes a merge: the case is open again with the clocks it had, as if it had never been closed. */
export async function partCase(ctx: Ctx, input: { ticket: string; version: number }): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal =
      refuseForAgencies(ctx, found) ??
      refuseToPart({ merged: found.merged_into_id !== null, state: found.state }) ??
      (input.version === found.version
        ? undefined
        : conflict(`Kasus ini baru saja diubah oleh ${await lastActBy(ctx, found.id)}.`))
    if (refusal) return refusal
    const into = await lockCaseById(ctx, found.merged_into_id ?? '')
    await undoClosing(ctx, found)
    const parted = await lockCaseById(ctx, found.id)
    const { clocks } = await settleClocks(ctx, parted, 'Penggabungan dibatalkan.')
    const running = clocks.filter(({ stoppedAt }) => stoppedAt === null)
    const reason = `penggabungan dengan ${into.ticket} dibatalkan`
    await record(ctx, 'case.reopened', { ...about(found), after: { clocks: begunInShort(running), reason } })
    await record(ctx, 'case.gave-back', { ...about(into), after: { ticket: found.ticket } })
    return toCase(await lockCaseById(ctx, found.id))
  })
}

function refuseForAgencies(ctx: Ctx, ...cases: readonly CaseRow[]): Refusal | undefined {
  if (scopeOf(ctx.actor, 'case.work') === 'all') return undefined
  return cases.map(({ agency_id }) => refuseUnless(ctx.actor, 'case.answer', agency_id)).find((refusal) => refusal)
}

/** The closing of the merge no longer holds; the clocks it stopped run on as they were. */
async function undoClosing(ctx: Ctx, found: CaseRow): Promise<void> {
  const closing = await ctx.db
    .updateTable('case_closure')
    .set({ undone_at: ctx.now })
    .where('id', '=', (sub) =>
      sub
        .selectFrom('case_closure as last')
        .select('last.id')
        .where('last.case_id', '=', found.id)
        .where('last.undone_at', 'is', null)
        .orderBy('last.at', 'desc')
        .limit(1),
    )
    .returning('at')
    .executeTakeFirstOrThrow()
  const clocks = readClocks(found.clocks).map((clock) =>
    clock.stoppedBy === 'closing' && clock.stoppedAt?.getTime() === closing.at.getTime()
      ? { ...clock, stoppedAt: null, stoppedBy: null }
      : clock,
  )
  await ctx.db
    .updateTable('cases')
    .set({ merged_into_id: null, clocks: writeClocks(clocks), version: found.version + 1 })
    .where('id', '=', found.id)
    .execute()
}

async function sideOf(ctx: Ctx, { id, agency_id, state, received_at, merged_into_id, reporter_id }: CaseRow) {
  const reporter = await ctx.db
    .selectFrom('reporter')
    .select('citizen_key')
    .where('id', '=', reporter_id)
    .executeTakeFirst()
  const citizenKey = reporter?.citizen_key ?? null
  return { id, agencyId: agency_id, state, receivedAt: received_at, merged: merged_into_id !== null, citizenKey }
}

const about = ({ id, agency_id }: CaseRow) => ({ thing: 'case', id, agencyId: agency_id })
