import type { Ctx } from '../platform/ctx.ts'
import { once } from '../platform/http/once.ts'
import { conflict, invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { addPicture } from './add-picture.ts'
import { contributorName } from './contributor-link.ts'
import { findContributorRules } from './contributor-rules.ts'
import { insertContent } from './data/contents.ts'
import { readDraft } from './draft.ts'
import { findLinkOf } from './find-contributor-links.ts'
import { recordContent } from './record-content.ts'

export interface HandIn {
  token: string
  title: string
  body: string
  /** Words are asked for, not demanded: the operator can add them. */
  picture?: { bytes: Buffer; alt: string } | undefined
  /** Of the form: sent twice, one draft. */
  key: string
}

/** A contributor's link brings a draft of the agency, by "NAME, SECTION". Throws `Missing` when the link is not good. */
export async function handIn(ctx: Ctx, input: HandIn): Promise<{ contentId: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const link = await findLinkOf(ctx, input.token)
    if (!link) throw new Missing('contributor link')
    const by: Ctx = { ...ctx, actor: { kind: 'public', name: contributorName(link) } }
    if (!input.key) return bring(by, link, input)
    // The key holds the link's id, not its address: a token is kept nowhere.
    return once<{ contentId: string } | Refusal, { contentId: string }>(
      by,
      `hand-in:${link.id}:${input.key}`,
      async (ctx) => {
        const outcome = await bring(ctx, link, input)
        return isRefusal(outcome) ? { done: false, outcome } : { done: true, outcome, answer: outcome }
      },
      (earlier) => earlier,
    )
  })
}

async function bring(
  ctx: Ctx,
  link: { id: string; agencyId: string },
  { title, body, picture }: HandIn,
): Promise<{ contentId: string } | Refusal> {
  const { handInsADay } = await findContributorRules(ctx)
  if ((await countSince(ctx, link.id, new Date(ctx.now.getTime() - 24 * 60 * 60_000))) >= handInsADay)
    return conflict(`Sudah ${handInsADay} bahan dalam 24 jam terakhir. Simpan tulisan Anda dan kirim lagi besok.`)
  const read = readDraft({ kind: 'news', theme: 'community', title, body })
  const added = picture && (await addPicture(ctx, link.agencyId, { ...picture, decorative: false, wordsLater: true }))
  if (isRefusal(added) && added.refusal !== 'invalid') return added
  const errors = {
    ...('errors' in read && read.errors),
    ...(body.trim() === '' && { body: 'Isi belum ditulis. Beberapa kalimat sudah cukup.' }),
    ...(isRefusal(added) && added.errors),
  }
  if ('errors' in read || isRefusal(added) || Object.keys(errors).length > 0) return invalid(errors)
  const content = await insertContent(ctx, link.agencyId, read.draft, added?.id ?? null)
  await ctx.db.insertInto('hand_in').values({ content_id: content.id, link_id: link.id, at: ctx.now }).execute()
  await recordContent(ctx, 'created', content)
  return { contentId: content.id }
}

async function countSince(ctx: Ctx, linkId: string, since: Date): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('hand_in')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('link_id', '=', linkId)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
