import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { type Handover, postOf } from './handover.ts'
import './data/tables.ts'

const all = (ctx: Ctx) =>
  ctx.db
    .selectFrom('handover as h')
    .innerJoin('person as n', 'n.id', 'h.newcomer_id')
    .leftJoin('person as l', 'l.id', 'h.leaver_id')
    .select([
      'h.id',
      'h.agency_id as agencyId',
      'h.role',
      'h.deputy',
      'l.name as leaverName',
      'n.name as newcomerName',
      'n.email as newcomerEmail',
      'h.day',
      'h.decree',
      'h.note',
      'h.absent',
      'h.made_by_name as madeByName',
      'h.made_at as madeAt',
      'h.went_over as wentOver',
      'h.done_at as doneAt',
    ])

/** The hand-overs of an agency, the latest first. */
export async function findHandovers(ctx: Ctx, agencyId: string): Promise<Handover[]> {
  const rows = await all(ctx).where('h.agency_id', '=', agencyId).orderBy('h.day', 'desc').execute()
  return rows.map((row) => ({ ...row, post: postOf(row) }))
}

/** One record (berita acara). Throws `Missing`, also for what this actor may not see. */
export async function findHandover(ctx: Ctx, id: string): Promise<Handover> {
  const row = isId(id) ? await all(ctx).where('h.id', '=', id).executeTakeFirst() : undefined
  if (!row || !may(ctx.actor, 'agency.read', row.agencyId)) throw new Missing(`handover ${id}`)
  return { ...row, post: postOf(row) }
}
