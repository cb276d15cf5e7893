import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { may } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { conflict, forbidden, invalid, type Refusal } from '../platform/refusal.ts'
import { dayInWib, isMonth, monthInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { composeRecap } from './compose-recap.ts'
import { readRecap } from './data/recap-rows.ts'
import { readReports } from './data/report-rows.ts'
import type { CityRecap } from './recap.ts'
import { stateOf } from './report-state.ts'
import { findReportToChange, takeStep } from './take-step.ts'

/**
 * The head of Diskominfostandi sends the recap of a month to the mayor, with all reports accepted by now. What is sent
 * stays as it is; reports accepted later make the next edition.
 */
export async function forwardRecap(ctx: Ctx, { month }: { month: string }): Promise<CityRecap | Refusal> {
  return transaction(ctx, async (ctx) => {
    if (!may(ctx.actor, 'recap.forward')) return forbidden()
    if (!isMonth(month)) return invalid({ month: 'Tulis bulan sebagai TTTT-BB.' })
    if (month >= monthInWib(ctx.now)) return conflict('Bulan ini belum berakhir.')
    await sql`select pg_advisory_xact_lock(hashtext(${`recap ${month}`}))`.execute(ctx.db)
    const sent = await readRecap(ctx, month)
    const reports = await readReports(ctx, { months: [month], agencies: 'all' })
    const accepted = reports.filter((report) => stateOf(report, ctx.now) === 'accepted')
    if (sent && accepted.length === 0)
      return conflict(`Edisi ${sent.edition} sudah diteruskan dan belum ada laporan baru yang disetujui.`)
    for (const { agencyId, version } of accepted) {
      const report = await findReportToChange(ctx, { agencyId, month, version })
      if (stateOf(report, ctx.now) === 'accepted') await takeStep(ctx, report, 'forwarded')
    }
    const draft = await composeRecap(ctx, month)
    const recap: CityRecap = {
      ...draft,
      edition: (sent?.edition ?? 0) + 1,
      forwardedAt: ctx.now.toISOString(),
      head: { ...draft.head, date: dayInWib(ctx.now) },
    }
    await keep(ctx, recap)
    return recap
  })
}

async function keep(ctx: Ctx, recap: CityRecap): Promise<void> {
  const { month, edition } = recap
  const content = JSON.stringify(recap)
  const hash = createHash('sha256').update(content).digest('hex')
  const byName = 'name' in ctx.actor ? ctx.actor.name : ''
  await ctx.db
    .insertInto('city_recap')
    .values({ month, edition, forwarded_at: ctx.now, by_name: byName, content, content_hash: hash })
    .execute()
  await record(ctx, 'recap.forwarded', { thing: 'recap', id: month, agencyId: null, after: { edition, hash } })
}
