import { newSecret, secretUri, stepOf } from '../platform/auth/totp.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { open, seal } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { tellOwner } from './tell-owner.ts'
import './data/tables.ts'

/** A secret that waits for its first code. */
export interface NewCodeApp {
  secret: string
  /** What the QR code says. */
  uri: string
}

const findRow = (ctx: Ctx, personId: string) =>
  ctx.db
    .selectFrom('second_factor as f')
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .selectAll('f')
    .select('p.email')
    .where('f.person_id', '=', personId)

/** The secret to set up with, made when there is none yet; a conflict when a code app is set up already. */
export async function beginCodeApp(ctx: Ctx, personId: string): Promise<NewCodeApp | Refusal> {
  return transaction(ctx, async (ctx) => {
    const key = ctx.platform.config.secretKey
    await ctx.db
      .insertInto('second_factor')
      .values({
        person_id: personId,
        sealed_secret: seal(key, newSecret()),
        created_at: ctx.now,
        confirmed_at: null,
      })
      .onConflict((on) => on.doNothing())
      .execute()
    const row = await findRow(ctx, personId).executeTakeFirstOrThrow()
    if (row.confirmed_at !== null)
      return conflict('Aplikasi kode sudah terpasang. Hentikan dahulu bila ingin mengganti.')
    const secret = open(key, row.sealed_secret)
    return { secret, uri: secretUri(secret, row.email) }
  })
}

/** The first right code shows that the app has the secret: from now on sign-in asks for one. */
export async function confirmCodeApp(ctx: Ctx, personId: string, code: string): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const row = await findRow(ctx, personId).forUpdate('f').executeTakeFirst()
    if (!row || row.confirmed_at !== null)
      return conflict('Pemasangan ini sudah selesai atau dibatalkan. Mulai kembali.')
    const step = stepOf(tidyCode(code), open(ctx.platform.config.secretKey, row.sealed_secret), ctx.now, row.last_step)
    if (step === null) return invalid({ code: wrongCode })
    await ctx.db
      .updateTable('second_factor')
      .set({ confirmed_at: ctx.now, last_step: step })
      .where('person_id', '=', personId)
      .execute()
    await record(ctx, 'second-factor.added', { thing: 'person', id: personId, agencyId: null })
    await tellOwner(ctx, personId, 'aplikasi kode dipasang sebagai faktor kedua')
    return undefined
  })
}

/** Whether this is a right code, not taken before. The row is held, so that of two equal codes one comes too late. */
export async function takeCode(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const row = await findRow(ctx, personId).where('f.confirmed_at', 'is not', null).forUpdate('f').executeTakeFirst()
    if (!row) return false
    const step = stepOf(tidyCode(code), open(ctx.platform.config.secretKey, row.sealed_secret), ctx.now, row.last_step)
    if (step === null) return false
    await ctx.db.updateTable('second_factor').set({ last_step: step }).where('person_id', '=', personId).execute()
    return true
  })
}

/** Takes the code app away. Call inside a transaction, after the rule was asked. */
export async function dropCodeApp(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db.deleteFrom('second_factor').where('person_id', '=', personId).execute()
  await record(ctx, 'second-factor.removed', { thing: 'person', id: personId, agencyId: null })
  await tellOwner(ctx, personId, 'aplikasi kode dihentikan')
}

/** Apps show `123 456`. */
const tidyCode = (code: string): string => code.replace(/\s/g, '')

export const wrongCode = 'Kode salah atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu tulis enam angkanya.'
