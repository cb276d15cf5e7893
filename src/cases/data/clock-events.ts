import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { ClockEvent } from '../sla-clock.ts'

interface EventRow {
  case_id: string
  at: Date
  by: ClockEvent['by']
  final: boolean | null
  /** Of a passage. */
  from_agency: string | null
  to_agency: string | null
  /** Of a pause. */
  reason: string | null
  limit_days: number | null
  steps: string[] | null
  ends_by_word: boolean | null
}

/** Everything about a case that moves its clocks, in the order it was told. An officer's reopening counts as a word. */
export const readClockEvents = async (ctx: Ctx, caseId: string): Promise<ClockEvent[]> =>
  (await readClockEventsOf(ctx, [caseId])).get(caseId) ?? []

/** The same of many cases with one question. */
export async function readClockEventsOf(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, ClockEvent[]>> {
  const ids = sql`any(${caseIds}::uuid[])`
  const { rows } = await sql<EventRow>`
    select case_id, case when author = 'citizen' then at else public_at end as at, id,
      case when author = 'citizen' then 'citizen' else 'agency' end as by, final,
      null::text as from_agency, null::text as to_agency,
      null::text as reason, null::integer as limit_days, null::jsonb as steps, null::boolean as ends_by_word, 0 as place
    from case_message
    where case_id = ${ids} and (author = 'citizen' or (state = 'public' and public_at is not null and not automatic))
    union all
    select case_id, at, id, 'closing', null, null, null, null, null, null, null, 0 from case_closure
    where case_id = ${ids} and undone_at is null
    union all
    select case_id, at, id, 'citizen', null, null, null, null, null, null, null, 0 from case_reopening where case_id = ${ids}
    union all
    select case_id, at, id, 'triage', null, null, null, null, null, null, null, 0 from case_triage where case_id = ${ids}
    union all
    select case_id, at, id, 'follow-up', null, null, null, null, null, null, null, 0
    from case_follow_up where case_id = ${ids}
    union all
    select case_id, at, id, 'passage', null, from_agency_id, to_agency_id, null, null, null, null, 0
    from case_passage where case_id = ${ids}
    union all
    select case_id, at, id, 'pause', null, null, null, reason_name, limit_days, steps, ends_by_word, 0
    from case_pause where case_id = ${ids}
    union all
    select case_id, ended_at, id, 'resume', null, null, null, null, null, null, null, 1
    from case_pause where case_id = ${ids} and ended_at is not null
    order by at, id, place`.execute(ctx.db)
  const byCase = new Map<string, ClockEvent[]>()
  for (const row of rows) {
    const events = byCase.get(row.case_id)
    if (events) events.push(toEvent(row))
    else byCase.set(row.case_id, [toEvent(row)])
  }
  return byCase
}

function toEvent(row: EventRow): ClockEvent {
  const { at, by } = row
  switch (by) {
    case 'agency':
      return { by, at, final: row.final ?? false }
    case 'passage':
      return { by, at, from: row.from_agency ?? '', to: row.to_agency ?? '' }
    case 'pause':
      return {
        by,
        at,
        reason: row.reason ?? '',
        limitDays: row.limit_days ?? 0,
        steps: row.steps ?? [],
        endsByWord: row.ends_by_word ?? false,
      }
    default:
      return { by, at }
  }
}
