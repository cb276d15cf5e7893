import { newSecret, secretUri, stepOf } from '../platform/auth/totp.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { open, seal } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { findPerson } from './person.ts'
import { tellOwner } from './tell-owner.ts'
import './data/tables.ts'

/** A secret that waits for its first code. */
export interface NewCodeApp {
  secret: string
  /** What the QR code says. */
  uri: string
  /** The secret, whose it is and until when, for the form to carry: nobody else can finish with it. */
  sealed: string
}

const lifetime = 30 * 60_000

/** A secret to set up with; with `sealed` of an earlier page the same again, while it is good. */
export async function beginCodeApp(ctx: Ctx, personId: string, sealed = ''): Promise<NewCodeApp> {
  const { email } = await findPerson(ctx, personId)
  const earlier = readSealed(ctx, personId, sealed)
  const secret = earlier ?? newSecret()
  const uri = secretUri(secret, email)
  if (earlier !== null) return { secret, uri, sealed }
  const pending = { secret, personId, until: ctx.now.getTime() + lifetime }
  return { secret, uri, sealed: seal(ctx.platform.config.secretKey, JSON.stringify(pending)) }
}

function readSealed(ctx: Ctx, personId: string, sealed: string): string | null {
  try {
    const pending: { secret: string; personId: string; until: number } = JSON.parse(
      open(ctx.platform.config.secretKey, sealed),
    )
    return pending.personId === personId && pending.until > ctx.now.getTime() ? pending.secret : null
  } catch {
    return null
  }
}

/** The first right code shows that the app has the secret: from now on sign-in asks for one. */
export async function confirmCodeApp(
  ctx: Ctx,
  personId: string,
  { code, sealed }: { code: string; sealed: string },
): Promise<Refusal | undefined> {
  const secret = readSealed(ctx, personId, sealed)
  if (secret === null) return invalid({ code: 'Waktu pemasangan sudah habis. Pindai kunci yang baru di halaman ini.' })
  const step = stepOf(tidyCode(code), secret, ctx.now, 0)
  if (step === null) return invalid({ code: wrongCode })
  return transaction(ctx, async (ctx) => {
    const sealed_secret = seal(ctx.platform.config.secretKey, secret)
    const added = await ctx.db
      .insertInto('second_factor')
      .values({ person_id: personId, sealed_secret, last_step: step, created_at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (!added) return conflict('Aplikasi kode sudah terpasang. Hentikan dahulu bila ingin mengganti.')
    await record(ctx, 'second-factor.added', { thing: 'person', id: personId, agencyId: null })
    await tellOwner(ctx, personId, 'aplikasi kode dipasang sebagai faktor kedua')
    return undefined
  })
}

/** Whether this is a right code, not taken before. The row is held, so that of two equal codes one comes too late. */
export async function takeCode(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('second_factor')
      .select(['sealed_secret', 'last_step'])
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
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
