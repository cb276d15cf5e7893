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
  answers: { text: string; at: Date; final: boolean; url: string | null }[]
}

/** For everybody who has the ticket. Throws `Missing`. */
export async function findPublicCase(ctx: Ctx, ticket: string): Promise<PublicCase> {
  const row = await ctx.db.selectFrom('cases').selectAll().where('ticket', '=', ticket).executeTakeFirst()
  if (!row) throw new Missing(`case ${ticket}`)
  const answers = (await readMessages(ctx, row.id)).flatMap(({ author, state, text, public_at, final, url }) =>
    author === 'agency' && state === 'public' && public_at ? [{ text, at: public_at, final, url }] : [],
  )
  const { agencyId, kind, state, receivedAt, nextStep, nextDueAt } = toCase(row)
  return { ticket, agencyId, kind, state, receivedAt, nextStep, nextDueAt, answers }
}
