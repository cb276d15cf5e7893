import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { CaseKind, CaseState } from '../case.ts'
import type { CaseTheme } from '../case-theme.ts'
import './search-tables.ts'

export interface AlikeRow {
  id: string
  ticket: string
  subject: string
  kind: CaseKind
  theme: CaseTheme | null
  agencyId: string
  state: CaseState
  receivedAt: Date
  topicId: string | null
  districtId: string | null
  subdistrictId: string | null
  latitude: number | null
  longitude: number | null
  stems: string[]
}

/** Tokens of the index hold a colon, words never do. */
const isStem = (lexeme: string): boolean => !lexeme.includes(':')

export async function caseStems(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await sql<{ stems: string[] }>`
    select to_json(tsvector_to_array(words)) as stems from case_search where case_id = ${id}`.execute(ctx.db)
  return (rows[0]?.stems ?? []).filter(isStem)
}

/** The latest cases of these months that hold one of these pairs of stems. */
export async function alikeRows(
  ctx: Ctx,
  asked: {
    pairs: readonly (readonly [string, string])[]
    months: readonly string[]
    scope: 'all' | readonly string[]
    except: string | null
    isPublic: boolean
  },
): Promise<AlikeRow[]> {
  const { pairs, months, scope, except, isPublic } = asked
  const any = (terms: readonly string[]): string => terms.map(quoted).join(' | ')
  const within = [
    any(months.map((month) => `m:${month}`)),
    ...(scope === 'all' ? [] : [any(scope.map((id) => `a:${id}`))]),
  ]
  // A condition for each word, and an arm for each pair: the index then skips from one to the next, where it would read
  // all of each in one query with `|`.
  const arms = pairs.map((pair) => {
    const terms = [...pair.map(quoted), ...within].map((term) => sql`words @@ ${term}::tsquery`)
    return sql`select case_id from case_search where ${sql.join(terms, sql` and `)}`
  })
  const shown = isPublic ? sql`and not c.secret and not c.suspected and c.class <> 'supervisory'` : sql``
  const { rows } = await sql<AlikeRow>`
    with hit as materialized (
      select case_id, received_at, words from case_search
      where case_id in (${sql.join(arms, sql` union `)})
      order by received_at desc limit 200
    )
    select c.id, c.ticket, c.subject, c.kind, c.theme, c.agency_id as "agencyId", c.state, c.received_at as "receivedAt",
      c.topic_id as "topicId", c.district_id as "districtId", c.subdistrict_id as "subdistrictId", c.latitude, c.longitude,
      to_json(tsvector_to_array(hit.words)) as stems
    from hit join cases c on c.id = hit.case_id
    where c.merged_into_id is null and c.id is distinct from ${except} ${shown}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, stems: row.stems.filter(isStem) }))
}

/** One case, where it may be seen and is not merged away. */
export const similarRow = (ctx: Ctx, id: string, scope: 'all' | readonly string[]) =>
  ctx.db
    .selectFrom('cases')
    .select([
      'id',
      'ticket',
      'subject',
      'agency_id as agencyId',
      'state',
      'received_at as receivedAt',
      'topic_id as topicId',
    ])
    .where('id', '=', id)
    .where('merged_into_id', 'is', null)
    .$if(scope !== 'all', (query) => query.where('agency_id', 'in', scope as readonly string[]))
    .executeTakeFirst()

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, (sign) => `${sign}${sign}`)}'`
