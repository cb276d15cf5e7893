import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { newId } from '../../platform/id.ts'
import { bodyHtml, rulesVersion } from '../body.ts'
import type { Content } from '../content.ts'
import type { Draft } from '../draft.ts'
import { freeSlug, slugOf } from '../slug.ts'
import './tables.ts'

export const contentColumns = [
  'content.id',
  'content.agency_id as agencyId',
  'content.kind',
  'content.theme',
  'content.title',
  'content.slug',
  'content.summary',
  'content.body_source as bodySource',
  'content.body_html as bodyHtml',
  'content.picture_id as pictureId',
  'content.event_day as eventDay',
  'content.event_place as eventPlace',
  'content.state',
  'content.significant',
  'content.return_reason as returnReason',
  'content.version',
  'content.author_id as authorId',
  'content.author_name as authorName',
  'content.editor_id as editorId',
  'content.editor_name as editorName',
  'content.created_at as createdAt',
  'content.changed_at as changedAt',
  'content.revision_id as revisionId',
  'content.first_published_at as firstPublishedAt',
  'content.significant_change_at as significantChangeAt',
  'content.minor_change_at as minorChangeAt',
] as const

/** Who acts, as kept beside what they did. Jobs have no id. */
export const byActor = ({ actor }: Ctx): { id: string | null; name: string } => ({
  id: 'id' in actor ? actor.id : null,
  name: 'name' in actor ? actor.name : 'Sistem',
})

/** Two writers of one agency take turns here, so that both cannot get the same address. */
async function takeSlug(ctx: Ctx, agencyId: string, title: string, own: string | null): Promise<string> {
  const slug = slugOf(title)
  await sql`select pg_advisory_xact_lock(hashtext(${`slug:${agencyId}`}))`.execute(ctx.db)
  const rows = await ctx.db
    .selectFrom('content')
    .select('slug')
    .where('agency_id', '=', agencyId)
    .where((where) => where.or([where('slug', '=', slug), where('slug', 'like', `${slug}-%`)]))
    .$if(own !== null, (query) => query.where('id', '!=', own ?? ''))
    .execute()
  return freeSlug(slug, new Set(rows.map((row) => row.slug)))
}

const written = (draft: Draft) => {
  const html = bodyHtml(draft.body)
  return {
    kind: draft.kind,
    theme: draft.theme,
    title: draft.title,
    summary: draft.summary,
    body_source: draft.body,
    body_html: html,
    rules_version: rulesVersion,
    event_day: draft.eventDay,
    event_place: draft.eventPlace,
  }
}

export async function insertContent(
  ctx: Ctx,
  agencyId: string,
  draft: Draft,
  pictureId: string | null,
): Promise<Content> {
  const by = byActor(ctx)
  return ctx.db
    .insertInto('content')
    .values({
      id: newId(),
      agency_id: agencyId,
      ...written(draft),
      slug: await takeSlug(ctx, agencyId, draft.title, null),
      picture_id: pictureId,
      state: 'draft',
      significant: true,
      return_reason: null,
      version: 1,
      author_id: by.id,
      author_name: by.name,
      editor_id: by.id,
      editor_name: by.name,
      created_at: ctx.now,
      changed_at: ctx.now,
      revision_id: null,
      first_published_at: null,
      significant_change_at: null,
      minor_change_at: null,
    })
    .returning(contentColumns)
    .executeTakeFirstOrThrow()
}

/** The address follows the title until the first publication, and is stable from then on. */
export async function updateContent(
  ctx: Ctx,
  content: Content,
  draft: Draft,
  change: { pictureId: string | null; significant: boolean },
): Promise<Content> {
  const by = byActor(ctx)
  const renamed = content.firstPublishedAt === null && draft.title !== content.title
  return ctx.db
    .updateTable('content')
    .set({
      ...written(draft),
      slug: renamed ? await takeSlug(ctx, content.agencyId, draft.title, content.id) : content.slug,
      picture_id: change.pictureId,
      significant: change.significant,
      state: content.state === 'published' ? 'draft' : content.state,
      editor_id: by.id,
      editor_name: by.name,
      changed_at: ctx.now,
      version: sql`version + 1`,
    })
    .where('id', '=', content.id)
    .returning(contentColumns)
    .executeTakeFirstOrThrow()
}

type Step = Partial<
  Pick<Content, 'state' | 'returnReason' | 'revisionId' | 'firstPublishedAt' | 'significantChangeAt' | 'minorChangeAt'>
>

/** A step of the workflow: what was written stays as it is. */
export async function saveStep(ctx: Ctx, content: Content, step: Step): Promise<Content> {
  const next = { ...content, ...step }
  return ctx.db
    .updateTable('content')
    .set({
      state: next.state,
      return_reason: next.returnReason,
      revision_id: next.revisionId,
      first_published_at: next.firstPublishedAt,
      significant_change_at: next.significantChangeAt,
      minor_change_at: next.minorChangeAt,
      changed_at: ctx.now,
      version: sql`version + 1`,
    })
    .where('id', '=', content.id)
    .returning(contentColumns)
    .executeTakeFirstOrThrow()
}
