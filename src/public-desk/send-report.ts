import { findAgencies } from '../agencies/find-agencies.ts'
import { firstMessageOf } from '../cases/add-citizen-word.ts'
import { keepFiles } from '../cases/attach-files.ts'
import type { Case } from '../cases/case.ts'
import { openCase } from '../cases/open-case.ts'
import type { ReadFile } from '../cases/read-files.ts'
import { tellSame } from '../cases/tell-same.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { kindOf, type ReportInput, readPlace } from './report.ts'

/** Who takes in what a citizen could not address. */
const deskOfTheCity = 'diskominfostandi'

/**
 * Opens a case from the citizen's form, with its files. Errors by the form's fields. `sameAsId`: the case the citizen
 * called the same matter, of those `findLikelySame` offered.
 */
export async function sendReport(
  ctx: Ctx,
  input: ReportInput,
  files: readonly ReadFile[],
  sameAsId?: string,
): Promise<Case | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { place, where, errors } = readPlace(input, await findAgencies(ctx))
    if (input.mails && !input.contact.includes('@'))
      errors.contact = 'Untuk menerima kabar lewat surel, isi alamat surel Anda.'
    const opened = await openCase(ctx, {
      agencyId: input.agencyId || deskOfTheCity,
      channel: 'form',
      kind: kindOf(input),
      text: input.text,
      place,
      where,
      reporter: { contact: input.contact, mails: input.mails },
      anonymous: input.anonymous,
      secret: input.secret,
      receivedAt: ctx.now,
    })
    if (isRefusal(opened) && opened.refusal !== 'invalid') return opened
    const all = isRefusal(opened) ? { ...opened.errors, ...errors } : errors
    if (isRefusal(opened) || Object.keys(all).length > 0) return invalid(all)
    if (files.length > 0)
      await keepFiles(ctx, { caseId: opened.id, messageId: await firstMessageOf(ctx, opened.id), public: true }, files)
    if (sameAsId !== undefined) await tellSame(ctx, { caseId: opened.id, sameAsId })
    return opened
  })
}
