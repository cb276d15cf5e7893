import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { transaction } from '../platform/transaction.ts'
import { findLock, lockWords } from './lock.ts'
import { type Addressee, lifetimeWords, makeLink } from './mail-link.ts'
import { peoplePaths } from './paths.ts'
import './data/tables.ts'

/** No box is flooded: so many resets an hour. */
const hourly = 3

/** Mails a link to choose a new password, when somebody has this address; a locked account is told so instead. */
export async function sendReset(ctx: Ctx, email: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const person = await ctx.db
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .forUpdate()
      .executeTakeFirst()
    if (!person || (await sentLately(ctx, person)) >= hourly) return
    const lock = await findLock(ctx, person.id)
    await sendMail(ctx, {
      to: person.email,
      subject: 'Kata sandi Kentongan',
      body: [`Yth. ${person.name},`, '', ...(lock ? [lockWords(lock)] : await words(ctx, person))].join('\n'),
    })
    await record(ctx, 'password.reset-asked', { thing: 'person', id: person.id, agencyId: null })
  })
}

async function words(ctx: Ctx, person: Addressee): Promise<string[]> {
  const token = await makeLink(ctx, 'reset', person)
  return [
    'Ada yang meminta kata sandi baru untuk akun Anda. Bila itu Anda, buka tautan ini:',
    '',
    `${ctx.platform.config.baseUrl}${peoplePaths.reset.href({ token })}`,
    '',
    `Tautan berlaku ${lifetimeWords.reset} dan hanya satu kali. Bila bukan Anda, abaikan surel ini: kata sandi tidak berubah.`,
  ]
}

async function sentLately(ctx: Ctx, { id }: Addressee): Promise<number> {
  const row = await ctx.db
    .selectFrom('mail_link')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', id)
    .where('kind', '=', 'reset')
    .where('created_at', '>', new Date(ctx.now.getTime() - 3_600_000))
    .executeTakeFirstOrThrow()
  return row.count
}
