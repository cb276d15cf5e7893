import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { reopenUntil } from './add-citizen-message.ts'
import type { CaseFile } from './case-file.ts'
import { readMessages } from './data/message-rows.ts'
import { readReporter } from './data/reporter-rows.ts'
import { findFiles } from './find-file.ts'
import { findPublicCase, type PublicCase } from './find-public-case.ts'
import { findRating } from './rate-case.ts'
import type { Rating } from './rating.ts'

/** A case as the citizen sees it who sent it: with the own words and files, never with a note or a name of staff. */
export interface CaseOfCitizen extends PublicCase {
  id: string
  place: string | null
  words: { id: string; text: string; at: Date }[]
  /** Those the citizen may see. */
  files: CaseFile[]
  rating: Rating | null
  mayReopen: boolean
  /** Whether a way to reach them is still known, and whether it is a mail address. */
  contact: 'none' | 'mail' | 'other'
  mails: boolean
  secret: boolean
  anonymous: boolean
}

/** For whoever holds the secret link, which the caller has checked. Throws `Missing`. */
export async function findCaseOfCitizen(ctx: Ctx, ticket: string): Promise<CaseOfCitizen> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).executeTakeFirst()
  if (!row) throw new Missing(`case ${ticket}`)
  const words = (await readMessages(ctx, row.id)).filter(({ author }) => author === 'citizen')
  const { contact } = await readReporter(ctx, row.reporter_id)
  const over = row.state === 'answered' || row.state === 'closed'
  const until = over ? await reopenUntil(ctx, row) : null
  return {
    ...(await findPublicCase(ctx, ticket)),
    id: row.id,
    place: row.place,
    words: words.map(({ id, text, at }) => ({ id, text, at })),
    files: (await findFiles(ctx, row.id)).filter((file) => file.public),
    rating: await findRating(ctx, row.id),
    mayReopen: over && row.merged_into_id === null && (until === null || ctx.now < until),
    contact: contact ? (contact.includes('@') ? 'mail' : 'other') : 'none',
    mails: await wantsMails(ctx, row.reporter_id),
    secret: row.secret,
    anonymous: row.anonymous,
  }
}

async function wantsMails(ctx: Ctx, reporterId: string | null): Promise<boolean> {
  const row = await ctx.db.selectFrom('reporter').select('mails').where('id', '=', reporterId).executeTakeFirst()
  return row?.mails ?? false
}
