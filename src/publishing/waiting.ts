import { scopeOf } from '../agencies/policy.ts'
import type { Waiting } from '../platform/area.ts'
import type { Ctx } from '../platform/ctx.ts'
import { contentPaths } from './paths.ts'
import './data/tables.ts'

/** For approvers what was submitted to them, for writers what came back and what contributors handed in. */
export async function contentWaiting(ctx: Ctx): Promise<Waiting[]> {
  const [approves, writes] = [scopeOf(ctx.actor, 'content.approve'), scopeOf(ctx.actor, 'content.write')]
  if (approves === 'all' || writes === 'all') return []
  const counted = ctx.db.selectFrom('content').select(({ fn }) => fn.countAll<string>().as('count'))
  const [review, returned, handedIn] = await Promise.all([
    counted
      .where('state', '=', 'in-review')
      .where('agency_id', 'in', [...approves, ''])
      .executeTakeFirstOrThrow(),
    counted
      .where('state', '=', 'draft')
      .where('return_reason', 'is not', null)
      .where('agency_id', 'in', [...writes, ''])
      .executeTakeFirstOrThrow(),
    counted
      .innerJoin('hand_in', 'hand_in.content_id', 'content.id')
      .where('state', '=', 'draft')
      .where('editor_id', 'is', null)
      .where('agency_id', 'in', [...writes, ''])
      .executeTakeFirstOrThrow(),
  ])
  return [
    {
      text: 'Konten menunggu persetujuan Anda',
      href: contentPaths.list.href({}, { keadaan: 'in-review' }),
      count: Number(review.count),
      urgent: false,
    },
    {
      text: 'Konten dikembalikan untuk diperbaiki',
      href: contentPaths.list.href({}, { keadaan: 'draft' }),
      count: Number(returned.count),
      urgent: false,
    },
    {
      text: 'Bahan dari kontributor yang belum disunting',
      href: contentPaths.list.href({}, { keadaan: 'draft', asal: 'kontributor' }),
      count: Number(handedIn.count),
      urgent: false,
    },
  ].filter(({ count }) => count > 0)
}
