import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findNationalMessage } from './find-national-messages.ts'
import { type NationalMessage, type NationalMessageInput, refuseNationalMessage } from './national-message.ts'
import './data/tables.ts'

/** Enters a message of the national government for all agencies to draw from. Of Diskominfostandi. */
export async function addNationalMessage(ctx: Ctx, given: NationalMessageInput): Promise<NationalMessage | Refusal> {
  const input = {
    ...given,
    title: cleanText(given.title),
    text: cleanText(given.text),
    issuer: cleanText(given.issuer),
  }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'announcement.manage')) return forbidden()
    const errors = refuseNationalMessage(input)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const id = newId()
    await ctx.db
      .insertInto('national_message')
      .values({
        id,
        title: input.title,
        issuer: input.issuer,
        text: input.text,
        source_url: input.sourceUrl,
        from_day: input.from,
        until_day: input.until === '' ? null : input.until,
        author_id: 'id' in ctx.actor ? ctx.actor.id : '',
        author_name: 'name' in ctx.actor ? ctx.actor.name : '',
        created_at: ctx.now,
      })
      .execute()
    await record(ctx, 'national-message.added', {
      thing: 'national-message',
      id,
      agencyId: null,
      after: { title: input.title, issuer: input.issuer, from: input.from, until: input.until },
    })
    return findNationalMessage(ctx, id)
  })
}
