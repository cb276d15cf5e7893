import type { Action } from '../agencies/policy.ts'
import { scopeOf } from '../agencies/policy.ts'
import type { Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findBudget, spentIn } from './budget.ts'
import { billingMonth } from './charge-call.ts'
import { budgetState } from './cost.ts'
import './data/tables.ts'
import { findAccounts } from './find-accounts.ts'
import { findHalt } from './halt.ts'
import { channelPaths } from './paths.ts'
import type { PostState } from './post.ts'

/** What of the channels waits for this person. */
export async function waitingInChannels(ctx: Ctx): Promise<Waiting[]> {
  const lines = [
    { text: 'Siaran menunggu persetujuan Anda', state: 'in-review', action: 'post.approve', urgent: false },
    { text: 'Siaran ditolak X', state: 'refused', action: 'post.write', urgent: true },
    { text: 'Siaran tidak terkirim', state: 'not-sent', action: 'post.write', urgent: true },
  ] as const
  const posts = await Promise.all(
    lines.map(async ({ text, state, action, urgent }) => {
      const href = channelPaths.posts.href({}, { keadaan: state })
      return { text, href, urgent, count: await countPosts(ctx, state, action) }
    }),
  )
  return [...(await stopped(ctx)), ...posts, await unconnected(ctx)].filter(({ count }) => count > 0)
}

async function stopped(ctx: Ctx): Promise<Waiting[]> {
  if (scopeOf(ctx.actor, 'account.connect') !== 'all') return []
  const halt = await findHalt(ctx)
  if (!halt) return nearBudget(ctx)
  const text = halt.cause === 'budget' ? 'X berhenti: anggaran habis' : 'X berhenti: kredit habis'
  return [{ text, href: channelPaths.accounts.href(), count: 1, urgent: true }]
}

/** The month's budget is nearly used up, or used up and calls go on. */
async function nearBudget(ctx: Ctx): Promise<Waiting[]> {
  const month = billingMonth(ctx.now)
  const budget = await findBudget(ctx, month)
  const state = budget ? budgetState(await spentIn(ctx, month), budget) : 'none'
  if (state === 'none' || state === 'within') return []
  const text = state === 'near' ? 'Anggaran X hampir terpakai' : 'Anggaran X terpakai seluruhnya'
  return [{ text, href: channelPaths.cost.href(), count: 1, urgent: true }]
}

async function unconnected(ctx: Ctx): Promise<Waiting> {
  const scope = scopeOf(ctx.actor, 'account.connect')
  const broken = (await findAccounts(ctx)).filter(
    ({ state, agencyId }) => state === 'needs-reconnecting' && (scope === 'all' || scope.includes(agencyId)),
  )
  return {
    text: 'Akun X perlu disambungkan lagi',
    href: channelPaths.accounts.href(),
    count: broken.length,
    urgent: true,
  }
}

async function countPosts(ctx: Ctx, state: PostState, action: Action): Promise<number> {
  const scope = scopeOf(ctx.actor, action)
  if (scope !== 'all' && scope.length === 0) return 0
  let query = ctx.db
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', state)
    .where('purpose', '=', 'broadcast')
  if (scope !== 'all') query = query.where('agency_id', 'in', [...scope])
  return Number((await query.executeTakeFirstOrThrow()).count)
}
