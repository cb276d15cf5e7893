import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { transaction } from '../platform/transaction.ts'
import './data/tables.ts'

/** All calls to a platform have stopped. */
export interface Halt {
  reason: string
  since: Date
  /** The credit at X is used up, or the city's own budget of the month. */
  cause: HaltCause
}

const reasons = {
  credit: 'Kredit aplikasi X habis atau batas bulanannya tercapai.',
  budget: 'Anggaran X bulan ini sudah terpakai seluruhnya.',
} as const
export type HaltCause = keyof typeof reasons

/** Whether nothing may be asked of X now, and why. */
export async function findHalt(ctx: Ctx): Promise<Halt | undefined> {
  return ctx.db
    .selectFrom('channel_halt')
    .select(['reason', 'since', sql<HaltCause>`cause`.as('cause')])
    .where('platform', '=', 'x')
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
}

/** Waiting does not help, so every call of the app stops until a person has seen to it. */
export async function haltCalls(ctx: Ctx, cause: HaltCause): Promise<void> {
  await transaction({ ...ctx, now: ctx.platform.clock() }, async (ctx) => {
    const reason = reasons[cause]
    const { rows } = await sql`
      insert into channel_halt (id, platform, reason, cause, since) values (${newId()}, 'x', ${reason}, ${cause}, ${ctx.now})
      on conflict do nothing returning id`.execute(ctx.db)
    if (rows.length > 0)
      await record(ctx, 'channel.halted', { thing: 'channel', id: 'x', agencyId: null, after: { reason, cause } })
  })
}

/** Calls may be made again. */
export async function liftHalt(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('channel_halt')
    .set({ lifted_at: ctx.now, lifted_by: 'name' in ctx.actor ? ctx.actor.name : '' })
    .where('platform', '=', 'x')
    .where('lifted_at', 'is', null)
    .execute()
  await record(ctx, 'channel.resumed', { thing: 'channel', id: 'x', agencyId: null })
}
