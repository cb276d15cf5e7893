import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { newId } from '../platform/id.ts'
import { conflict, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import './data/search-tables.ts'
import { filterIn, filterQuery, isNarrowed } from './inbox-filter.ts'

/** A way to narrow the inbox that somebody wants again. Theirs alone; the address can be given to others. */
export interface SavedFilter {
  id: string
  name: string
  /** Of the address, without `?`. */
  query: string
}

/** More are no help. */
const most = 20

/** Those of this person, by name; others (an API token) have none. */
export async function findSavedFilters(ctx: Ctx): Promise<SavedFilter[]> {
  if (ctx.actor.kind !== 'person') return []
  return ctx.db
    .selectFrom('saved_filter')
    .select(['id', 'name', 'query'])
    .where('person_id', '=', ctx.actor.id)
    .orderBy('name')
    .execute()
}

/**
 * Keeps how the inbox is narrowed under a name; one of the same name is replaced. A habit of one person and no act on
 * any case: no event.
 */
export async function saveFilter(ctx: Ctx, input: { name: string; query: string }): Promise<SavedFilter | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { actor } = ctx
    if (actor.kind !== 'person') return conflict('Saringan hanya dapat disimpan oleh orang.')
    const name = cleanText(input.name).replace(/\s+/g, ' ')
    const wrong = refuseText(name, 'Nama saringan', 40)
    if (wrong) return invalid({ name: wrong })
    const filter = filterIn(new URLSearchParams(input.query))
    if (!isNarrowed(filter)) return invalid({ name: 'Pilih dahulu saringannya, lalu simpan.' })
    const query = new URLSearchParams(filterQuery(filter)).toString()
    const kept = await findSavedFilters(ctx)
    if (kept.length >= most && !kept.some((one) => one.name === name))
      return conflict(`Paling banyak ${most} saringan. Hapus dahulu yang tidak dipakai.`)
    const row = await ctx.db
      .insertInto('saved_filter')
      .values({ id: newId(), person_id: actor.id, name, query, created_at: ctx.now })
      .onConflict((same) => same.columns(['person_id', 'name']).doUpdateSet({ query }))
      .returning(['id', 'name', 'query'])
      .executeTakeFirstOrThrow()
    return row
  })
}

/** Throws `Missing` for what is not this person's. */
export async function removeFilter(ctx: Ctx, id: string): Promise<SavedFilter> {
  const found = (await findSavedFilters(ctx)).find((one) => one.id === id)
  if (!found) throw new Missing(`filter ${id}`)
  await ctx.db.deleteFrom('saved_filter').where('id', '=', id).execute()
  return found
}
