import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { keepFiles } from './attach-files.ts'
import { lockCase } from './data/case-rows.ts'
import './data/clock-tables.ts'
import { settleClocks } from './data/settle-clocks.ts'
import { refuseFollowUp } from './follow-up.ts'
import { readFiles } from './read-files.ts'

/**
 * Tells what was done about a case, with its proof. The first one stops the clock of the first follow-up. `shown`: the
 * citizen sees the files on the page of the secret link; never the words, which are for the office.
 */
export async function followUpCase(
  ctx: Ctx,
  input: { ticket: string; kind: string; text: string; link: string; uploads: readonly Upload[]; shown?: boolean },
): Promise<{ followUpId: string } | Refusal> {
  const files = await readFiles(input.uploads)
  if (isRefusal(files)) return files
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.answer', found.agency_id)
    if (refusal) return refusal
    if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
    const told = { kind: input.kind, text: cleanText(input.text), link: cleanText(input.link) }
    const errors = refuseFollowUp({ ...told, files: files.length })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const followUpId = newId()
    await ctx.db
      .insertInto('case_follow_up')
      .values({
        id: followUpId,
        case_id: found.id,
        agency_id: found.agency_id,
        at: ctx.now,
        by_id: 'id' in ctx.actor ? ctx.actor.id : null,
        by_name: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
        kind: told.kind,
        text: told.text,
        link: told.link || null,
      })
      .execute()
    await keepFiles(ctx, { caseId: found.id, followUpId, public: input.shown ?? false }, files)
    await settleClocks(ctx, found, 'Tindak lanjut dicatat.')
    const about = { thing: 'case', id: found.id, agencyId: found.agency_id }
    await record(ctx, 'case.followed-up', {
      ...about,
      after: { followUpId, kind: told.kind, files: files.length, shown: input.shown ?? false },
    })
    return { followUpId }
  })
}
