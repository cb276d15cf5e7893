import { invite } from '../people/invite.ts'
import { unlockPerson } from '../people/lock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { forbidden, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { mayAppoint } from './appointment.ts'
import { findAppointment } from './find-appointments.ts'

/** Mails somebody who has not been seen a new link to come in. Throws `Missing`. */
export const remind = (ctx: Ctx, appointmentId: string): Promise<{ name: string } | Refusal> =>
  forHolder(ctx, appointmentId, invite)

/** Opens the locked account of somebody who holds this office. Throws `Missing`. */
export const unlock = (ctx: Ctx, appointmentId: string): Promise<{ name: string } | Refusal> =>
  forHolder(ctx, appointmentId, unlockPerson)

async function forHolder(
  ctx: Ctx,
  appointmentId: string,
  act: (ctx: Ctx, person: { personId: string }) => Promise<unknown>,
): Promise<{ name: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { personId, personName, role, agencyId } = await findAppointment(ctx, appointmentId)
    if (!mayAppoint(ctx.actor, role, agencyId)) return forbidden()
    await act(ctx, { personId })
    return { name: personName }
  })
}
