import '../agencies/data/tables.ts'
import type { Ctx } from '../platform/ctx.ts'

/** Puts an agency of this id into the register, if it is not there. */
export async function addBenchAgency(ctx: Ctx, id: string): Promise<void> {
  const at = { recorded_at: ctx.now, from_day: '2017-01-01', kind: 'department' } as const
  const added = await ctx.db
    .insertInto('agency')
    .values({ id, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  const name = { agency_id: id, name: `Dinas ${id}`, abbreviation: id, host: `${id}.bekasikota.go.id` }
  await ctx.db
    .insertInto('agency_name')
    .values({ ...name, ...at })
    .execute()
}
