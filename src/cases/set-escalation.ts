import { may } from '../agencies/policy.ts'
import { isDay } from '../calendar/day-in-words.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { type FieldErrors, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import './data/warning-tables.ts'
import { type EscalationRule, escalationRoles } from './escalation.ts'
import { allLevels } from './warning.ts'

/** As it is typed in; nobody in `told` tells nobody. */
export interface EscalationInput {
  level: string
  told: readonly string[]
  basis: string
  from: string
}

/** Sets who is told when a clock comes to a level, from a day on. */
export async function setEscalation(ctx: Ctx, given: EscalationInput): Promise<EscalationRule | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const errors = refuseEscalation(input, { today: dayInWib(ctx.now) })
    if (Object.keys(errors).length > 0) return invalid(errors)
    const rule = { level: Number(input.level), told: input.told, basis: input.basis, from: input.from }
    const saved = await ctx.db
      .insertInto('escalation_rule')
      .values({ level: rule.level, told: JSON.stringify(rule.told), basis: rule.basis, from_day: rule.from })
      .onConflict((conflict) => conflict.doNothing())
      .returning('level')
      .executeTakeFirst()
    if (!saved) return invalid({ from: 'Peringatan ini sudah ditetapkan sejak hari itu.' })
    const about = { thing: 'escalation-rule', id: input.level, agencyId: null }
    await record(ctx, 'escalation-rule.set', { ...about, after: rule })
    return rule
  })
}

export function refuseEscalation(
  { level, told, basis, from }: EscalationInput,
  { today }: { today: string },
): FieldErrors {
  const checks: [field: keyof EscalationInput, wrong: boolean, words: string][] = [
    ['level', !allLevels.some((one) => String(one) === level), 'Pilih tingkat peringatan.'],
    ['told', told.some((role) => !Object.hasOwn(escalationRoles, role)), 'Pilih siapa yang diberi tahu.'],
    ['basis', basis === '' || basis.length > 300, 'Isi dasar atau SOP, paling banyak 300 huruf.'],
    ['from', !isDay(from) || from < today, 'Isi tanggal mulai berlaku, paling awal hari ini.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
