import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import { conflict, type FieldErrors, invalid, isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { keepFiles } from './attach-files.ts'
import { type Case, type CaseClass, type CaseKind, isHandChannel } from './case.ts'
import { toCase } from './data/case-rows.ts'
import { readLink } from './link-source.ts'
import { openOnce, type Whereabouts } from './open-case.ts'
import { readFiles } from './read-files.ts'
import { registerText } from './register-text.ts'

/** What an officer writes down of a citizen's word that came by no channel of ours. */
export interface CaseEntry {
  agencyId: string
  /** By telephone, at the desk...; empty with a link, which says it itself. */
  channel: string
  /** Of the post, comment or page that was written; '' for none. */
  link: string
  kind: CaseKind
  class: CaseClass
  text: string
  place: string
  where: Whereabouts
  name: string
  contact: string
  /** When it reached the city. Clocks run from then; never later than now. */
  receivedAt: Date | null
  files: readonly Upload[]
}

/**
 * Opens a case by hand. The same link again leads to the case it already has (`isNew` false), or to its register number
 * where the actor may not see that case.
 */
export async function enterCase(ctx: Ctx, entry: CaseEntry): Promise<{ case: Case; isNew: boolean } | Refusal> {
  const refusal = refuseUnless(ctx.actor, 'case.open', entry.agencyId)
  if (refusal) return refusal
  const errors = refuseEntry(entry, ctx.now)
  if (Object.keys(errors).length > 0 || entry.receivedAt === null) return invalid(errors)
  const link = readLink(entry.link)
  const files = await readFiles(entry.files)
  if (isRefusal(files)) return files
  const { receivedAt } = entry
  return transaction(ctx, async (ctx) => {
    const known = link && (await caseOfLink(ctx, link.url))
    if (known) return known
    const channel = link?.channel ?? entry.channel
    const { agencyId, kind, class: depth, text, place, where, name, contact } = entry
    const opened = await openOnce(ctx, {
      ...{ agencyId, channel, kind, class: depth, text, place, where, receivedAt },
      reporter: { name, contact },
      ...(link && { source: { channel, externalId: link.url, url: link.url } }),
    })
    if (isRefusal(opened) || !opened.isNew) return opened
    await ctx.db
      .updateTable('cases')
      .set({ origin: JSON.stringify({ system: 'entry', ...(link && { url: link.url }) }) })
      .where('id', '=', opened.case.id)
      .execute()
    await keepFiles(ctx, { caseId: opened.case.id, public: false }, files)
    return opened
  })
}

function refuseEntry(entry: CaseEntry, now: Date): FieldErrors {
  const errors: FieldErrors = {}
  if (entry.link !== '' && !readLink(entry.link))
    errors.link = 'Tautan tidak terbaca. Salin alamat lengkapnya, misalnya https://www.instagram.com/p/…'
  if (entry.link === '' && (!isHandChannel(entry.channel) || entry.channel === 'form' || entry.channel === 'open311'))
    errors.channel = 'Pilih dari mana laporan ini datang.'
  if (entry.receivedAt === null) errors.receivedOn = 'Tulis tanggal dan jam laporan diterima.'
  else if (entry.receivedAt > now) errors.receivedOn = 'Waktu diterima tidak boleh lebih kemudian dari sekarang.'
  return errors
}

/** The case a link already belongs to, whoever brought it: an officer or the channel itself. */
async function caseOfLink(ctx: Ctx, url: string): Promise<{ case: Case; isNew: false } | Refusal | undefined> {
  const row = await ctx.db
    .selectFrom('case_message')
    .innerJoin('cases', 'cases.id', 'case_message.case_id')
    .selectAll('cases')
    .where('case_message.url', '=', url)
    .where('case_message.author', '=', 'citizen')
    .orderBy('case_message.at')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const refusal = refuseUnless(ctx.actor, 'case.read', row.agency_id)
  if (refusal)
    return conflict(`Tautan ini sudah dicatat sebagai kasus ${registerText(row)} pada perangkat daerah lain.`)
  return { case: toCase(row), isNew: false }
}
