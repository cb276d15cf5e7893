import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { unlessOverlapping } from './appoint.ts'
import { type Appointment, mayAppoint, refuseTerm } from './appointment.ts'
import { lockAppointment } from './find-appointments.ts'

export interface Correction {
  id: string
  from: string
  to: string | null
  decree: string
  acting: boolean
  reason: string
  version: number
}

/**
 * Corrects the days, the decree or the standing of an appointment, afterwards too. What was believed before stays in
 * the event, with the reason. An appointment that ends the day it begins was never held.
 */
export async function correctAppointment(ctx: Ctx, input: Correction): Promise<Appointment | Refusal> {
  return unlessOverlapping(ctx, async (ctx) => {
    const found = await lockAppointment(ctx, input.id)
    if (!mayAppoint(ctx.actor, found.role, found.agencyId)) return forbidden()
    const errors = {
      ...refuseTerm({ ...found, ...input }),
      ...(input.reason.trim() === '' && { reason: 'Tulis alasan perubahan ini.' }),
    }
    if (Object.keys(errors).length > 0) return invalid(errors)
    if (found.version !== input.version)
      return conflict('Masa jabatan ini sudah diubah orang lain. Periksa yang terbaru, lalu simpan kembali.')
    const { from, to, acting } = input
    const decree = input.decree.trim() || null
    const changed = { ...found, from, to, decree, acting, version: found.version + 1 }
    await ctx.db
      .updateTable('appointment')
      .set({ from_day: from, to_day: to, decree, acting, version: changed.version })
      .where('id', '=', found.id)
      .execute()
    await record(ctx, 'appointment.corrected', {
      thing: 'appointment',
      id: found.id,
      agencyId: found.agencyId,
      before: { from: found.from, to: found.to, decree: found.decree, acting: found.acting },
      after: { from, to, decree, acting, reason: input.reason.trim() },
    })
    return changed
  })
}

/** Ends an appointment: `to` is the first day on which it is no longer held. */
export async function endAppointment(
  ctx: Ctx,
  { id, to, reason, version }: Pick<Correction, 'id' | 'reason' | 'version'> & { to: string },
): Promise<Appointment | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { from, decree, acting } = await lockAppointment(ctx, id)
    return correctAppointment(ctx, { id, from, to, decree: decree ?? '', acting, reason, version })
  })
}
