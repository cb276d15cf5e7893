import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { type FieldErrors, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { isMonth } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { billingMonth } from './charge-call.ts'
import './data/call-tables.ts'

/** A budget as it is typed in. */
export interface BudgetInput {
  /** `YYYY-MM`. */
  month: string
  /** US dollars, `250` or `250,50`. */
  dollars: string
  warnPercent: string
  /** `ya` or `tidak`. */
  stops: string
}

const dollarsIn = (text: string): number => Number(text.replace(',', '.'))

/** What is wrong with a budget, by field. A month that is over keeps the one it had. */
export function refuseBudget(input: BudgetInput, thisMonth: string): FieldErrors {
  const errors: FieldErrors = {}
  if (!isMonth(input.month)) errors.month = 'Isi bulan, misalnya 2026-12.'
  else if (input.month < thisMonth) errors.month = 'Anggaran berlaku paling awal bulan ini.'
  if (!/^\d{1,6}([.,]\d{1,2})?$/.test(input.dollars) || dollarsIn(input.dollars) <= 0)
    errors.dollars = 'Isi jumlah dolar AS, misalnya 250 atau 250,50.'
  const percent = Number(input.warnPercent)
  if (!/^\d{1,3}$/.test(input.warnPercent) || percent < 1 || percent > 100)
    errors.warnPercent = 'Isi persen dari 1 sampai 100.'
  if (input.stops !== 'ya' && input.stops !== 'tidak') errors.stops = 'Pilih apa yang terjadi bila anggaran terpakai.'
  return errors
}

/** Sets what may be spent from a month on. Earlier budgets are kept. */
export async function setBudget(ctx: Ctx, input: BudgetInput): Promise<undefined | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (scopeOf(ctx.actor, 'cost.manage') !== 'all') return forbidden()
    const errors = refuseBudget(input, billingMonth(ctx.now).slice(0, 7))
    if (Object.keys(errors).length > 0) return invalid(errors)
    const micros = Math.round(dollarsIn(input.dollars) * 1e6)
    const id = newId()
    const after = { month: input.month, micros, warnPercent: Number(input.warnPercent), stops: input.stops === 'ya' }
    await ctx.db
      .insertInto('channel_budget')
      .values({
        id,
        from_month: `${input.month}-01`,
        micros: String(micros),
        warn_percent: after.warnPercent,
        stops: after.stops,
        set_by: 'name' in ctx.actor ? ctx.actor.name : '',
        set_at: ctx.now,
      })
      .execute()
    await record(ctx, 'channel-budget.set', { thing: 'channel-budget', id, agencyId: null, after })
    return undefined
  })
}
