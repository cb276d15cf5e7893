import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { Turn } from '../turns.ts'
import type { TurnTable } from './tables.ts'

/** A turn as it is known now, and since which month (its first day, WIB). */
export interface KnownTurn {
  turn: Turn
  knownFrom: string
}

/** The latest turn of each of these cases that has one, by case. */
export async function latestTurns(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, KnownTurn>> {
  const rows = await ctx.db
    .selectFrom('turn')
    .distinctOn('case_id')
    .selectAll()
    .where('case_id', '=', sql<string>`any(${caseIds}::uuid[])`)
    .where('known_until', 'is', null)
    .orderBy('case_id')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.case_id, { turn: toTurn(row), knownFrom: row.known_from }]))
}

export const toTurn = (row: Selectable<TurnTable>): Turn => ({
  caseId: row.case_id,
  number: row.number,
  agencyId: row.agency_id,
  kind: row.kind,
  channel: row.channel,
  at: row.came_at,
  passedIn: row.passed_in,
  dueAt: row.due_at,
  answeredAt: row.answered_at,
  recordedAt: row.recorded_at,
  inTime: row.in_time,
  workingMinutes: row.working_minutes,
  leftAt: row.left_at,
  leftHow: row.left_how,
  closedAt: row.closed_at,
  outcome: row.outcome,
  solved: row.solved,
})

const toRow = ({ turn, knownFrom }: KnownTurn) => ({
  case_id: turn.caseId,
  number: turn.number,
  known_from: knownFrom,
  agency_id: turn.agencyId,
  kind: turn.kind,
  channel: turn.channel,
  came_at: turn.at,
  passed_in: turn.passedIn,
  due_at: turn.dueAt,
  answered_at: turn.answeredAt,
  recorded_at: turn.recordedAt,
  in_time: turn.inTime,
  working_minutes: turn.workingMinutes,
  left_at: turn.leftAt,
  left_how: turn.leftHow,
  closed_at: turn.closedAt,
  outcome: turn.outcome,
  solved: turn.solved,
})

/**
 * Saves versions of turns, one of each at most, in one statement: a version of the same month changes in place, one of
 * an earlier month is closed and stays. Class, theme, topic and place are those the case has now.
 */
export async function saveTurns(ctx: Ctx, turns: readonly KnownTurn[]): Promise<void> {
  if (turns.length === 0) return
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(turns.map(toRow))}::jsonb) as told (
        case_id uuid, number int, known_from date, agency_id text, kind text, channel text, came_at timestamptz,
        passed_in boolean, due_at timestamptz, answered_at timestamptz, recorded_at timestamptz, in_time boolean,
        working_minutes int, left_at timestamptz, left_how text, closed_at timestamptz, outcome text, solved boolean)
    ), closed as (
      update turn set known_until = told.known_from
      from told
      where turn.case_id = told.case_id and turn.number = told.number
        and turn.known_until is null and turn.known_from < told.known_from
    )
    insert into turn (
      case_id, number, known_from, agency_id, kind, class, channel, theme, topic_id, district_id, subdistrict_id,
      came_at, passed_in, due_at, answered_at, recorded_at, in_time, working_minutes, left_at, left_how, closed_at,
      outcome, solved)
    select told.case_id, told.number, told.known_from, told.agency_id, told.kind, cases.class, told.channel,
      cases.theme, cases.topic_id, cases.district_id, cases.subdistrict_id, told.came_at, told.passed_in, told.due_at,
      told.answered_at, told.recorded_at, told.in_time, told.working_minutes, told.left_at, told.left_how,
      told.closed_at, told.outcome, told.solved
    from told join cases on cases.id = told.case_id
    on conflict (case_id, number, known_from) do update set
      agency_id = excluded.agency_id, kind = excluded.kind, class = excluded.class, channel = excluded.channel,
      theme = excluded.theme, topic_id = excluded.topic_id, district_id = excluded.district_id,
      subdistrict_id = excluded.subdistrict_id, due_at = excluded.due_at, answered_at = excluded.answered_at,
      recorded_at = excluded.recorded_at, in_time = excluded.in_time, working_minutes = excluded.working_minutes,
      left_at = excluded.left_at, left_how = excluded.left_how, closed_at = excluded.closed_at,
      outcome = excluded.outcome, solved = excluded.solved`.execute(ctx.db)
}
