import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import type { CaseKind, CaseState } from './case.ts'
import { toCase } from './data/case-rows.ts'
import { readMessages } from './data/message-rows.ts'

/** What the citizen may see with the ticket alone: never who wrote, nor what, nor where (UU 27/2022). */
export interface PublicCase {
  ticket: string
  agencyId: string
  kind: CaseKind
  state: CaseState
  receivedAt: Date
  nextStep: string | null
  nextDueAt: Date | null
  /** Ticket of the same citizen's earlier report that this one went into; what follows stands there. */
  mergedInto: string | null
  answers: { text: string; at: Date; final: boolean; url: string | null }[]
}

/** For everybody who has the ticket. Throws `Missing`. */
export async function findPublicCase(ctx: Ctx, ticket: string): Promise<PublicCase> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).executeTakeFirst()
  if (!row) throw new Missing(`case ${ticket}`)
  const answers = (await readMessages(ctx, row.id)).flatMap(({ author, state, text, public_at, final, url }) =>
    author === 'agency' && state === 'public' && public_at ? [{ text, at: public_at, final, url }] : [],
  )
  const into = await ctx.db.selectFrom('cases').select('ticket').where('id', '=', row.merged_into_id).executeTakeFirst()
  const { agencyId, kind, state, receivedAt, nextStep, nextDueAt } = toCase(row)
  return { ticket, agencyId, kind, state, receivedAt, nextStep, nextDueAt, mergedInto: into?.ticket ?? null, answers }
}
