import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { readReporter } from './data/reporter-rows.ts'
import './data/tables.ts'

/** Whether mails are sent at each change. The caller has made sure it is the citizen, or whom the mail went to. */
export async function switchMails(ctx: Ctx, caseId: string, mails: boolean): Promise<Refusal | undefined> {
  const found = await reporterOf(ctx, caseId)
  if (mails && !found?.contact?.includes('@'))
    return conflict('Laporan ini tidak memuat alamat surel. Kabar dapat dibaca di halaman ini.')
  if (found) await ctx.db.updateTable('reporter').set({ mails }).where('id', '=', found.id).execute()
  return undefined
}

/** Forgets for ever how to reach the citizen of a case (UU 27/2022: the right to have data erased). */
export async function withdrawContact(ctx: Ctx, caseId: string): Promise<Refusal | undefined> {
  return transaction(ctx, async (ctx) => {
    const found = await reporterOf(ctx, caseId)
    if (!found) return conflict('Kontak Anda sudah tidak tersimpan.')
    const cleared = await ctx.db
      .updateTable('cases')
      .set({ reporter_id: null })
      .where('reporter_id', '=', found.id)
      .returning(['id', 'agency_id as agencyId'])
      .execute()
    await ctx.db.deleteFrom('reporter').where('id', '=', found.id).execute()
    for (const { id, agencyId } of cleared) await record(ctx, 'reporter.withdrawn', { thing: 'case', id, agencyId })
    return undefined
  })
}

/** Where to write to about a case; null when nobody wants to be written to. */
export async function mailAddressOf(ctx: Ctx, caseId: string): Promise<string | null> {
  const found = await reporterOf(ctx, caseId)
  return found?.mails && found.contact?.includes('@') ? found.contact : null
}

async function reporterOf(ctx: Ctx, caseId: string) {
  const row = await ctx.db
    .selectFrom('cases')
    .innerJoin('reporter', 'reporter.id', 'cases.reporter_id')
    .select(['reporter.id', 'reporter.mails'])
    .where('cases.id', '=', caseId)
    .executeTakeFirst()
  return row && { ...row, ...(await readReporter(ctx, row.id)) }
}
