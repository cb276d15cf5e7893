import type { Ctx } from '../platform/ctx.ts'
import { later } from '../platform/queue/queue.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { mailReset } from './jobs/mail-reset.ts'
import { tidyEmail } from './person.ts'

/**
 * Somebody forgot a password. Whether the address is known shows neither in the answer nor in the time it takes: who
 * it belongs to is looked up later.
 */
export async function askReset(ctx: Ctx, text: string): Promise<Refusal | undefined> {
  const email = tidyEmail(text)
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 300)
    return invalid({ email: 'Tulis alamat surel yang lengkap.' })
  await transaction(ctx, (ctx) => later(ctx, mailReset, { email }))
  return undefined
}
