import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

export type SettingName =
  | 'sending-limit'
  | 'first-look'
  | 'second-look'
  | 'first-mentions'
  | 'late-after'
  | 'near-copy-percent'
  | 'near-copy-days'
  | 'new-dialect'
  | 'look-overlap'
  | 'own-look'
  | 'recheck-every'
  | 'recheck-days'
  | 'dormant-days'
  | 'hand-post-days'
  | 'mail-bytes'
  | 'mails-per-hour'

/** A wait in seconds, or another number by its name, as it holds today. */
export async function secondsOf(ctx: Ctx, name: SettingName): Promise<number> {
  const { value } = await ctx.db
    .selectFrom('channel_setting')
    .select('value')
    .where('name', '=', name)
    .where('from_day', '<=', dayInWib(ctx.now))
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return value
}

export const inSeconds = (from: Date, seconds: number): Date => new Date(from.getTime() + seconds * 1000)
