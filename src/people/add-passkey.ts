import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { confirmPassword } from './confirm-password.ts'
import { findPasskeys, keepQuestion, readAnswer, relyingParty, takeQuestion } from './passkey.ts'
import { findPerson } from './person.ts'
import { tellOwner } from './tell-owner.ts'

/** What an authenticator is asked before it makes a passkey; the password is asked once more. */
export async function askToAddPasskey(ctx: Ctx, input: { personId: string; password: string; ip: string }) {
  const { personId } = input
  const refusal = await confirmPassword(ctx, input)
  if (refusal) return refusal
  const { name, email } = await findPerson(ctx, personId)
  const question = await generateRegistrationOptions({
    rpName: 'Kentongan',
    rpID: relyingParty(ctx.platform.config).id,
    userName: email,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(personId)),
    attestationType: 'none',
    excludeCredentials: (await findPasskeys(ctx, personId)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepQuestion(ctx, question.challenge, personId)
  return question
}

/** Adds the passkey an authenticator made for the question asked before. `answer` is its JSON. */
export async function addPasskey(
  ctx: Ctx,
  { personId, name, answer }: { personId: string; name: string; answer: string },
): Promise<Refusal | undefined> {
  const made = await verified(ctx, personId, answer)
  if (!made) return invalid({ '': 'Kunci sandi belum dapat ditambahkan. Muat ulang halaman ini, lalu coba lagi.' })
  return transaction(ctx, async (ctx) => {
    const { id, publicKey, counter, transports = [] } = made.credential
    const added = await ctx.db
      .insertInto('passkey')
      .values({
        id,
        person_id: personId,
        name: (name || 'Kunci sandi').slice(0, 60),
        public_key: Buffer.from(publicKey),
        counter: String(counter),
        transports: JSON.stringify(transports),
        backed_up: made.credentialBackedUp,
        created_at: ctx.now,
        used_at: null,
      })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) return conflict('Kunci sandi ini sudah terdaftar.')
    await record(ctx, 'passkey.added', { thing: 'person', id: personId, agencyId: null, after: { name } })
    await tellOwner(ctx, personId, 'kunci sandi ditambahkan')
    return undefined
  })
}

async function verified(ctx: Ctx, personId: string, text: string) {
  const response = readAnswer<RegistrationResponseJSON>(text)
  if (!response) return null
  const { id, origin } = relyingParty(ctx.platform.config)
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => takeQuestion(ctx, challenge, personId),
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    return registrationInfo ?? null
  } catch (error) {
    ctx.platform.log.info({ err: error }, 'a passkey was refused')
    return null
  }
}
