import type { Ctx } from '../../platform/ctx.ts'
import type { CityRecap } from '../recap.ts'
import './tables.ts'

/** The newest forwarded edition, as it was sent. */
export async function readRecap(ctx: Ctx, month: string): Promise<CityRecap | undefined> {
  const row = await ctx.db
    .selectFrom('city_recap')
    .select('content')
    .where('month', '=', month)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.content
}

/** The newest forwarded edition of each month, newest month first. */
export async function readRecaps(ctx: Ctx): Promise<{ month: string; edition: number; forwardedAt: Date }[]> {
  return ctx.db
    .selectFrom('city_recap')
    .distinctOn('month')
    .select(['month', 'edition', 'forwarded_at as forwardedAt'])
    .orderBy('month', 'desc')
    .orderBy('edition', 'desc')
    .execute()
}
