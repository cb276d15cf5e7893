import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/id.ts'
import type { Clock } from '../sla-clock.ts'
import type { ClockStep } from '../sla-rule.ts'
import type { CaseClockTable } from './tables.ts'

type ClockRow = Selectable<CaseClockTable>

/** A clock as it is kept, with the reason where it was computed anew since. */
export interface KeptClock extends Clock {
  id: string
  supersededAt: Date | null
  supersededReason: string | null
}

/** All clocks a case has had, oldest first. */
export async function readClocks(ctx: Ctx, caseId: string): Promise<KeptClock[]> {
  const rows = await ctx.db
    .selectFrom('case_clock')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toClock)
}

export const toClock = (row: ClockRow): KeptClock => ({
  id: row.id,
  step: row.step as ClockStep,
  ruleId: row.rule_id,
  days: row.days,
  startedAt: row.started_at,
  dueAt: row.due_at,
  unknownYear: row.unknown_year,
  stoppedAt: row.stopped_at,
  supersededAt: row.superseded_at,
  supersededReason: row.superseded_reason,
})

export async function insertClocks(ctx: Ctx, caseId: string, clocks: readonly Clock[]): Promise<void> {
  if (clocks.length === 0) return
  await ctx.db
    .insertInto('case_clock')
    .values(
      clocks.map((clock) => ({
        id: newId(),
        case_id: caseId,
        step: clock.step,
        rule_id: clock.ruleId,
        days: clock.days,
        started_at: clock.startedAt,
        due_at: clock.dueAt,
        unknown_year: clock.unknownYear,
        stopped_at: clock.stoppedAt,
        superseded_at: null,
        superseded_reason: null,
        created_at: ctx.now,
      })),
    )
    .execute()
}

/** Keeps a clock as it was, with the reason why another one takes its place. */
export async function supersede(ctx: Ctx, clock: KeptClock, reason: string): Promise<void> {
  await ctx.db
    .updateTable('case_clock')
    .set({ superseded_at: ctx.now, superseded_reason: reason })
    .where('id', '=', clock.id)
    .execute()
}

export async function stopClock(ctx: Ctx, clock: KeptClock, at: Date): Promise<void> {
  await ctx.db.updateTable('case_clock').set({ stopped_at: at }).where('id', '=', clock.id).execute()
}
