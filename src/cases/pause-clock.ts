import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseToClassify } from './case.ts'
import { refuseText } from './case-text.ts'
import { known, pauseEnd } from './clock-end.ts'
import { type CaseRow, lastActBy, lockCase } from './data/case-rows.ts'
import { readClocks } from './data/clock-json.ts'
import { readMessages } from './data/message-rows.ts'
import { endPause, insertPause, readPauses } from './data/pause-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { reasonsToday } from './find-pause-reasons.ts'
import { clockTerms } from './find-rules.ts'
import { begunInShort } from './keep-clocks.ts'
import { refuseToPause } from './pause.ts'

export interface PauseInput {
  /** Id of the reason, as `reasonsToday` lists them. */
  reason: string
  /** What exactly is waited for. */
  note: string
}

/** Lets the clocks of a case stand still for a stated reason, until its limit at the latest. */
export async function pauseClock(
  ctx: Ctx,
  input: PauseInput & { ticket: string; version: number },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id) ?? (await refuseIfOld(ctx, found, input))
    if (refusal) return refusal
    const refused = await beginPause(ctx, found, input)
    if (refused) return refused
    await ctx.db
      .updateTable('cases')
      .set({ version: found.version + 1 })
      .where('id', '=', found.id)
      .execute()
    return { ticket: found.ticket }
  })
}

/**
 * The pause itself, for commands that pause as part of something else (a case that is put on hold). `found` is locked
 * and the actor was asked. Settles the clocks and records `case.paused`.
 */
export async function beginPause(ctx: Ctx, found: CaseRow, input: PauseInput): Promise<Refusal | undefined> {
  const note = cleanText(input.note)
  const wrong = refuseText(note, 'Keterangan', 500, 5)
  if (wrong) return invalid({ note: wrong })
  await endPastPause(ctx, found)
  const { clocks } = await ctx.db
    .selectFrom('cases')
    .select('clocks')
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  const reason = (await reasonsToday(ctx)).find(({ id }) => id === input.reason)
  const refusal = refuseToPause({
    state: found.state,
    clocks: readClocks(clocks),
    reason,
    wasAsked: await wasAsked(ctx, found.id),
    usedUp: (await readPauses(ctx, found.id)).filter((one) => one.ended_how === 'limit').map((one) => one.reason_id),
    now: ctx.now,
  })
  if (refusal) return refusal
  if (!reason) return invalid({ reason: 'Pilih alasan jeda.' })
  const { calendar } = await clockTerms(ctx, found.agency_id)
  const limitAt = known(() => pauseEnd(calendar, { from: ctx.now, to: null, limitDays: reason.limitDays }))
  await insertPause(ctx, found, { reason, note, limitAt })
  const { begun } = await settleClocks(ctx, found, `Dijeda: ${reason.name.toLowerCase()}.`)
  await record(ctx, 'case.paused', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    after: { pause: reason.name, limitAt, clocks: begunInShort(begun) },
  })
  return undefined
}

/** Lets the clocks go on before the limit. */
export async function resumeClock(
  ctx: Ctx,
  input: { ticket: string; version: number },
): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id) ?? (await refuseIfOld(ctx, found, input))
    if (refusal) return refusal
    await endPause(ctx, found, { at: ctx.now, how: 'resumed' })
    await settleClocks(ctx, found, 'Jeda diakhiri.')
    await ctx.db
      .updateTable('cases')
      .set({ version: found.version + 1 })
      .where('id', '=', found.id)
      .execute()
    return { ticket: found.ticket }
  })
}

/** A pause whose limit has passed is over, whether or not the job has noted it yet. */
async function endPastPause(ctx: Ctx, found: CaseRow): Promise<void> {
  const running = (await readPauses(ctx, found.id)).find(({ ended_at }) => ended_at === null)
  if (!running?.limit_at || running.limit_at > ctx.now) return
  await endPause(ctx, found, { at: ctx.now, how: 'limit' })
  await settleClocks(ctx, found, 'Jeda mencapai batas waktunya.')
}

const refuseIfOld = async (ctx: Ctx, found: CaseRow, { version }: { version: number }): Promise<Refusal | undefined> =>
  refuseToClassify(found, { version, lastActBy: await lastActBy(ctx, found.id) })

async function wasAsked(ctx: Ctx, caseId: string): Promise<boolean> {
  const said = (await readMessages(ctx, caseId)).filter(
    ({ author, state, automatic }) => author === 'citizen' || (state === 'public' && !automatic),
  )
  return said.at(-1)?.author === 'agency'
}
