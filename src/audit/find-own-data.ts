import { findPasskeys } from '../people/passkey.ts'
import { findPerson } from '../people/person.ts'
import { findSecondFactor } from '../people/second-factor.ts'
import { findSessions } from '../platform/auth/sessions.ts'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import '../agencies/find-people.ts'
import '../platform/mail/tables.ts'

/** How often something was recorded, and when first and last. */
export interface Tally {
  action: string
  count: number
  first: Date
  last: Date
}

/**
 * All that is held about whoever asks: what they are, which offices they hold and held, how they sign in, what was
 * mailed to them, and what the trail has by them and about them. Secrets (hashes, keys) are named, never shown. Throws
 * `Missing` for a token or a job, about which nothing is held.
 */
export async function findOwnData(ctx: Ctx, session: string | null) {
  if (ctx.actor.kind !== 'person') throw new Missing('person')
  const { id } = ctx.actor
  const [person, times, factor] = [await findPerson(ctx, id), await timesOf(ctx, id), await findSecondFactor(ctx, id)]
  return {
    person: { ...person, ...times },
    appointments: await appointmentsOf(ctx, id),
    signIn: { passwordSetAt: await passwordSetAt(ctx, id), codeApp: factor.codeApp, codesLeft: factor.recoveryCodes },
    passkeys: await findPasskeys(ctx, id),
    sessions: await findSessions(ctx, id, session),
    mails: await mailsTo(ctx, person.email),
    doneByMe: await tally(ctx, (all) => all.where('actor_id', '=', id)),
    doneToMyAccount: await tally(ctx, (all) => all.where('thing', '=', 'person').where('thing_id', '=', id)),
  }
}

export type OwnData = Awaited<ReturnType<typeof findOwnData>>

const timesOf = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('person')
    .select(['created_at as addedAt', 'signed_in_at as signedInAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const appointmentsOf = (ctx: Ctx, personId: string) =>
  ctx.db
    .selectFrom('appointment')
    .select(['role', 'agency_id as agencyId', 'from_day as from', 'to_day as to', 'decree', 'acting', 'deputy'])
    .where('person_id', '=', personId)
    .orderBy('from_day', 'desc')
    .execute()

async function passwordSetAt(ctx: Ctx, personId: string): Promise<Date | null> {
  const kept = ctx.db.selectFrom('credential').select('set_at').where('person_id', '=', personId)
  return (await kept.executeTakeFirst())?.set_at ?? null
}

const mailsTo = (ctx: Ctx, email: string) =>
  ctx.db
    .selectFrom('mail')
    .select(['subject', 'state', 'created_at as writtenAt', 'sent_at as sentAt'])
    .where('recipient', '=', email)
    .orderBy('created_at', 'desc')
    .execute()

const events = (ctx: Ctx) => ctx.db.selectFrom('event')

async function tally(
  ctx: Ctx,
  narrow: (all: ReturnType<typeof events>) => ReturnType<typeof events>,
): Promise<Tally[]> {
  return narrow(events(ctx))
    .select((row) => [
      'action',
      row.cast<number>(row.fn.countAll(), 'integer').as('count'),
      row.fn.min('at').as('first'),
      row.fn.max('at').as('last'),
    ])
    .groupBy('action')
    .orderBy('action')
    .execute()
}
