import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { type Announcement, type AnnouncementInput, refuseAnnouncement } from './announcement.ts'
import { lockPost } from './data/post-rows.ts'
import { findAnnouncement } from './find-announcements.ts'
import { findPost } from './find-posts.ts'
import './data/tables.ts'

/** Asks these agencies to make a published broadcast known too, in their own words or by hand. Of Diskominfostandi. */
export async function makeAnnouncement(
  ctx: Ctx,
  given: AnnouncementInput & { postId: string },
): Promise<Announcement | Refusal> {
  const input = { ...given, points: cleanText(given.points) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'announcement.manage')) return forbidden()
    await findPost(ctx, input.postId)
    const post = await lockPost(ctx, input.postId)
    if (post.purpose !== 'broadcast' || post.state !== 'published')
      return conflict('Hanya siaran yang sudah terbit yang dapat diumumkan ke seluruh kota.')
    const agencyIds = input.agencyIds.filter((id) => id !== post.agencyId)
    const errors = refuseAnnouncement({ ...input, agencyIds }, dayInWib(ctx.now))
    if (Object.keys(errors).length > 0) return invalid(errors)
    const known = await ctx.db.selectFrom('agency').select('id').where('id', 'in', agencyIds).execute()
    if (known.length < new Set(agencyIds).size) return invalid({ agencyIds: 'Perangkat daerah tidak dikenal.' })
    const id = newId()
    const saved = await ctx.db
      .insertInto('announcement')
      .values({
        id,
        post_id: post.id,
        points: input.points,
        until_day: input.untilDay,
        author_id: 'id' in ctx.actor ? ctx.actor.id : '',
        author_name: 'name' in ctx.actor ? ctx.actor.name : '',
        created_at: ctx.now,
      })
      .onConflict((already) => already.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return conflict('Siaran ini sudah diumumkan ke seluruh kota.')
    const task = {
      announcement_id: id,
      state: 'open',
      post_id: null,
      note: null,
      person_name: null,
      done_at: null,
    } as const
    await ctx.db
      .insertInto('announcement_task')
      .values(known.map((agency) => ({ ...task, agency_id: agency.id })))
      .execute()
    await record(ctx, 'announcement.made', {
      thing: 'announcement',
      id,
      agencyId: post.agencyId,
      after: { postId: post.id, untilDay: input.untilDay, agencies: known.length },
    })
    return findAnnouncement(ctx, id)
  })
}
