import { may } from '../agencies/policy.ts'
import { isDay } from '../calendar/day-in-words.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { type FieldErrors, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import './data/clock-tables.ts'
import { findPauseReasons } from './find-pause-reasons.ts'
import type { PauseReason } from './pause.ts'

/** As it is typed in. `id`: of the reason that changes. */
export interface PauseReasonInput {
  id: string
  /** Working days; 0: the reason is not offered any more. */
  limitDays: string
  basis: string
  from: string
}

/** Sets how long clocks may stand still for a reason, from a day on. Pauses that run keep what held when they began. */
export async function setPauseReason(ctx: Ctx, given: PauseReasonInput): Promise<PauseReason | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const known = (await findPauseReasons(ctx)).findLast(({ id }) => id === input.id)
    const errors = refuseReason(input, { today: dayInWib(ctx.now), isKnown: known !== undefined })
    if (Object.keys(errors).length > 0 || !known) return invalid(errors)
    const reason = { ...known, limitDays: Number(input.limitDays), basis: input.basis, from: input.from }
    const saved = await ctx.db
      .insertInto('pause_reason')
      .values({
        id: reason.id,
        from_day: reason.from,
        name: reason.name,
        limit_days: reason.limitDays,
        steps: JSON.stringify(reason.steps),
        ends_by_word: reason.endsByWord,
        basis: reason.basis,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!saved) return invalid({ from: 'Batas jeda ini sudah ditetapkan sejak hari itu.' })
    await record(ctx, 'pause-reason.set', { thing: 'pause-reason', id: reason.id, agencyId: null, after: reason })
    return reason
  })
}

export function refuseReason(
  { limitDays, basis, from }: PauseReasonInput,
  { today, isKnown }: { today: string; isKnown: boolean },
): FieldErrors {
  const checks: [field: keyof PauseReasonInput, wrong: boolean, words: string][] = [
    ['id', !isKnown, 'Pilih alasan jeda.'],
    ['limitDays', !/^\d{1,2}$/.test(limitDays), 'Isi jumlah hari kerja, 0 sampai 99.'],
    ['basis', basis === '' || basis.length > 300, 'Isi dasar hukum atau SOP, paling banyak 300 huruf.'],
    ['from', !isDay(from) || from < today, 'Isi tanggal mulai berlaku, paling awal hari ini.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
