import { findAgencies, findAgency } from '../../agencies/find-agencies.ts'
import { may, scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { later } from '../../platform/queue/queue.ts'
import { type FieldErrors, forbidden, isRefusal } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import type { SocialAccount } from '../account.ts'
import { daysSince } from '../activity.ts'
import { beginConnecting, finishConnecting } from '../connect-account.ts'
import { findAccount, findAccounts } from '../find-accounts.ts'
import { lastBroadcasts } from '../find-activity.ts'
import { findMessages } from '../find-messages.ts'
import { findHalt } from '../halt.ts'
import { findGaps } from '../keep-gap.ts'
import { mentionLook } from '../look-for-mentions.ts'
import { loseAccess } from '../lose-access.ts'
import { channelPaths } from '../paths.ts'
import { registerAccount } from '../register-account.ts'
import { resumeCalls } from '../resume-calls.ts'
import { AccountPage } from './account-page.tsx'
import { AccountsPage } from './accounts-page.tsx'

/** What both pages with accounts on them show. */
async function accountsProps(ctx: Ctx, frame: Frame) {
  const [accounts, agencies, last, halt] = await Promise.all([
    findAccounts(ctx),
    findAgencies(ctx),
    lastBroadcasts(ctx),
    findHalt(ctx),
  ])
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  return {
    frame,
    halt,
    accounts: accounts.map((account) => ({
      ...account,
      agency: names.get(account.agencyId) ?? account.agencyId,
      daysWithoutPost: daysSince(last.get(account.id) ?? null, ctx.now),
    })),
    agencies: agencies.filter(({ id }) => may(ctx.actor, 'account.connect', id)),
    mayResume: scopeOf(ctx.actor, 'account.connect') === 'all',
  }
}

async function accountProps(ctx: Ctx, frame: Frame, account: SocialAccount, errors: FieldErrors = {}) {
  const [agency, messages, gaps] = await Promise.all([
    findAgency(ctx, account.agencyId),
    findMessages(ctx, { accountId: account.id, limit: 20 }),
    findGaps(ctx, account.id),
  ])
  const mayConnect = may(ctx.actor, 'account.connect', account.agencyId)
  return { frame, account, agency: agency.name, mayConnect, messages, gaps, errors }
}

export const accountRoutes = [
  get(channelPaths.accounts, 'account.read', async (ctx, { frame }) =>
    html(<AccountsPage {...(await accountsProps(ctx, frame))} />),
  ),

  post(channelPaths.accounts, 'account.connect', async (ctx, { frame, field }) => {
    const input = { agencyId: field('agencyId'), handle: field('handle'), holder: field('holder') }
    const done = await registerAccount(ctx, input)
    if (!isRefusal(done))
      return seeOther(channelPaths.account.href({ id: done.id }), 'Akun terdaftar. Sambungkan ke X.')
    const props = await accountsProps(ctx, frame)
    return refused(done, (errors) => <AccountsPage {...props} input={input} errors={errors} />)
  }),

  get(channelPaths.returned, 'account.connect', async (ctx, { frame, query }) => {
    const answer = (name: string) => query.get(name) ?? ''
    const done = await finishConnecting(ctx, { state: answer('state'), code: answer('code') })
    if (isRefusal(done)) {
      const props = await accountsProps(ctx, frame)
      return refused(done, (errors) => <AccountsPage {...props} refusal={errors['']} />)
    }
    return seeOther(channelPaths.account.href({ id: done.id }), `@${done.handle} tersambung ke X.`)
  }),

  post(channelPaths.resumption, 'account.connect', async (ctx) => {
    const done = await resumeCalls(ctx)
    return done ?? seeOther(channelPaths.accounts.href(), 'Pengiriman dan pemeriksaan X berjalan lagi.')
  }),

  get(channelPaths.account, 'account.read', async (ctx, { frame, params }) => {
    const account = await findAccount(ctx, params.id ?? '')
    return html(<AccountPage {...(await accountProps(ctx, frame, account))} />)
  }),

  post(channelPaths.connections, 'account.connect', async (ctx, { frame, params }) => {
    const done = await beginConnecting(ctx, { accountId: params.id ?? '' })
    if (!isRefusal(done)) return seeOther(done.url)
    const props = await accountProps(ctx, frame, await findAccount(ctx, params.id ?? ''))
    return refused(done, (errors) => <AccountPage {...props} errors={errors} />)
  }),

  post(channelPaths.looks, 'account.connect', async (ctx, { params }) => {
    const account = await findAccount(ctx, params.id ?? '')
    if (!may(ctx.actor, 'account.connect', account.agencyId)) return forbidden()
    await transaction(ctx, (ctx) => later(ctx, mentionLook, { accountId: account.id }, { onlyOne: account.id }))
    return seeOther(
      channelPaths.account.href({ id: account.id }),
      'Sebutan sedang diperiksa. Muat ulang halaman ini sebentar lagi.',
    )
  }),

  post(channelPaths.losses, 'account.connect', async (ctx, { params }) => {
    const done = await loseAccess(ctx, { accountId: params.id ?? '' })
    if (isRefusal(done)) return done
    return seeOther(channelPaths.account.href({ id: done.id }), 'Tercatat: akses ke akun ini hilang.')
  }),
]
