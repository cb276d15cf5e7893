import { may, refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { conflict, type FieldErrors, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { findAnnouncement } from './find-announcements.ts'
import './data/tables.ts'

interface Followed {
  announcementId: string
  agencyId: string
  /** Shared by hand in X (`note`: where), or not for this agency (`note`: why). */
  state: string
  note: string
}

function refuseNote({ state, note }: Followed): FieldErrors {
  if (state !== 'reposted' && state !== 'declined') return { state: 'Pilih salah satu.' }
  if (note.length > 500) return { note: 'Paling banyak 500 huruf.' }
  if (state === 'declined' && note === '') return { note: 'Tuliskan mengapa tidak relevan.' }
  if (state === 'reposted' && note !== '' && !/^https?:\/\/\S+$/.test(note))
    return { note: 'Tuliskan alamat lengkapnya di X, atau kosongkan.' }
  return {}
}

/** An agency says what it made of an announcement, other than writing a post of its own. */
export async function followAnnouncement(ctx: Ctx, given: Followed): Promise<{ agencyId: string } | Refusal> {
  const input = { ...given, note: cleanText(given.note) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'post.read', input.agencyId)) throw new Missing(`task of ${input.agencyId}`)
    const { id } = await findAnnouncement(ctx, input.announcementId)
    const task = await ctx.db
      .selectFrom('announcement_task')
      .select('state')
      .where('announcement_id', '=', id)
      .where('agency_id', '=', input.agencyId)
      .forUpdate()
      .executeTakeFirst()
    const refusal = refuseUnless(ctx.actor, 'post.write', input.agencyId)
    if (refusal) return refusal
    if (!task) throw new Missing(`task of ${input.agencyId}`)
    if (task.state !== 'open') return conflict('Pengumuman ini sudah ditindaklanjuti.')
    const errors = refuseNote(input)
    if (Object.keys(errors).length > 0) return invalid(errors)
    await ctx.db
      .updateTable('announcement_task')
      .set({
        state: input.state === 'reposted' ? 'reposted' : 'declined',
        note: input.note === '' ? null : input.note,
        person_name: 'name' in ctx.actor ? ctx.actor.name : '',
        done_at: ctx.now,
      })
      .where('announcement_id', '=', id)
      .where('agency_id', '=', input.agencyId)
      .execute()
    await record(ctx, 'announcement.followed', {
      thing: 'announcement',
      id,
      agencyId: input.agencyId,
      after: { state: input.state, note: input.note },
    })
    return { agencyId: input.agencyId }
  })
}
