import type { Ctx } from '../platform/ctx.ts'
import { addMonths, dayInWib, monthRange } from '../platform/time.ts'
import type { AccountState, Platform } from './account.ts'
import { type Standing, standingOf, standings } from './account-standing.ts'
import { daysSince } from './activity.ts'
import { secondsOf } from './setting.ts'
import './data/hand-tables.ts'
import './data/tables.ts'

/** An account as it stood when a month ended; in the running month, as it stands. */
export interface AccountAtEnd {
  platform: Platform
  handle: string
  standing: Standing
  /** For the report: `mati suri, 120 hari tanpa siaran`. */
  words: string
}

const stateAfter: Readonly<Record<string, AccountState>> = {
  'account.registered': 'active',
  'account.connected': 'connected',
  'account.disconnected': 'needs-reconnecting',
  'account.access-lost': 'lost-access',
}

/** The accounts of an agency at the end of a month (WIB, `YYYY-MM`), from events: the same for ever. */
export async function accountsAtEnd(ctx: Ctx, agencyId: string, month: string): Promise<AccountAtEnd[]> {
  const { to } = monthRange(month)
  const end = to < ctx.now ? new Date(to.getTime() - 1) : ctx.now
  const accounts = await ctx.db
    .selectFrom('social_account')
    .select(['id', 'platform', 'handle', 'created_at as createdAt'])
    .where('agency_id', '=', agencyId)
    .where('created_at', '<=', end)
    .orderBy('platform')
    .orderBy('handle')
    .execute()
  const limit = await secondsOf(ctx, 'dormant-days')
  const stood: AccountAtEnd[] = []
  for (const { id, platform, handle, createdAt } of accounts) {
    const last = await lastSaid(ctx, id, end, month)
    const standing = standingOf({ platform, state: await stateAt(ctx, id, end), last, createdAt }, end, limit)
    const days = daysSince(last, end)
    const since = days === null ? 'belum pernah ada siaran' : `${days} hari tanpa siaran`
    const words = standings[standing].toLowerCase() + (standing === 'dormant' ? `, ${since}` : '')
    stood.push({ platform, handle, standing, words })
  }
  return stood
}

async function stateAt(ctx: Ctx, id: string, at: Date): Promise<AccountState> {
  const event = await ctx.db
    .selectFrom('event')
    .select('action')
    .where('thing', '=', 'account')
    .where('thing_id', '=', id)
    .where('action', 'in', Object.keys(stateAfter))
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return stateAfter[event?.action ?? ''] ?? 'active'
}

async function lastSaid(ctx: Ctx, id: string, at: Date, month: string): Promise<Date | null> {
  const sent = await ctx.db
    .selectFrom('post')
    .select(({ fn }) => fn.max('published_at').as('last'))
    .where('account_id', '=', id)
    .where('purpose', '=', 'broadcast')
    .where('state', '=', 'published')
    .where('published_at', '<=', at)
    .executeTakeFirst()
  const days = await secondsOf(ctx, 'hand-post-days')
  const noted = await ctx.db
    .selectFrom('hand_post')
    .select(({ fn }) => fn.max('day').as('last'))
    .where('account_id', '=', id)
    .where('day', '<', `${addMonths(month, 1)}-01`)
    .where('day', '<=', dayInWib(at))
    .where('noted_at', '<', new Date(monthRange(month).to.getTime() + days * 86_400_000))
    .executeTakeFirst()
  const both = [sent?.last ?? null, noted?.last ? new Date(`${noted.last}T12:00:00+07:00`) : null]
  const times = both.flatMap((one) => one?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.max(...times)) : null
}
