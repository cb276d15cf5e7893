import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { type AgencyPeriod, factsOf, type Timeline } from '../agency-timeline.ts'
import type { AgencyNameRow } from './tables.ts'

/** Holds the register until the end of the transaction: changes come one after another. Answers its new version. */
export async function holdRegister(ctx: Ctx): Promise<string> {
  const { version } = await ctx.db
    .updateTable('agency_register')
    .set({ version: sql`version + 1` })
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export const registerVersion = async (ctx: Ctx): Promise<string> =>
  (await ctx.db.selectFrom('agency_register').select('version').executeTakeFirstOrThrow()).version

/** The lives of these agencies, or of all, by id. */
export async function findTimelines(ctx: Ctx, ids?: readonly string[]): Promise<Map<string, Timeline>> {
  if (ids?.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('agency_name')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('agency_id', '=', sql<string>`any(${ids}::text[])`))
    .orderBy('agency_id')
    .orderBy('from_day')
    .execute()
  const timelines = new Map<string, AgencyPeriod[]>()
  for (const row of rows) {
    const timeline = timelines.get(row.agency_id)
    if (timeline) timeline.push(periodOf(row))
    else timelines.set(row.agency_id, [periodOf(row)])
  }
  return timelines
}

export const periodOf = (row: AgencyNameRow): AgencyPeriod => ({
  name: row.name,
  abbreviation: row.abbreviation,
  kind: row.kind,
  parentId: row.parent_id,
  regionCode: row.region_code,
  host: row.host,
  from: row.from_day,
  to: row.to_day,
  decree: row.decree,
  endDecree: row.end_decree,
})

const rowOf = (id: string, period: AgencyPeriod, recordedAt: Date): AgencyNameRow => {
  const { name, abbreviation, kind, parentId, regionCode, host } = factsOf(period)
  return {
    agency_id: id,
    from_day: period.from,
    to_day: period.to,
    name,
    abbreviation,
    kind,
    parent_id: parentId,
    region_code: regionCode,
    host,
    decree: period.decree,
    end_decree: period.endDecree,
    recorded_at: recordedAt,
  }
}

export interface Change {
  id: string
  before: Timeline
  after: Timeline
}

/** What of `before` no longer holds, and what of `after` is new. */
export function differences({ before, after }: Pick<Change, 'before' | 'after'>) {
  const [old, fresh] = [before, after].map((timeline) => new Set(timeline.map((period) => JSON.stringify(period))))
  return {
    gone: before.filter((period) => !fresh?.has(JSON.stringify(period))),
    come: after.filter((period) => !old?.has(JSON.stringify(period))),
  }
}

/**
 * Writes new timelines. Periods that no longer hold are kept in `superseded_agency_name` with what was wrong about
 * them, so that what was believed stays answerable. All go before any comes: a host may pass from one to another.
 */
export async function saveTimelines(ctx: Ctx, changes: readonly Change[], reason: string | null): Promise<void> {
  const touched = changes.map((change) => ({ id: change.id, ...differences(change) }))
  const gone = touched.flatMap(({ id, gone }) => gone.map(({ from }) => ({ id, from })))
  for (const part of parts(gone))
    await sql`
      with gone as (
        delete from agency_name n using jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as g(id text, "from" date)
        where n.agency_id = g.id and n.from_day = g."from" returning n.*
      )
      insert into superseded_agency_name
      select agency_id, from_day, to_day, name, abbreviation, kind, parent_id, region_code, host, decree, end_decree,
        recorded_at, ${ctx.now}, ${reason} from gone`.execute(ctx.db)
  const come = touched.flatMap(({ id, come }) => come.map((period) => rowOf(id, period, ctx.now)))
  for (const part of parts(come)) await ctx.db.insertInto('agency_name').values(part).execute()
  for (const part of parts(touched.map(({ id }) => id)))
    await ctx.db
      .updateTable('agency')
      .set({ version: sql`version + 1` })
      .where('id', '=', sql<string>`any(${part}::text[])`)
      .execute()
}

/** A statement carries at most 65,535 values. */
function* parts<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000)
}
