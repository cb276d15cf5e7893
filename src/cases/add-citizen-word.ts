import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { reopenUntil } from './add-citizen-message.ts'
import { placeOfFurtherWord } from './case.ts'
import { refuseText } from './case-text.ts'
import { type CaseRow, lockWhereItWent } from './data/case-rows.ts'
import { insertFormWord } from './data/message-rows.ts'
import { readReporter } from './data/reporter-rows.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { openOnce } from './open-case.ts'
import { reopenCase } from './reopen-case.ts'

/** Where a further word of a citizen went: `ticket` is another one when a new case was opened. */
export interface WordTaken {
  caseId: string
  ticket: string
  messageId: string
  outcome: 'joined' | 'reopened' | 'linked'
}

/**
 * A further word from the page of the secret link: joins the case, reopens it within the time of rule `closing`, else
 * opens a new one that follows it. The caller has made sure it is the citizen. Throws `Missing`.
 */
export async function addCitizenWord(ctx: Ctx, input: { ticket: string; text: string }): Promise<WordTaken | Refusal> {
  const text = cleanText(input.text)
  const wrong = refuseText(text, 'Pesan')
  if (wrong) return invalid({ text: wrong })
  return transaction(ctx, async (ctx) => {
    const found = await lockForCitizen(ctx, input.ticket)
    const place = placeOfFurtherWord({ state: found.state, reopenUntil: await reopenUntil(ctx, found) }, ctx.now)
    if (place === 'join') return join(ctx, found, text)
    if (place === 'link') return link(ctx, found, text)
    const reopened = await reopenCase(ctx, { ticket: found.ticket, text })
    if (isRefusal(reopened)) return reopened
    return { caseId: found.id, ticket: found.ticket, messageId: reopened.messageId, outcome: 'reopened' }
  })
}

async function lockForCitizen(ctx: Ctx, ticket: string): Promise<CaseRow> {
  const found = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).forUpdate().executeTakeFirst()
  if (!found) throw new Missing(`case ${ticket}`)
  return lockWhereItWent(ctx, found)
}

async function join(ctx: Ctx, found: CaseRow, text: string): Promise<WordTaken> {
  const messageId = await insertFormWord(ctx, found.id, text)
  await settleClocks(ctx, found, 'Warga menulis lagi.')
  await record(ctx, 'case.message-added', {
    thing: 'case',
    id: found.id,
    agencyId: found.agency_id,
    after: { messageId, channel: 'form' },
  })
  return { caseId: found.id, ticket: found.ticket, messageId, outcome: 'joined' }
}

async function link(ctx: Ctx, found: CaseRow, text: string): Promise<WordTaken | Refusal> {
  const opened = await openOnce(ctx, {
    agencyId: found.agency_id,
    channel: 'form',
    kind: found.kind,
    text,
    place: found.place ?? undefined,
    reporter: await readReporter(ctx, found.reporter_id),
    receivedAt: ctx.now,
    followsCaseId: found.id,
    where: {
      districtId: found.district_id,
      subdistrictId: found.subdistrict_id,
      latitude: found.latitude,
      longitude: found.longitude,
    },
    anonymous: found.anonymous,
    secret: found.secret,
  })
  if (isRefusal(opened)) return opened
  const { id, ticket } = opened.case
  return { caseId: id, ticket, messageId: await firstMessageOf(ctx, id), outcome: 'linked' }
}

/** The word a case was opened with. */
export async function firstMessageOf(ctx: Ctx, caseId: string): Promise<string> {
  const first = await ctx.db
    .selectFrom('case_message')
    .select('id')
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return first.id
}
