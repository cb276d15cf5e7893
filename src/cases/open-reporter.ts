import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { lockCase } from './data/case-rows.ts'
import { readReporter } from './data/reporter-rows.ts'

/** What a citizen told of themselves; null for what they did not. */
export interface Reporter {
  name: string | null
  contact: string | null
  handle: string | null
}

/**
 * Opens the sealed identity of who reported (UU 27/2022): only for named roles of the agency, and for a case reported
 * anonymously only for the head of Diskominfostandi; only with a reason, and the event says who opened it and why, never
 * what was read.
 */
export async function openReporter(ctx: Ctx, input: { ticket: string; reason: string }): Promise<Reporter | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(
      ctx.actor,
      found.anonymous ? 'reporter.open-anonymous' : 'reporter.open',
      found.agency_id,
    )
    if (refusal) return refusal
    if (input.reason.length < 5) return invalid({ reason: 'Tuliskan alasan membuka identitas pelapor.' })
    if (input.reason.length > 300) return invalid({ reason: 'Alasan terlalu panjang: paling banyak 300 huruf.' })
    await record(ctx, 'reporter.opened', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      after: { reason: input.reason },
    })
    const told = await readReporter(ctx, found.reporter_id)
    return { name: told.name ?? null, contact: told.contact ?? null, handle: told.handle ?? null }
  })
}
