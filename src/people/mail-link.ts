import type { Ctx } from '../platform/ctx.ts'
import { digest, newToken } from '../platform/secrets.ts'
import './data/tables.ts'

export type LinkKind = 'invitation' | 'reset'

const HOUR = 3_600_000
/** An invitation may lie over a long weekend; a reset is wanted now. */
const lifetimes: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * HOUR, reset: HOUR }

/** How long a link of this kind is good for, as said in the mail. */
export const lifetimeWords: Readonly<Record<LinkKind, string>> = { invitation: '7 hari', reset: '1 jam' }

export interface Addressee {
  id: string
  name: string
  email: string
}

/** Makes the one good link of this kind for a person: earlier ones end. Answers the token, which is kept nowhere. */
export async function makeLink(ctx: Ctx, kind: LinkKind, person: Addressee): Promise<string> {
  const token = newToken()
  await ctx.db
    .updateTable('mail_link')
    .set({ expires_at: ctx.now })
    .where('person_id', '=', person.id)
    .where('kind', '=', kind)
    .where('expires_at', '>', ctx.now)
    .execute()
  await ctx.db
    .insertInto('mail_link')
    .values({
      token_hash: digest(token),
      kind,
      person_id: person.id,
      email: person.email,
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + lifetimes[kind]),
      used_at: null,
    })
    .execute()
  return token
}

/** What became of a link: still good and whose, or why it is worth nothing. */
export type LinkState = { state: 'good'; person: Addressee } | { state: 'used' | 'expired' | 'unknown' }

/** Inside a transaction the link is held until its end, so that of two uses at the same time one comes too late. */
export async function findLink(ctx: Ctx, kind: LinkKind, token: string): Promise<LinkState> {
  const query = ctx.db
    .selectFrom('mail_link as l')
    .innerJoin('person as p', 'p.id', 'l.person_id')
    .select(['l.email as sentTo', 'l.expires_at', 'l.used_at', 'p.id', 'p.name', 'p.email'])
    .where('l.token_hash', '=', digest(token))
    .where('l.kind', '=', kind)
  const found = await (ctx.db.isTransaction ? query.forUpdate('l') : query).executeTakeFirst()
  if (!found) return { state: 'unknown' }
  if (found.used_at !== null) return { state: 'used' }
  if (found.expires_at <= ctx.now || found.sentTo !== found.email) return { state: 'expired' }
  return { state: 'good', person: { id: found.id, name: found.name, email: found.email } }
}

export async function useLink(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.updateTable('mail_link').set({ used_at: ctx.now }).where('token_hash', '=', digest(token)).execute()
}

/** Why a link is worth nothing and what to do about it. */
export function deadLinkWords(kind: LinkKind, state: Exclude<LinkState['state'], 'good'>): string {
  const again =
    kind === 'invitation'
      ? 'Mintalah undangan baru kepada kepala perangkat daerah Anda atau Diskominfostandi.'
      : 'Mintalah tautan baru di halaman Lupa kata sandi.'
  if (state === 'used')
    return `Tautan ini sudah pernah dipakai; setiap tautan hanya berlaku satu kali. Bila Anda yang memakainya, silakan masuk. Bila bukan Anda, segera beri tahu Diskominfostandi. ${again}`
  if (state === 'expired')
    return `Tautan ini sudah tidak berlaku: masanya habis atau sudah diganti yang lebih baru. ${again}`
  return `Tautan ini tidak dikenal. Pastikan alamatnya tersalin utuh dari surel. ${again}`
}
