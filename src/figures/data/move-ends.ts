import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'

export interface MovedEnd {
  caseId: string
  dueAt: string | null
}

const kept =
  sql.raw(`case_id, number, agency_id, kind, class, channel, theme, topic_id, district_id, subdistrict_id, came_at,
  passed_in, answered_at, recorded_at, in_time, working_minutes, left_at, left_how, closed_at, outcome, solved`)

/**
 * Gives the latest turn of each of these cases, each named once, its new end unless it is answered; in one statement,
 * for a change of calendar moves all of them. `month` is the first day of the one in which it became known. Answers of
 * the cases that have no turn.
 */
export async function moveEnds(ctx: Ctx, month: string, ends: readonly MovedEnd[]): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    with told as (
      select "caseId" as case_id, "dueAt" as due_at
      from json_to_recordset(${JSON.stringify(ends)}::json) as told ("caseId" uuid, "dueAt" timestamptz)
    ), latest as (
      select distinct on (turn.case_id) turn.ctid as place, turn.case_id, known_from, recorded_at, told.due_at
      from told join turn on turn.case_id = told.case_id
      where known_until is null order by turn.case_id, number desc
    ), changed as (
      update turn set due_at = latest.due_at from latest
      where turn.ctid = latest.place and latest.recorded_at is null and latest.known_from >= ${month}::date
    ), closed as (
      update turn set known_until = ${month}::date from latest
      where turn.ctid = latest.place and latest.recorded_at is null and latest.known_from < ${month}::date
    ), added as (
      insert into turn (known_from, due_at, ${kept})
      select ${month}::date, moved.due_at, ${kept}
      from turn join (select place, due_at from latest where recorded_at is null and known_from < ${month}::date)
        as moved (place, due_at) on turn.ctid = moved.place
    )
    select case_id from told where case_id not in (select case_id from latest)`.execute(ctx.db)
  return rows.map(({ case_id }) => case_id)
}
