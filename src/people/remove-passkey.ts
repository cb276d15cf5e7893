import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findSecondFactor } from './second-factor.ts'
import { tellOwner } from './tell-owner.ts'
import './data/tables.ts'

/** Takes a passkey away; not the last one when a role needs a second factor and there is no other. */
export async function removePasskey(ctx: Ctx, personId: string, id: string): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const gone = await ctx.db
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw new Missing('passkey')
    const { codeApp, passkeys, required } = await findSecondFactor(ctx, personId)
    if (required && !codeApp && passkeys === 0)
      return conflict('Peran Anda wajib memakai faktor kedua. Pasang aplikasi kode dahulu, lalu hapus kunci sandi ini.')
    await record(ctx, 'passkey.removed', { thing: 'person', id: personId, agencyId: null, before: gone })
    await tellOwner(ctx, personId, `kunci sandi "${gone.name}" dihapus`)
    return undefined
  })
}
