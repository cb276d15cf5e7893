import { type Selectable, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { isId } from '../../platform/id.ts'
import { Missing } from '../../platform/refusal.ts'
import type { CaseTable } from './tables.ts'

export type InboxRow = Selectable<CaseTable>

interface Wanted {
  scope: 'all' | readonly string[]
  agencyId: string | undefined
  limit: number
  cursor: string | undefined
}

const inbox = (ctx: Ctx, { scope, agencyId, limit }: Wanted) =>
  ctx.db
    .selectFrom('cases')
    .selectAll('cases')
    .$if(scope !== 'all', (query) => query.where('cases.agency_id', 'in', scope as readonly string[]))
    .$if(agencyId !== undefined, (query) => query.where('cases.agency_id', '=', agencyId ?? ''))
    .limit(limit)

/** Cases that wait for the agency, by what is due next; an unknown end comes last. */
export async function runningRows(
  ctx: Ctx,
  wanted: Wanted & { only: 'open' | 'replied' | undefined },
): Promise<InboxRow[]> {
  // Written out, so that the partial indexes fit.
  let query = inbox(ctx, wanted).where(sql<boolean>`cases.state in ('open', 'replied')`)
  if (wanted.only) query = query.where('cases.state', '=', wanted.only)
  const cursor = readCursor(wanted.cursor)
  if (cursor)
    query = query.where(
      cursor.at === null
        ? sql<boolean>`cases.next_due_at is null and cases.id > ${cursor.id}`
        : sql<boolean>`((cases.next_due_at, cases.id) > (${cursor.at}::timestamptz, ${cursor.id}::uuid) or cases.next_due_at is null)`,
    )
  return query.orderBy('cases.next_due_at').orderBy('cases.id').execute()
}

/** Cases in a state that waits for nobody, the latest first. */
export async function settledRows(ctx: Ctx, state: 'answered' | 'closed', wanted: Wanted): Promise<InboxRow[]> {
  let query = inbox(ctx, wanted).where('cases.state', '=', state)
  const cursor = readCursor(wanted.cursor)
  if (cursor)
    query = query.where(sql<boolean>`(cases.state_since, cases.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`)
  return query.orderBy('cases.state_since', 'desc').orderBy('cases.id', 'desc').execute()
}

export const cursorOf = (at: Date | null, id: string): string => `${at?.toISOString() ?? '-'}_${id}`

/** Throws `Missing` for what we never wrote. */
function readCursor(text: string | undefined): { at: string | null; id: string } | undefined {
  if (text === undefined) return undefined
  const [at = '', id = ''] = text.split('_')
  if (!isId(id) || (at !== '-' && Number.isNaN(Date.parse(at)))) throw new Missing(`page ${text}`)
  return { at: at === '-' ? null : at, id }
}
