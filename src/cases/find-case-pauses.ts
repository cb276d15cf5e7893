import type { Ctx } from '../platform/ctx.ts'
import type { PauseEnding } from './data/clock-tables.ts'
import { readPauses } from './data/pause-rows.ts'

/** A pause of a case, as staff see it. */
export interface CasePause {
  reason: string
  note: string
  at: Date
  by: string
  limitAt: Date | null
  endedAt: Date | null
  how: PauseEnding | null
}

/** The oldest first. One whose limit has passed is over, whether or not it was noted. */
export const findCasePauses = async (ctx: Ctx, caseId: string): Promise<CasePause[]> =>
  (await readPauses(ctx, caseId)).map((row) => {
    const past = row.ended_at === null && row.limit_at !== null && row.limit_at <= ctx.now
    return {
      reason: row.reason_name,
      note: row.note,
      at: row.at,
      by: row.by_name,
      limitAt: row.limit_at,
      endedAt: past ? row.limit_at : row.ended_at,
      how: past ? 'limit' : row.ended_how,
    }
  })
