import { findAgency } from '../agencies/find-agencies.ts'
import { personWith, refusePerson, tidyEmail } from '../people/person.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { later } from '../platform/queue/queue.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib, startOfDay } from '../platform/time.ts'
import { insertAppointment, inviteNewcomer, unlessOverlapping } from './appoint.ts'
import { mayAppoint, refuseTerm } from './appointment.ts'
import { completeHandover, completing } from './complete-handover.ts'
import { correctAppointment } from './correct-appointment.ts'
import { holderOn } from './find-appointments.ts'
import { type HandoverInput, isPost, refuseHandover, roleOf } from './handover.ts'
import './data/tables.ts'

/**
 * Hands a post over: the leaver's appointment ends where the newcomer's begins, the newcomer is invited by mail, and
 * on that day what the leaver had begun goes over. Needs nobody but whoever does it, so that a post whose holder
 * disappeared is filled in minutes. A post nobody holds is simply filled.
 */
export async function handOverPost(ctx: Ctx, input: HandoverInput): Promise<{ id: string } | Refusal> {
  const { agencyId, post, day } = input
  const today = dayInWib(ctx.now)
  const email = tidyEmail(input.email)
  const errors = { ...refuseHandover(input, today), ...refusePerson({ email, name: input.name, password: null }) }
  if (!isPost(post) || Object.keys(errors).length > 0) return invalid(errors)
  const { role, deputy } = roleOf(post)
  if (!mayAppoint(ctx.actor, role, agencyId)) return forbidden()
  const term = { role, deputy, agencyId, from: day, to: null, decree: input.decree, acting: false }
  const wrong = refuseTerm(term)
  if (Object.keys(wrong).length > 0) return invalid(wrong)
  await findAgency(ctx, agencyId)
  return unlessOverlapping(ctx, async (ctx) => {
    const leaver = await holderOn(ctx, { agencyId, role, deputy }, day)
    const newcomerId = await personWith(ctx, email, input.name.trim())
    if (leaver?.personId === newcomerId) return conflict(`${leaver.personName} sudah memegang jabatan ini.`)
    const id = newId()
    if (leaver) {
      const decree = leaver.decree ?? ''
      const ended = await correctAppointment(ctx, { ...leaver, decree, to: day, reason: `Serah terima ${id}` })
      if ('refusal' in ended) return ended
    }
    await insertAppointment(ctx, newcomerId, term)
    await ctx.db
      .insertInto('handover')
      .values({
        id,
        agency_id: agencyId,
        role,
        deputy,
        leaver_id: leaver?.personId ?? null,
        newcomer_id: newcomerId,
        day,
        decree: input.decree.trim() || null,
        note: input.note.trim() || null,
        absent: input.absent,
        made_by_name: 'name' in ctx.actor ? ctx.actor.name : '',
        made_at: ctx.now,
        went_over: null,
        done_at: null,
      })
      .execute()
    const after = { role, deputy, leaverId: leaver?.personId ?? null, newcomerId, day, absent: input.absent }
    await record(ctx, 'handover.made', { thing: 'handover', id, agencyId, after })
    await inviteNewcomer(ctx, newcomerId)
    if (day <= today) await completeHandover(ctx, { id })
    else await later(ctx, completing, { id }, { notBefore: startOfDay(day) })
    return { id }
  })
}
