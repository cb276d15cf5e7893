import { findAgencies } from '../../agencies/find-agencies.ts'
import { may, scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { later } from '../../platform/queue/queue.ts'
import { forbidden, invalid, isRefusal } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import { isPlatform } from '../account.ts'
import { isStanding } from '../account-standing.ts'
import { adapterFor } from '../adapters.ts'
import { beginConnecting, finishConnecting } from '../connect-account.ts'
import { connectWithToken } from '../connect-with-token.ts'
import { beginMailbox } from '../email/connect-mailbox.ts'
import { findAccount, findAccounts } from '../find-accounts.ts'
import { withStandings } from '../find-standings.ts'
import { findHalt } from '../halt.ts'
import { mentionLook } from '../look-for-mentions.ts'
import { loseAccess } from '../lose-access.ts'
import { channelPaths } from '../paths.ts'
import { registerAccount } from '../register-account.ts'
import { resumeCalls } from '../resume-calls.ts'
import { secondsOf } from '../setting.ts'
import { AccountPage } from './account-page.tsx'
import { accountProps } from './account-props.ts'
import { AccountsPage } from './accounts-page.tsx'

/** What both pages with accounts on them show. */
async function accountsProps(ctx: Ctx, frame: Frame, query = new URLSearchParams()) {
  const [accounts, agencies, halt] = await Promise.all([
    findAccounts(ctx).then((all) => withStandings(ctx, all)),
    findAgencies(ctx),
    findHalt(ctx),
  ])
  const filter = { agencyId: query.get('perangkat') ?? '', standing: query.get('keadaan') ?? '' }
  const shown = accounts.filter(
    ({ agencyId, standing }) =>
      (filter.agencyId === '' || agencyId === filter.agencyId) &&
      (!isStanding(filter.standing) || standing === filter.standing),
  )
  const scope = scopeOf(ctx.actor, 'account.read')
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  return {
    frame,
    halt,
    filter,
    accounts: shown.map((account) => ({ ...account, agency: names.get(account.agencyId) ?? account.agencyId })),
    without: agencies.filter(
      ({ id }) => (scope === 'all' || scope.includes(id)) && !accounts.some(({ agencyId }) => agencyId === id),
    ),
    dormantDays: await secondsOf(ctx, 'dormant-days'),
    agencies: agencies.filter(({ id }) => may(ctx.actor, 'account.connect', id)),
    mayResume: scopeOf(ctx.actor, 'account.connect') === 'all',
  }
}

export const accountRoutes = [
  get(channelPaths.accounts, 'account.read', async (ctx, { frame, query }) =>
    html(<AccountsPage {...(await accountsProps(ctx, frame, query))} />),
  ),

  post(channelPaths.accounts, 'account.connect', async (ctx, { frame, field }) => {
    const input = {
      agencyId: field('agencyId'),
      platform: field('platform') || 'x',
      handle: field('handle'),
      server: field('server'),
      holder: field('holder'),
      recovery: field('recovery'),
    }
    const { platform } = input
    const done = isPlatform(platform)
      ? await registerAccount(ctx, { ...input, platform })
      : invalid({ platform: 'Pilih salah satu kanal.' })
    if (!isRefusal(done)) {
      const next = adapterFor(done.platform) ? 'Sambungkanlah agar pesan warga masuk.' : 'Catatlah siarannya di sini.'
      return seeOther(channelPaths.account.href({ id: done.id }), `Akun terdaftar. ${next}`)
    }
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

  post(channelPaths.tokens, 'account.connect', async (ctx, { frame, params, field }) => {
    const { id = '' } = params
    const done = await connectWithToken(ctx, { accountId: id, token: field('token') })
    if (!isRefusal(done)) return seeOther(channelPaths.account.href({ id }), 'Akun tersambung ke Mastodon.')
    const props = await accountProps(ctx, frame, await findAccount(ctx, id))
    return refused(done, (errors) => <AccountPage {...props} errors={errors} />)
  }),

  post(channelPaths.mailTests, 'account.connect', async (ctx, { frame, params }) => {
    const { id = '' } = params
    const done = await beginMailbox(ctx, { accountId: id })
    if (!isRefusal(done))
      return seeOther(channelPaths.account.href({ id }), 'Surel uji terkirim. Muat ulang halaman ini sebentar lagi.')
    const props = await accountProps(ctx, frame, await findAccount(ctx, id))
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
