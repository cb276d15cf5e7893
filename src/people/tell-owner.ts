import type { Ctx } from '../platform/ctx.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { formatInstant } from '../platform/time.ts'
import './data/tables.ts'

/** Mails the owner of an account that its keys changed, so that nobody changes them unseen. Inside a transaction. */
export async function tellOwner(ctx: Ctx, personId: string, what: string): Promise<void> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await sendMail(ctx, {
    to: person.email,
    subject: `Akun Kentongan Anda: ${what}`,
    body: [
      `Yth. ${person.name},`,
      '',
      `Pada ${formatInstant(ctx.now)}: ${what}.`,
      '',
      'Bila bukan Anda yang melakukannya, ganti kata sandi Anda dan segera hubungi Diskominfostandi.',
    ].join('\n'),
  })
}
