import { may } from '../agencies/policy.ts'
import { isDay } from '../calendar/day-in-words.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { type FieldErrors, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { isCaseKind } from './case.ts'
import './data/work-tables.ts'
import type { ProofRule } from './proof-rule.ts'

/** As it is typed in. */
export interface ProofInput {
  kind: string
  required: string
  basis: string
  from: string
}

/** Sets how many follow-ups with proof a kind needs, for what is received from a day on. */
export async function setProof(ctx: Ctx, given: ProofInput): Promise<ProofRule | Refusal> {
  const input = { ...given, basis: cleanText(given.basis) }
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'calendar.manage')) return forbidden()
    const errors = refuseProof(input, { today: dayInWib(ctx.now) })
    if (Object.keys(errors).length > 0 || !isCaseKind(input.kind)) return invalid(errors)
    const rule = { kind: input.kind, required: Number(input.required), basis: input.basis, from: input.from }
    const saved = await ctx.db
      .insertInto('proof_rule')
      .values({ kind: rule.kind, required: rule.required, basis: rule.basis, from_day: rule.from })
      .onConflict((conflict) => conflict.doNothing())
      .returning('kind')
      .executeTakeFirst()
    if (!saved) return invalid({ from: 'Bukti untuk jenis ini sudah ditetapkan sejak hari itu.' })
    await record(ctx, 'proof-rule.set', { thing: 'proof-rule', id: rule.kind, agencyId: null, after: rule })
    return rule
  })
}

export function refuseProof({ kind, required, basis, from }: ProofInput, { today }: { today: string }): FieldErrors {
  const checks: [field: keyof ProofInput, wrong: boolean, words: string][] = [
    ['kind', !isCaseKind(kind), 'Pilih jenis kasus.'],
    ['required', !/^\d$/.test(required), 'Isi jumlah tindak lanjut, 0 sampai 9.'],
    ['basis', basis === '' || basis.length > 300, 'Isi dasar atau SOP, paling banyak 300 huruf.'],
    ['from', !isDay(from) || from < today, 'Isi tanggal mulai berlaku, paling awal hari ini.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
