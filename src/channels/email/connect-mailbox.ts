import { refuseUnless } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { record } from '../../platform/events.ts'
import { sendMail } from '../../platform/mail/mail.ts'
import { conflict, isRefusal, type Refusal } from '../../platform/refusal.ts'
import { transaction } from '../../platform/transaction.ts'
import { platforms, type SocialAccount } from '../account.ts'
import { type AccountRow, lockAccount } from '../data/account-rows.ts'
import { findAccount } from '../find-accounts.ts'
import { sendWaitingPosts } from '../send-waiting.ts'
import { inSeconds } from '../setting.ts'
import { randomText } from '../x/sign-in.ts'
import type { ReadMail } from './read-mail.ts'
import '../data/tables.ts'

const subject = 'Uji sambungan Kentongan'
/** Seconds for a mail to go out and come back. */
const within = 86_400

/**
 * Begins to connect an address: a mail with a secret goes to it, and once that comes back to us by the city's mail
 * server, both ways are known to work and the address to be the agency's.
 */
export async function beginMailbox(ctx: Ctx, input: { accountId: string }): Promise<SocialAccount | Refusal> {
  const done = await transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseUnless(ctx.actor, 'account.connect', account.agencyId)
    if (refusal) return refusal
    if (account.platform !== 'email')
      return conflict(`Akun ${platforms[account.platform]} tidak disambungkan dengan surel.`)
    const { mailIn, smtpUrl } = ctx.platform.config
    if (mailIn === null || smtpUrl === null)
      return conflict('Surel belum diaktifkan: SMTP_URL dan MAIL_IN belum diisi. Mintalah administrator mengisinya.')
    const state = randomText()
    await ctx.db.deleteFrom('oauth_attempt').where('account_id', '=', account.id).execute()
    await ctx.db
      .insertInto('oauth_attempt')
      .values({
        state,
        account_id: account.id,
        person_id: 'id' in ctx.actor ? ctx.actor.id : '',
        verifier: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
        created_at: ctx.now,
      })
      .execute()
    await sendMail(ctx, {
      to: account.handle,
      subject,
      body: `Surel ini menguji apakah surat untuk ${account.handle} sampai di Kentongan. Tidak perlu dibalas.\n\n${state}`,
    })
    return account
  })
  return isRefusal(done) ? done : findAccount(ctx, done.id)
}

/** Whether this is that mail; the account is then connected. The secret dies with its use. */
export async function finishMailbox(ctx: Ctx, { id, handle }: AccountRow, mail: ReadMail): Promise<boolean> {
  if (mail.subject !== subject) return false
  return transaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, id)
    const attempt = await ctx.db
      .selectFrom('oauth_attempt')
      .selectAll()
      .where('account_id', '=', id)
      .where('created_at', '>', inSeconds(ctx.now, -within))
      .executeTakeFirst()
    if (!attempt || !mail.whole.text.includes(attempt.state)) return false
    await ctx.db.deleteFrom('oauth_attempt').where('account_id', '=', id).execute()
    await ctx.db
      .updateTable('social_account')
      .set({
        external_id: handle,
        state: 'connected',
        state_since: ctx.now,
        poll_problem: null,
        proven_at: ctx.now,
        proven_by: attempt.verifier,
      })
      .where('id', '=', id)
      .execute()
    await record(ctx, 'account.connected', {
      thing: 'account',
      id,
      agencyId: account.agency_id,
      before: { state: account.state },
      after: { state: 'connected', handle },
    })
    await sendWaitingPosts(ctx, { accountId: id })
    return true
  })
}
