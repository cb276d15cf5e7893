import * as client from 'openid-client'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, forbidden, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { asPerson, type Entered, type Entrance, enter } from './enter.ts'
import { tidyEmail } from './person.ts'
import { readTicket, returnAddress, ssoOf, type Ticket } from './sso.ts'
import { ssoRefusal } from './sso-words.ts'
import { tellOwner } from './tell-owner.ts'
import './data/tables.ts'

/** Who the single sign-on says somebody is. */
interface Identity {
  issuer: string
  subject: string
  email: string | null
  /** Whether two factors were used there (RFC 8176). */
  strong: boolean
}

interface Return extends Entrance {
  query: URLSearchParams
  /** What `beginSso` put into the cookie. */
  cookie: string | null
}

/** Takes the answer of the single sign-on and lets the person in, to whom it belongs. */
export async function finishSso(ctx: Ctx, back: Return): Promise<(Entered & { to: string }) | Refusal> {
  const ticket = readTicket(ctx, back.cookie)
  if (!ticket)
    return conflict('Waktu untuk masuk sudah habis, atau percobaan dimulai di peramban lain. Mulailah kembali.')
  const identity = await identify(ctx, ticket, back.query)
  if (isRefusal(identity)) return identity
  const personId = await personOf(ctx, identity)
  if (isRefusal(personId)) return personId
  const entered = await enter(ctx, { ...back, personId, method: 'sso', strong: identity.strong })
  return isRefusal(entered) ? entered : { ...entered, to: ticket.to }
}

async function identify(ctx: Ctx, ticket: Ticket, query: URLSearchParams): Promise<Identity | Refusal> {
  const address = new URL(`${returnAddress(ctx.platform.config)}?${query}`)
  try {
    const sso = await ssoOf(ctx)
    const answer = await client.authorizationCodeGrant(sso, address, {
      expectedState: ticket.state,
      expectedNonce: ticket.nonce,
      pkceCodeVerifier: ticket.verifier,
      idTokenExpected: true,
    })
    const claims = answer.claims()
    if (!claims) return ssoRefusal(null)
    const profile =
      claims.email === undefined ? await client.fetchUserInfo(sso, answer.access_token, claims.sub) : claims
    const verified = profile.email_verified === true && typeof profile.email === 'string'
    const methods = Array.isArray(claims.amr) ? claims.amr : []
    const strong = ['mfa', 'otp', 'hwk'].some((method) => methods.includes(method))
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: verified ? tidyEmail(String(profile.email)) : null,
      strong,
    }
  } catch (error) {
    ctx.platform.log.warn({ err: error }, 'an answer of the single sign-on was refused')
    return ssoRefusal(error)
  }
}

/** Known by issuer and subject; the first time by verified mail, and from then on linked. */
async function personOf(ctx: Ctx, { issuer, subject, email }: Identity): Promise<string | Refusal> {
  const linked = await ctx.db
    .selectFrom('sso_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (linked) return linked.person_id
  if (email === null)
    return forbidden(
      'Alamat surel Anda di SSO belum diverifikasi, sehingga akun tidak dapat ditautkan. Verifikasi dahulu di SSO.',
    )
  return transaction(ctx, async (ctx) => {
    const person = await ctx.db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('email', '=', email)
      .forUpdate()
      .executeTakeFirst()
    if (!person)
      return forbidden(
        `Belum ada akun Kentongan untuk ${email}. Mintalah undangan kepada kepala perangkat daerah Anda.`,
      )
    const added = await ctx.db
      .insertInto('sso_identity')
      .values({ issuer, subject, person_id: person.id, linked_at: ctx.now })
      .onConflict((on) => on.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    if (!added) return conflict('Akun Kentongan ini sudah ditautkan ke akun SSO lain. Hubungi Diskominfostandi.')
    await record(asPerson(ctx, person), 'sso.linked', { thing: 'person', id: person.id, agencyId: null })
    await tellOwner(ctx, person.id, 'akun ditautkan ke SSO Kota Bekasi')
    return person.id
  })
}
