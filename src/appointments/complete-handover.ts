import { sql } from 'kysely'
import { lockPerson } from '../people/lock.ts'
import type { GoneOver } from '../platform/area.ts'
import { endAllSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { job } from '../platform/queue/queue.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'

/**
 * On the newcomer's first day: every area gives what the leaver had begun to the newcomer, and the leaver is signed
 * out everywhere; with no other office left, the account is locked. Done twice, nothing happens.
 */
export async function completeHandover(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const row = await ctx.db.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row || row.done_at !== null || row.day > dayInWib(ctx.now)) return
    const newcomer = await ctx.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('id', '=', row.newcomer_id)
      .executeTakeFirstOrThrow()
    const post = { agencyId: row.agency_id, leaverId: row.leaver_id, newcomer }
    const wentOver: GoneOver[] = []
    for (const area of ctx.platform.areas) wentOver.push(...((await area.handOver?.(ctx, post)) ?? []))
    await ctx.db
      .updateTable('handover')
      .set({ went_over: sql`${JSON.stringify(wentOver)}::jsonb`, done_at: ctx.now })
      .where('id', '=', id)
      .execute()
    if (row.leaver_id !== null) await letGo(ctx, row.leaver_id)
    await record(ctx, 'handover.done', { thing: 'handover', id, agencyId: row.agency_id, after: { wentOver } })
  })
}

async function letGo(ctx: Ctx, personId: string): Promise<void> {
  await endAllSessions(ctx, personId)
  const other = await ctx.db
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>', dayInWib(ctx.now))]))
    .executeTakeFirst()
  if (!other) await lockPerson(ctx, { personId, reason: 'masa jabatan sudah berakhir' })
}

export const completing = job<{ id: string }>({ name: 'appointments.complete-handover', run: completeHandover })
