import type { Ctx } from '../platform/ctx.ts'
import { heldOn, kindOrder } from './data/agency-rows.ts'
import { periodOf } from './data/timelines.ts'
import { exportRow } from './import-plan.ts'

/** The whole register of `day`, row by row as an import expects it (`importColumns`), in the city's order. */
export async function exportRegister(ctx: Ctx, day: string): Promise<(string | null)[][]> {
  const rows = await heldOn(ctx, day)
    .selectAll('n')
    .orderBy(kindOrder)
    .orderBy('n.name')
    .orderBy('n.agency_id')
    .execute()
  return rows.map((row) => exportRow(row.agency_id, periodOf(row)))
}
