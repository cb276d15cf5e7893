import { sql } from 'kysely'
import type { CaseKind } from '../cases/case.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import './data/tables.ts'

/** A question and its answer, for everybody. */
export interface Published {
  id: string
  agencyId: string
  kind: CaseKind
  theme: string | null
  districtId: string | null
  subdistrictId: string | null
  question: string
  answer: string
  answeredAt: Date
}

export interface PublishedQuery {
  words: string
  agencyId: string
  theme: string
  /** A district or an urban village. */
  region: string
  /** Id of the last one of the page before. */
  after: string
}

const pageSize = 20

const columns = [
  'id',
  'agency_id as agencyId',
  'kind',
  'theme',
  'district_id as districtId',
  'subdistrict_id as subdistrictId',
  'question',
  'answer',
  'answered_at as answeredAt',
] as const

/** What is shown to everybody, the newest first; `next` is the cursor of the following page. */
export async function findPublished(
  ctx: Ctx,
  { words, agencyId, theme, region, after }: PublishedQuery,
): Promise<{ items: Published[]; next: string | null }> {
  const rows = await ctx.db
    .selectFrom('case_publication')
    .select(columns)
    .where('withdrawn_at', 'is', null)
    .$if(words !== '', (query) =>
      query.where(sql<boolean>`words @@ websearch_to_tsquery('indonesian', ${words.slice(0, 200)})`),
    )
    .$if(agencyId !== '', (query) => query.where('agency_id', '=', agencyId))
    .$if(theme !== '', (query) => query.where('theme', '=', theme))
    .$if(region !== '', (query) =>
      query.where((is) => is.or([is('district_id', '=', region), is('subdistrict_id', '=', region)])),
    )
    .$if(isId(after), (query) =>
      query.where(
        sql<boolean>`(published_at, id) < (select published_at, id from case_publication where id = ${after})`,
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute()
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}

/** One of them. Throws `Missing`, also for what was withdrawn. */
export async function findPublishedOne(ctx: Ctx, id: string): Promise<Published> {
  const row = isId(id)
    ? await ctx.db
        .selectFrom('case_publication')
        .select(columns)
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!row) throw new Missing(`publication ${id}`)
  return row
}
