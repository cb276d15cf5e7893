import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/id.ts'
import { rulesVersion, summaryOf } from '../body.ts'
import type { Content } from '../content.ts'
import type { Picture } from '../picture.ts'
import { byActor } from './contents.ts'
import './tables.ts'

/** Keeps what is about to be shown; returns the id of the revision. */
export async function insertRevision(ctx: Ctx, content: Content, picture: Picture | null): Promise<string> {
  const by = byActor(ctx)
  const { last } = await ctx.db
    .selectFrom('content_revision')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('content_id', '=', content.id)
    .executeTakeFirstOrThrow()
  const revision = {
    id: newId(),
    content_id: content.id,
    agency_id: content.agencyId,
    number: Number(last ?? 0) + 1,
    kind: content.kind,
    theme: content.theme,
    title: content.title,
    summary: content.summary || summaryOf(content.bodyHtml),
    body_html: content.bodyHtml,
    rules_version: rulesVersion,
    picture_id: content.pictureId,
    picture: picture && JSON.stringify(picture),
    event_day: content.eventDay,
    event_place: content.eventPlace,
    significant: content.significant,
    author_name: content.authorName,
    approver_id: by.id,
    approver_name: by.name,
    published_at: ctx.now,
  }
  await ctx.db.insertInto('content_revision').values(revision).execute()
  return revision.id
}
