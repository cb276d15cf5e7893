import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type SocialAccount, speaksToAll } from './account.ts'
import { findAccount } from './find-accounts.ts'
import { type HandPost, type HandPostInput, keyOf, readHandPost } from './hand-post.ts'
import './data/hand-tables.ts'

/** Why posts of an account are not noted by hand. */
export function refuseNoting(ctx: Ctx, account: SocialAccount): Refusal | undefined {
  const refusal = refuseUnless(ctx.actor, 'post.write', account.agencyId)
  if (refusal) return refusal
  if (!speaksToAll(account.platform)) return conflict('Pada kanal ini tidak ada siaran, hanya pesan dan jawaban.')
  if (account.state === 'connected') return conflict('Siaran akun yang tersambung dihitung dengan sendirinya.')
  return undefined
}

/** An operator writes down a post of an account that we do not send through. The same post again changes it. */
export async function notePost(
  ctx: Ctx,
  input: HandPostInput & { accountId: string },
): Promise<SocialAccount | Refusal> {
  return transaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, input.accountId)
    const refusal = refuseNoting(ctx, account)
    if (refusal) return refusal
    const read = readHandPost(input, dayInWib(ctx.now))
    if ('errors' in read) return invalid(read.errors)
    const isNew = await saveHandPost(ctx, account, read.post)
    await record(ctx, 'post.noted', {
      thing: 'account',
      id: account.id,
      agencyId: account.agencyId,
      after: { ...read.post, new: isNew },
    })
    return account
  })
}

/** False: it was there, and says now what is given. When it was first noted stays. */
export async function saveHandPost(ctx: Ctx, account: SocialAccount, post: HandPost): Promise<boolean> {
  const id = newId()
  const { url, ...columns } = post
  const saved = await ctx.db
    .insertInto('hand_post')
    .values({
      ...columns,
      url: url || null,
      id,
      account_id: account.id,
      agency_id: account.agencyId,
      key: keyOf(post),
      noted_at: ctx.now,
      noted_by: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow()
  return saved.id === id
}
