import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { Missing } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lifetimeWords, makeLink } from './mail-link.ts'
import { peoplePaths } from './paths.ts'
import './data/tables.ts'

/**
 * Invites a person by mail to choose a password and come in. An earlier invitation that was not used ends. Answers
 * the id of the mail. Whether the actor may do this is for the caller to ask the policy. Throws `Missing`.
 */
export async function invite(ctx: Ctx, { personId }: { personId: string }): Promise<{ mailId: string | null }> {
  return transaction(ctx, async (ctx) => {
    const person = await ctx.db
      .selectFrom('person')
      .select(['id', 'name', 'email'])
      .where('id', '=', personId)
      .executeTakeFirst()
    if (!person) throw new Missing('person')
    const token = await makeLink(ctx, 'invitation', person)
    const href = `${ctx.platform.config.baseUrl}${peoplePaths.invitation.href({ token })}`
    const mailId = await sendMail(ctx, {
      to: person.email,
      subject: 'Undangan masuk ke Kentongan',
      body: [
        `Yth. ${person.name},`,
        '',
        'Anda diundang ke Kentongan, tempat perangkat daerah Kota Bekasi mengurus situs, kanal, dan pesan warga.',
        'Buka tautan ini untuk membuat kata sandi Anda:',
        '',
        href,
        '',
        `Tautan berlaku ${lifetimeWords.invitation} dan hanya satu kali, untuk alamat surel ini saja. Jangan diteruskan kepada orang lain.`,
        'Bila Anda tidak mengenali undangan ini, abaikan surel ini dan beri tahu Diskominfostandi.',
      ].join('\n'),
    })
    await record(ctx, 'person.invited', { thing: 'person', id: person.id, agencyId: null })
    return { mailId }
  })
}
