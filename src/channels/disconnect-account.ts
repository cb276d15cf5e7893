import { holdersOf } from '../agencies/find-people.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { dayInWib, formatInstant } from '../platform/time.ts'
import { platforms } from './account.ts'
import { type AccountRow, lockAccount, saveAccountState } from './data/account-rows.ts'
import { channelPaths } from './paths.ts'

/**
 * The platform no longer takes the tokens of this account: it must be connected again. Tells those of the agency who can do it, at
 * once by mail and on /beranda; history, mark and waiting posts stay. Inside a transaction.
 */
export async function disconnectAccount(ctx: Ctx, accountId: string): Promise<void> {
  const account = await lockAccount(ctx, accountId)
  if (account.state !== 'connected') return
  await saveAccountState(ctx, account, 'needs-reconnecting')
  await record(ctx, 'account.disconnected', {
    thing: 'account',
    id: account.id,
    agencyId: account.agency_id,
    before: { state: 'connected' },
    after: { state: 'needs-reconnecting' },
  })
  await tellHolders(ctx, account)
}

async function tellHolders(ctx: Ctx, { id, agency_id, platform, handle, holder }: AccountRow): Promise<void> {
  const holders = await holdersOf(ctx, agency_id, dayInWib(ctx.now))
  const page = ctx.platform.config.baseUrl + channelPaths.account.href({ id })
  const told = new Map(
    holders.filter(({ role }) => role === 'operator' || role === 'head').map((one) => [one.email, one]),
  )
  for (const { email, name } of told.values())
    await sendMail(ctx, {
      to: email,
      key: `account-disconnected ${id} ${ctx.now.toISOString()} ${email}`,
      subject: `Akun ${platforms[platform]} @${handle} perlu disambungkan lagi`,
      body: [
        `Yth. ${name},`,
        '',
        `Sejak ${formatInstant(ctx.now)} ${platforms[platform]} tidak lagi menerima izin Kentongan untuk akun @${handle} (pemegang: ${holder}).`,
        'Pesan warga tidak terbaca, dan siaran serta jawaban menunggu, sampai akun disambungkan lagi.',
        '',
        `Sambungkan lagi di: ${page}`,
      ].join('\n'),
    })
}
