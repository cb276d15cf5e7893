import type { Action } from '../agencies/policy.ts'
import { scopeOf } from '../agencies/policy.ts'
import type { Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findBudget, spentIn } from './budget.ts'
import { billingMonth } from './charge-call.ts'
import { budgetState } from './cost.ts'
import './data/tables.ts'
import { findApprovalSteps } from './approval-rules.ts'
import { findAccounts } from './find-accounts.ts'
import { countOpenTasks } from './find-announcements.ts'
import { findPosts } from './find-posts.ts'
import { findHalt } from './halt.ts'
import { channelPaths } from './paths.ts'
import type { PostState } from './post.ts'
import { refuseEmergencyCheck, refuseToApprove } from './post-review.ts'

/** What of the channels waits for this person. */
export async function waitingInChannels(ctx: Ctx): Promise<Waiting[]> {
  const lines = [
    { text: 'Siaran tertahan, perlu keputusan', state: 'held', action: 'post.approve', urgent: true },
    { text: 'Siaran ditolak X', state: 'refused', action: 'post.write', urgent: true },
    { text: 'Siaran tidak terkirim', state: 'not-sent', action: 'post.write', urgent: true },
  ] as const
  const posts = await Promise.all(
    lines.map(async ({ text, state, action, urgent }) => {
      const href = channelPaths.posts.href({}, { keadaan: state })
      return { text, href, urgent, count: await countPosts(ctx, state, action) }
    }),
  )
  const others = [await toApprove(ctx), await toCheck(ctx), await plannedInVain(ctx), await announced(ctx)]
  return [...(await stopped(ctx)), ...posts, ...others, await unconnected(ctx)].filter(({ count }) => count > 0)
}

/** Those whose next step this person may pass. */
async function toApprove(ctx: Ctx): Promise<Waiting> {
  const href = channelPaths.posts.href({}, { keadaan: 'in-review' })
  const line = { text: 'Siaran menunggu persetujuan Anda', href, urgent: false }
  const scope = scopeOf(ctx.actor, 'post.approve')
  if (scope !== 'all' && scope.length === 0) return { ...line, count: 0 }
  const posts = await findPosts(ctx, { purpose: 'broadcast', state: 'in-review', limit: 200 })
  const agencies = [...new Set(posts.map(({ agencyId }) => agencyId))]
  const steps = new Map(await Promise.all(agencies.map(async (id) => [id, await findApprovalSteps(ctx, id)] as const)))
  const mine = posts.filter(
    (post) =>
      (scope === 'all' || scope.includes(post.agencyId)) &&
      refuseToApprove(post, post.version, steps.get(post.agencyId) ?? [], ctx.actor) === undefined,
  )
  return { ...line, count: mine.length }
}

/** Sent without approval and looked at by nobody yet. */
async function toCheck(ctx: Ctx): Promise<Waiting> {
  const href = channelPaths.posts.href({}, { darurat: 'ya' })
  const line = { text: 'Siaran darurat perlu diperiksa', href, urgent: true }
  const scope = scopeOf(ctx.actor, 'post.approve')
  if (scope !== 'all' && scope.length === 0) return { ...line, count: 0 }
  const posts = await findPosts(ctx, { purpose: 'broadcast', emergency: true, limit: 200 })
  const mine = posts.filter(
    (post) => (scope === 'all' || scope.includes(post.agencyId)) && refuseEmergencyCheck(post, ctx.actor) === undefined,
  )
  return { ...line, count: mine.length }
}

/** Approved for a time at which their account could not send, as it stands: told before they are late. */
async function plannedInVain(ctx: Ctx): Promise<Waiting> {
  const href = channelPaths.schedule.href()
  const line = { text: 'Siaran terjadwal pada akun yang tidak tersambung', href, urgent: true }
  const scope = scopeOf(ctx.actor, 'account.connect')
  if (scope !== 'all' && scope.length === 0) return { ...line, count: 0 }
  let query = ctx.db
    .selectFrom('post')
    .innerJoin('social_account as a', 'a.id', 'post.account_id')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('post.state', '=', 'approved')
    .where('post.purpose', '<>', 'answer')
    .where('a.state', '<>', 'connected')
  if (scope !== 'all') query = query.where('post.agency_id', 'in', [...scope])
  return { ...line, count: Number((await query.executeTakeFirstOrThrow()).count) }
}

async function announced(ctx: Ctx): Promise<Waiting> {
  const href = channelPaths.announcements.href({}, { tugas: 'saya' })
  return { text: 'Pengumuman kota perlu ditindaklanjuti', href, ...(await countOpenTasks(ctx)) }
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
    text: 'Akun perlu disambungkan lagi',
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
    .where('purpose', '<>', 'answer')
  if (scope !== 'all') query = query.where('agency_id', 'in', [...scope])
  return Number((await query.executeTakeFirstOrThrow()).count)
}
