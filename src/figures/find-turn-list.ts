import { sql } from 'kysely'
import { scopeOf } from '../agencies/policy.ts'
import { registerText } from '../cases/register-text.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { countedIn, type TurnFilter } from './data/turn-where.ts'
import type { FigureName } from './message-count.ts'
import type { Period } from './period.ts'

/** A turn behind a figure. Ticket and subject only where the actor may see the case today. */
export interface ListedTurn {
  register: string
  ticket: string | null
  subject: string | null
  agencyId: string
  kind: string
  channel: string
  cameAt: Date
  dueAt: Date | null
  answeredAt: Date | null
  inTime: boolean | null
  workingMinutes: number | null
}

/** The turns that a figure counts, by the very condition it was counted with; the earliest first. */
export async function findTurnList(
  ctx: Ctx,
  { figure, period, filter }: { figure: FigureName; period: Period; filter: TurnFilter },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: ListedTurn[]; next: string | null }> {
  const after = readCursor(cursor)
  const rows = await ctx.db
    .selectFrom('turn')
    .innerJoin('cases', 'cases.id', 'turn.case_id')
    .selectAll('turn')
    .select([
      'cases.ticket',
      'cases.subject',
      'cases.agency_id as held_by',
      'cases.register_agency_id',
      'cases.register_year',
      'cases.register_number',
    ])
    .where(countedIn(figure, period, filter, ctx.now))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(turn.came_at, turn.case_id, turn.number) >
          (${after?.at}::timestamptz, ${after?.caseId}::uuid, ${after?.number}::int)`,
      ),
    )
    .orderBy('turn.came_at')
    .orderBy('turn.case_id')
    .orderBy('turn.number')
    .limit(limit + 1)
    .execute()
  const scope = scopeOf(ctx.actor, 'case.read')
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => {
      const seen = scope === 'all' || scope.includes(row.held_by)
      return {
        register: registerText(row),
        ticket: seen ? row.ticket : null,
        subject: seen ? row.subject : null,
        agencyId: row.agency_id,
        kind: row.kind,
        channel: row.channel,
        cameAt: row.came_at,
        dueAt: row.due_at,
        answeredAt: row.answered_at,
        inTime: row.in_time,
        workingMinutes: row.working_minutes,
      }
    }),
    next: last ? `${last.came_at.toISOString()}_${last.case_id}_${last.number}` : null,
  }
}

/** Throws `Missing` for what we never wrote. */
function readCursor(text: string | undefined): { at: string; caseId: string; number: number } | undefined {
  if (!text) return undefined
  const [at = '', caseId = '', number = ''] = text.split('_')
  if (!isId(caseId) || Number.isNaN(Date.parse(at)) || !/^\d{1,6}$/.test(number)) throw new Missing(`page ${text}`)
  return { at, caseId, number: Number(number) }
}
