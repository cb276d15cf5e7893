import { mailAddressOf } from '../cases/change-reporter.ts'
import type { Ctx } from '../platform/ctx.ts'
import { sendMail } from '../platform/mail/mail.ts'
import { transaction } from '../platform/transaction.ts'
import { type Change, changeAmong, mailOf } from './citizen-mail.ts'
import { ownAddress } from './link-key.ts'

/** Writes the mail about what happened to a case at one instant; once, however often it is asked. */
export async function tellCitizen(ctx: Ctx, { caseId, at }: { caseId: string; at: string }): Promise<void> {
  const events = await ctx.db
    .selectFrom('event')
    .select(['action', 'after'])
    .where('thing', '=', 'case')
    .where('thing_id', '=', caseId)
    .where('at', '=', new Date(at))
    .execute()
  const change = changeAmong(
    events.map(({ action, after }) => ({ action, after: (after ?? {}) as Record<string, unknown> })),
  )
  if (change) await write(ctx, caseId, change, at)
}

const dayLong = 24 * 60 * 60_000

/** Tells the citizens of answered cases two days before these close by themselves. */
export async function warnOfClosing(ctx: Ctx): Promise<void> {
  const soon = await ctx.db
    .selectFrom('cases')
    .innerJoin('reporter', 'reporter.id', 'cases.reporter_id')
    .select(['cases.id', 'cases.closes_at as closesAt'])
    .where('cases.state', '=', 'answered')
    .where('cases.closes_at', '>', ctx.now)
    .where('cases.closes_at', '<=', new Date(ctx.now.getTime() + 2 * dayLong))
    .where('reporter.mails', '=', true)
    .execute()
  for (const { id, closesAt } of soon) await write(ctx, id, 'closing-soon', closesAt?.toISOString() ?? '')
}

async function write(ctx: Ctx, caseId: string, change: Change, at: string): Promise<void> {
  await transaction(ctx, async (ctx) => {
    const to = await mailAddressOf(ctx, caseId)
    if (to === null) return
    const found = await ctx.db
      .selectFrom('cases')
      .select(['id', 'ticket'])
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const link = `${ctx.platform.config.baseUrl}${ownAddress(ctx, found)}`
    await sendMail(ctx, {
      to,
      ...mailOf(change, found.ticket, link),
      key: `case:${caseId}:${change}:${at}`,
      sealed: true,
    })
  })
}
