import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { type Entered, type Entrance, enter } from './enter.ts'
import { keepQuestion, readAnswer, relyingParty, takeQuestion } from './passkey.ts'
import './data/tables.ts'

/** What an authenticator is asked at the door. Who it is, it says itself. */
export async function askForPasskey(ctx: Ctx) {
  const { id } = relyingParty(ctx.platform.config)
  const question = await generateAuthenticationOptions({ rpID: id, userVerification: 'required' })
  await keepQuestion(ctx, question.challenge, null)
  return question
}

/**
 * Signs in with a passkey. The authenticator has asked for a finger, a face or a PIN, so that it is two factors in
 * one. A signature counter that does not grow (a copied authenticator) is refused by the library.
 */
export async function signInWithPasskey(ctx: Ctx, input: Entrance & { answer: string }): Promise<Entered | Refusal> {
  const personId = await ownerOf(ctx, input.answer)
  if (personId === null)
    return invalid({
      '': 'Kunci sandi tidak dikenal atau waktunya habis. Coba lagi, atau masuk dengan kata sandi lalu daftarkan kunci sandi di Akun saya.',
    })
  return enter(ctx, { ...input, personId, method: 'passkey', strong: true })
}

async function ownerOf(ctx: Ctx, text: string): Promise<string | null> {
  const response = readAnswer<AuthenticationResponseJSON>(text)
  const key = response
    ? await ctx.db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst()
    : undefined
  if (!response || !key) return null
  const used = await verified(ctx, response, key)
  if (!used) return null
  const kept = await ctx.db
    .updateTable('passkey')
    .set({ counter: String(used.newCounter), backed_up: used.credentialBackedUp, used_at: ctx.now })
    .where('id', '=', key.id)
    .where('counter', '=', key.counter)
    .returning('id')
    .executeTakeFirst()
  return kept ? key.person_id : null
}

async function verified(
  ctx: Ctx,
  response: AuthenticationResponseJSON,
  key: { id: string; public_key: Buffer; counter: string; transports: string },
) {
  const { id, origin } = relyingParty(ctx.platform.config)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeQuestion(ctx, challenge, null),
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: key.id,
        publicKey: Uint8Array.from(key.public_key),
        counter: Number(key.counter),
        transports: JSON.parse(key.transports),
      },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo : null
  } catch (error) {
    ctx.platform.log.info({ err: error }, 'a passkey was refused')
    return null
  }
}
