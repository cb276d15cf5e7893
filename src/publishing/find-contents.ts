import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import type { Content, ContentKind, ContentState } from './content.ts'
import { contentColumns } from './data/contents.ts'

const visible = (ctx: Ctx) => {
  const scope = scopeOf(ctx.actor, 'content.read')
  return ctx.db
    .selectFrom('content')
    .$if(scope !== 'all', (query) => query.where('content.agency_id', 'in', scope === 'all' ? [] : [...scope, '']))
}

/** One item, of an agency whose content the actor may read. Throws `Missing`. */
export async function findContent(ctx: Ctx, id: string): Promise<Content> {
  const found = isId(id) ? await visible(ctx).select(contentColumns).where('id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new Missing(`content ${id}`)
  return found
}

/** The same, kept by this transaction: nobody else changes it until the end. */
export async function findContentToChange(ctx: Ctx, id: string): Promise<Content> {
  if (isId(id)) await ctx.db.selectFrom('content').select('id').where('id', '=', id).forUpdate().execute()
  return findContent(ctx, id)
}

export interface ContentFilter {
  agencyId?: string | undefined
  kind?: ContentKind | undefined
  state?: ContentState | undefined
  /** Part of the title. */
  words?: string | undefined
  /** Only what contributors handed in. */
  handedIn?: boolean | undefined
}

/** `handedIn`: by a contributor without an account. */
export type ContentRow = { handedIn: boolean } & Pick<
  Content,
  | 'id'
  | 'agencyId'
  | 'kind'
  | 'theme'
  | 'title'
  | 'slug'
  | 'state'
  | 'authorName'
  | 'changedAt'
  | 'firstPublishedAt'
  | 'revisionId'
>

const fromContributor = sql<boolean>`exists (select from hand_in where hand_in.content_id = content.id)`

/** What the actor may see, last changed first. `cursor` is what the part before gave as `next`. */
export async function findContents(
  ctx: Ctx,
  filter: ContentFilter = {},
  page: { limit?: number; cursor?: string | undefined } = {},
): Promise<{ items: ContentRow[]; next: string | null }> {
  const { limit = 50 } = page
  const after = readCursor(page.cursor)
  const { agencyId, kind, state, words, handedIn } = filter
  const rows = await visible(ctx)
    .$if(handedIn === true, (query) => query.where(fromContributor))
    .select(['id', 'agency_id as agencyId', 'kind', 'theme', 'title', 'slug', 'state', 'author_name as authorName'])
    .select(['changed_at as changedAt', 'first_published_at as firstPublishedAt', 'revision_id as revisionId'])
    .select(fromContributor.as('handedIn'))
    .$if(agencyId !== undefined, (query) => query.where('agency_id', '=', agencyId ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'news'))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'draft'))
    .$if(!!words, (query) => query.where('title', 'ilike', `%${(words ?? '').replace(/[%_\\]/g, '\\$&')}%`))
    .$if(after !== null, (query) => query.where(sql<boolean>`(changed_at, id) < (${after?.at}, ${after?.id})`))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.changedAt.toISOString()}_${last.id}` : null }
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? []
  const instant = new Date(at)
  return Number.isNaN(instant.getTime()) || !isId(id) ? null : { at: instant, id }
}

export interface ContentEvent {
  at: Date
  action: string
  actorName: string
  reason: string | null
}

/** What happened to it, newest first. */
export async function findHistory(ctx: Ctx, content: Content): Promise<ContentEvent[]> {
  return ctx.db
    .selectFrom('event')
    .select(['at', 'action', 'actor_name as actorName', sql<string | null>`after->>'reason'`.as('reason')])
    .where('thing', '=', 'content')
    .where('thing_id', '=', content.id)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
