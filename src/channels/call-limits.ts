import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import './data/call-tables.ts'
import type { ToldLimit } from './x/told-limit.ts'

/** Whose windows a call counts against: those of the account whose token asks, and those of the whole app. */
const scopesOf = (accountId: string | null): string[] => (accountId === null ? ['app'] : [accountId, 'app'])

/**
 * Takes one call out of the windows that X has told us about; answers when to come again, if one of them is full. Two
 * workers never take the same last call.
 */
export async function takeCall(ctx: Ctx, accountId: string | null, call: string): Promise<Date | null> {
  const now = ctx.platform.clock()
  const { rows } = await sql<{ until: Date | null }>`
    with known as (
      select scope, span, remaining, resets_at from channel_limit
      where scope = any(${scopesOf(accountId)}::text[]) and call = ${call} and resets_at > ${now}
      order by scope, span for update),
    taken as (
      update channel_limit l set remaining = l.remaining - 1 from known
      where l.scope = known.scope and l.call = ${call} and l.span = known.span
        and not exists (select from known where remaining <= 0))
    select max(resets_at) as until from known where remaining <= 0`.execute(ctx.db)
  return rows[0]?.until ?? null
}

/** Windows told within so many seconds of each other are the same one. */
const sameWindow = '5 seconds'

/** Keeps what an answer told. An answer that was overtaken by a later one never gives calls back. */
export async function keepLimits(
  ctx: Ctx,
  accountId: string | null,
  call: string,
  told: readonly ToldLimit[],
): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ window, allowed, remaining, resetsAt }) => ({
    scope: window === 'day' ? 'app' : (accountId ?? 'app'),
    span: window,
    ...{ allowed, remaining, resets_at: resetsAt },
  }))
  await sql`
    insert into channel_limit as kept (scope, call, span, allowed, remaining, resets_at)
    select scope, ${call}, span, allowed, remaining, resets_at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (scope text, span text, allowed integer, remaining integer, resets_at timestamptz)
    order by scope, span
    on conflict (scope, call, span) do update set
      allowed = excluded.allowed,
      remaining = case when excluded.resets_at <= kept.resets_at + ${sameWindow}::interval
                       then least(kept.remaining, excluded.remaining) else excluded.remaining end,
      resets_at = greatest(kept.resets_at, excluded.resets_at)
    where excluded.resets_at >= kept.resets_at - ${sameWindow}::interval`.execute(ctx.db)
}
