import { randomBytes } from 'node:crypto'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { digest } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import { tellOwner } from './tell-owner.ts'
import './data/tables.ts'

const count = 10

/** Ten new codes of 80 random bits, shown once and kept as hashes; earlier ones end. Call inside a transaction. */
export async function makeRecoveryCodes(ctx: Ctx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: count }, () => randomBytes(10).toString('hex').match(/.{5}/g)?.join('-') ?? '')
  await ctx.db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  await ctx.db
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ code_hash: hashOf(code), person_id: personId, used_at: null })))
    .execute()
  await record(ctx, 'recovery-codes.made', { thing: 'person', id: personId, agencyId: null })
  await tellOwner(ctx, personId, 'kode pemulihan baru dibuat')
  return codes
}

/** Whether this is a recovery code of the person, not used before. It is used up by asking. */
export async function takeRecoveryCode(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  return transaction(ctx, async (ctx) => {
    const taken = await ctx.db
      .updateTable('recovery_code')
      .set({ used_at: ctx.now })
      .where('code_hash', '=', hashOf(code))
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (!taken) return false
    await record(ctx, 'recovery-code.used', { thing: 'person', id: personId, agencyId: null })
    await tellOwner(ctx, personId, 'satu kode pemulihan dipakai untuk masuk')
    return true
  })
}

const hashOf = (code: string): Buffer => digest(code.toLowerCase().replace(/[^0-9a-f]/g, ''))
