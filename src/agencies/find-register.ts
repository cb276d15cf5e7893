import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { pageOf } from '../platform/http/api-page.ts'
import type { Agency, AgencyKind } from './agency.ts'
import { factColumns, heldOn, kindOrder, placeOfKind } from './data/agency-rows.ts'

export interface RegisterQuery {
  day: string
  /** '' for the agencies that owe a report: all but hospitals and urban villages. */
  kind: AgencyKind | ''
  /** Id of the last agency of the page before. */
  after: string
  limit: number
}

/** Beyond this many nobody counts along, and the database need not either. */
const countLimit = 1000

/** One page of the register of `day`, in the city's order. `count` is of all pages; null: more than 1,000. */
export async function findRegister(
  ctx: Ctx,
  query: RegisterQuery,
): Promise<{ items: Agency[]; next: string | null; count: number | null }> {
  const wanted = ofKind(query.kind)
  const after = query.after === '' ? undefined : await placeOf(ctx, query)
  const [rows, count] = await Promise.all([
    heldOn(ctx, query.day)
      .where(wanted)
      .$if(after !== undefined, (rows) => rows.where(after ?? sql<boolean>`true`))
      .select(factColumns)
      .orderBy(kindOrder)
      .orderBy('n.name')
      .orderBy('n.agency_id')
      .limit(query.limit + 1)
      .execute(),
    countUpTo(ctx, query.day, wanted),
  ])
  return { ...pageOf(rows, query.limit, ({ id }) => id), count: count > countLimit ? null : count }
}

const ofKind = (kind: RegisterQuery['kind']): RawBuilder<boolean> =>
  kind === ''
    ? sql<boolean>`n.kind <> 'hospital' and n.kind <> 'subdistrict'`
    : sql<boolean>`${kindOrder} = ${sql.lit(placeOfKind(kind))}`

async function placeOf(ctx: Ctx, { day, after }: RegisterQuery): Promise<RawBuilder<boolean> | undefined> {
  const row = await heldOn(ctx, day)
    .where('n.agency_id', '=', after)
    .select([kindOrder.as('place'), 'n.name'])
    .executeTakeFirst()
  return row && sql<boolean>`(${kindOrder}, n.name, n.agency_id) > (${row.place}, ${row.name}, ${after})`
}

async function countUpTo(ctx: Ctx, day: string, wanted: RawBuilder<boolean>): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(
      heldOn(ctx, day)
        .where(wanted)
        .select(sql<number>`1`.as('one'))
        .limit(countLimit + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
