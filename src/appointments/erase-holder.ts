import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { may } from '../agencies/policy.ts'
import { erasePerson } from '../people/erase.ts'
import type { Ctx } from '../platform/ctx.ts'
import { conflict, forbidden, type Refusal } from '../platform/refusal.ts'
import { addDays, dayInWib, formatDay } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { findAppointment } from './find-appointments.ts'
import './data/tables.ts'

const file = join(import.meta.dirname, '../../db/data/retention-rules.json')

/** Loads the rules that ship; those that are there stay as the city set them. */
export async function seedRetentionRules(ctx: Ctx): Promise<void> {
  const rules = JSON.parse(readFileSync(file, 'utf8')) as { kind: string; days: number; from: string }[]
  await ctx.db
    .insertInto('retention_rule')
    .values(rules.map(({ kind, days, from }) => ({ kind, days, from_day: from })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Why an account may not be erased yet; undefined when it may. `ends` are the ends of all offices the person held,
 * null for one that goes on.
 */
export function refuseErasure(ends: readonly (string | null)[], days: number, today: string): Refusal | undefined {
  const last = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? '0000-01-01')
  if (last === null || last > today) return conflict('Orang ini masih memegang jabatan. Akhiri lebih dahulu.')
  const from = addDays(last, days)
  return from > today ? conflict(`Data pribadi disimpan sampai ${formatDay(from)}, sesuai aturan retensi.`) : undefined
}

/** Erases the personal data of whoever held this office, once the time of keeping is over. Throws `Missing`. */
export async function eraseHolder(ctx: Ctx, appointmentId: string): Promise<{ name: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { personId, personName } = await findAppointment(ctx, appointmentId)
    if (!may(ctx.actor, 'person.erase')) return forbidden()
    const today = dayInWib(ctx.now)
    const offices = await ctx.db.selectFrom('appointment').select('to_day').where('person_id', '=', personId).execute()
    const rule = await ctx.db
      .selectFrom('retention_rule')
      .select('days')
      .where('kind', '=', 'account')
      .where('from_day', '<=', today)
      .orderBy('from_day', 'desc')
      .executeTakeFirstOrThrow()
    const refusal = refuseErasure(
      offices.map(({ to_day }) => to_day),
      rule.days,
      today,
    )
    if (refusal) return refusal
    await erasePerson(ctx, { personId })
    return { name: personName }
  })
}
