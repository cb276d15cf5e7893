import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { isId, newId } from '../platform/id.ts'
import { conflict, invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { assignCase } from './assign-case.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { type ClosingDetail, isOutcome } from './closing.ts'
import './data/search-tables.ts'
import { labelCase } from './label-case.ts'
import { passOnCase } from './pass-on-case.ts'

/** At once, in one form. */
export const mostAtOnce = 100

export const bulkActs = {
  assign: 'Tugaskan',
  label: 'Beri label',
  classify: 'Ubah jenis',
  'pass-on': 'Teruskan',
  close: 'Tutup',
} as const
export type BulkAct = keyof typeof bulkActs
export const isBulkAct = (text: string): text is BulkAct => Object.hasOwn(bulkActs, text)

/** A case as it was when it was chosen. */
export interface Chosen {
  ticket: string
  version: number
}

/** What became of one case; `refused` says why nothing did. */
export interface BulkResult {
  ticket: string
  refused: string | null
}

/** Fields of the act, as the form of one case has them. */
export type BulkInput = Readonly<Record<string, string>>

const commands: Readonly<
  Record<BulkAct, (ctx: Ctx, chosen: Chosen, input: BulkInput) => Promise<object | Refusal | undefined>>
> = {
  assign: (ctx, { ticket }, input) =>
    assignCase(ctx, { ticket, personId: input.personId ?? '', note: input.note ?? '' }),
  label: (ctx, { ticket }, input) => labelCase(ctx, { ticket, name: input.name ?? '' }),
  classify: (ctx, chosen, input) => classifyCase(ctx, { ...chosen, kind: input.kind ?? '', class: input.class ?? '' }),
  'pass-on': (ctx, chosen, input) =>
    passOnCase(ctx, { ...chosen, agencyId: input.agencyId ?? '', reason: input.reason ?? '' }),
  close: async (ctx, chosen, input) => {
    const outcome = input.outcome ?? ''
    if (!isOutcome(outcome)) return invalid({ outcome: 'Pilih hasilnya.' })
    return closeCase(ctx, { ...chosen, outcome, detail: input as ClosingDetail })
  },
}

/**
 * The same act on many cases, each by its own command with its own version: what is refused leaves the others as they
 * are. Answers the id of what is kept of it, so that the form sent twice shows it and does nothing.
 */
export async function actOnCases(
  ctx: Ctx,
  { act, chosen, input }: { act: BulkAct; chosen: readonly Chosen[]; input: BulkInput },
): Promise<{ id: string } | Refusal> {
  const { actor } = ctx
  if (actor.kind !== 'person') return conflict('Tindakan massal hanya dapat dilakukan oleh orang.')
  if (chosen.length === 0) return invalid({ '': 'Pilih dahulu kasusnya.' })
  if (chosen.length > mostAtOnce) return invalid({ '': `Paling banyak ${mostAtOnce} kasus sekaligus.` })
  return transaction(ctx, async (ctx) => {
    const results: BulkResult[] = []
    // Always in the same order: of two who choose the same cases, one waits for the other.
    for (const one of [...chosen].sort((a, b) => (a.ticket < b.ticket ? -1 : 1)))
      results.push({ ticket: one.ticket, refused: await refusedAlone(ctx, () => commands[act](ctx, one, input)) })
    const id = newId()
    await ctx.db
      .insertInto('bulk_act')
      .values({ id, person_id: actor.id, at: ctx.now, act, results: JSON.stringify(results) })
      .execute()
    return { id }
  })
}

/** Runs it so that a refusal undoes what it wrote, and nothing else; in words why it was refused, or null. */
async function refusedAlone(ctx: Ctx, work: () => Promise<object | Refusal | undefined>): Promise<string | null> {
  await sql`savepoint one_case`.execute(ctx.db)
  const done = await work().catch((error: unknown) => {
    if (error instanceof Missing) return conflict('Kasus ini tidak ditemukan, atau bukan lagi milik Anda.')
    throw error
  })
  if (!isRefusal(done)) {
    await sql`release savepoint one_case`.execute(ctx.db)
    return null
  }
  await sql`rollback to savepoint one_case`.execute(ctx.db)
  return done.refusal === 'invalid' ? Object.values(done.errors).join(' ') : done.reason
}

export interface BulkDone {
  act: BulkAct
  results: readonly BulkResult[]
}

/** What became of an act of this person. Throws `Missing`. */
export async function findBulkAct(ctx: Ctx, id: string): Promise<BulkDone> {
  if (!isId(id)) throw new Missing(`act ${id}`)
  const row = await ctx.db
    .selectFrom('bulk_act')
    .select(['act', 'results'])
    .where('id', '=', id)
    .where('person_id', '=', ctx.actor.kind === 'person' ? ctx.actor.id : null)
    .executeTakeFirst()
  if (!row || !isBulkAct(row.act)) throw new Missing(`act ${id}`)
  return { act: row.act, results: row.results as BulkResult[] }
}
