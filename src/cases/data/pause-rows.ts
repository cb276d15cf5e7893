import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Database } from '../../platform/db/database.ts'
import { record } from '../../platform/events.ts'
import { newId } from '../../platform/id.ts'
import type { PauseReason } from '../pause.ts'
import type { CaseRow } from './case-rows.ts'
import type { PauseEnding } from './clock-tables.ts'

export type PauseRow = Selectable<Database['case_pause']>

/** All pauses of a case, the oldest first. */
export const readPauses = (ctx: Ctx, caseId: string): Promise<PauseRow[]> =>
  ctx.db.selectFrom('case_pause').selectAll().where('case_id', '=', caseId).orderBy('at').orderBy('id').execute()

export async function insertPause(
  ctx: Ctx,
  found: Pick<CaseRow, 'id' | 'agency_id'>,
  pause: { reason: PauseReason; note: string; limitAt: Date | null },
): Promise<void> {
  const { reason, note, limitAt } = pause
  await ctx.db
    .insertInto('case_pause')
    .values({
      id: newId(),
      case_id: found.id,
      agency_id: found.agency_id,
      reason_id: reason.id,
      reason_name: reason.name,
      limit_days: reason.limitDays,
      steps: JSON.stringify(reason.steps),
      ends_by_word: reason.endsByWord,
      note,
      at: ctx.now,
      by_id: 'id' in ctx.actor ? ctx.actor.id : null,
      by_name: 'name' in ctx.actor ? ctx.actor.name : '',
      limit_at: limitAt,
      ended_at: null,
      ended_how: null,
      ended_by: null,
    })
    .execute()
}

/** Ends the running pause of a case, at its limit at the latest, with one event. Without one nothing is done. */
export async function endPause(
  ctx: Ctx,
  found: Pick<CaseRow, 'id' | 'agency_id'>,
  { at, how }: { at: Date; how: PauseEnding },
): Promise<void> {
  const running = await ctx.db
    .selectFrom('case_pause')
    .selectAll()
    .where('case_id', '=', found.id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!running) return
  const atLimit = running.limit_at !== null && running.limit_at <= at
  const ended = atLimit ? { ended_at: running.limit_at, ended_how: 'limit' as const } : { ended_at: at, ended_how: how }
  await ctx.db
    .updateTable('case_pause')
    .set({ ...ended, ended_by: 'name' in ctx.actor ? ctx.actor.name : null })
    .where('id', '=', running.id)
    .execute()
  await record(ctx, 'case.resumed', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    before: { pausedAt: running.at },
    after: { how: ended.ended_how, at: ended.ended_at, pause: running.reason_name },
  })
}
