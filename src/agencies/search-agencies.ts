import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import type { Agency } from './agency.ts'
import { factColumns, heldOn } from './data/agency-rows.ts'
import { findTimelines } from './data/timelines.ts'

export interface FoundAgency {
  agency: Agency
  /** The name it was found by, when it bears another one on the day asked for: its own of another time, or a predecessor's. */
  foundBy: string | null
  /** Set when it is no more on the day asked for, and nobody took over. */
  endedOn: string | null
}

/**
 * How alike the name must be, from 0 to 1, asked in this order until something is found: the last lets one letter of a
 * short word be wrong.
 */
const likenesses = ['0.7', '0.4']
/** What is so much less alike than the best is no answer to the question. */
const margin = 0.35
/** Of so many names the best are chosen: a word that half the city bears must not cost more. */
const mostNames = 1000

/**
 * Agencies of `day` by what somebody typed, the best first, at most 50: spaces do not count (`Pondok Gede`,
 * `Pondokgede`), abbreviations and former names find too, and when nothing is written like this, letters may be wrong.
 */
export async function searchAgencies(ctx: Ctx, text: string, day: string): Promise<FoundAgency[]> {
  const rows = await likeNames(ctx, searchTerms(text))
  const best = rows[0]?.score ?? 0
  const near = rows.filter(({ score }) => score >= best - margin)
  const names = new Map(near.toReversed().map(({ id, name }) => [id, name]))
  const ids = [...new Set(near.map(({ id }) => id))].slice(0, 50)
  return settle(ctx, ids, names, day)
}

type Terms = ReturnType<typeof searchTerms>
interface LikeName {
  id: string
  name: string
  score: number
}

/** Names of all times that are written like this, or else are like this. */
async function likeNames(ctx: Ctx, terms: Terms): Promise<LikeName[]> {
  const { spoken, squeezed } = terms
  if (squeezed === '') return []
  const written = await rank(ctx, terms, sql`search like ${`%${squeezed}%`} or search like ${`%${escaped(spoken)}%`}`)
  if (written.length > 0) return written
  return transaction(ctx, async (ctx) => {
    for (const likeness of likenesses) {
      await sql`set local pg_trgm.word_similarity_threshold = ${sql.lit(likeness)}`.execute(ctx.db)
      const alike = await rank(ctx, terms, sql`search %> ${spoken} or search %> ${squeezed}`)
      if (alike.length > 0) return alike
    }
    return []
  })
}

async function rank(ctx: Ctx, { spoken, squeezed }: Terms, condition: RawBuilder<unknown>): Promise<LikeName[]> {
  const { rows } = await sql<LikeName>`
    select agency_id as id, name,
      greatest(word_similarity(${spoken}, search), word_similarity(${squeezed}, search))
        + case when lower(name) = ${spoken} or lower(abbreviation) = ${spoken} then 1 else 0 end as score
    from (select * from agency_name where ${condition} limit ${sql.lit(mostNames)}) candidate
    order by score desc, to_day is not null, length(name), name
    limit 200`.execute(ctx.db)
  return rows
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const kindWord = /^(sekretariat|inspektorat|dinas|satuan|badan|rsud|kecamatan|kelurahan|kec|kel)[.\s]+/

/** The text as spoken, and without kind, spaces and signs: as the column `search` has it. Pure. */
export function searchTerms(text: string): { spoken: string; squeezed: string } {
  const spoken = text.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 100)
  return { spoken, squeezed: spoken.replace(kindWord, '').replace(/[^a-z0-9]+/g, '') }
}

/** Leads from agencies that are no more to their successors. */
async function settle(ctx: Ctx, ids: string[], names: Map<string, string>, day: string): Promise<FoundAgency[]> {
  const living = new Map((await livingOf(ctx, ids, day)).map((agency) => [agency.id, agency]))
  const gone = ids.filter((id) => !living.has(id))
  const heirs = await successorsOf(ctx, gone, day)
  const ended = await findTimelines(ctx, gone)
  const found = new Map<string, FoundAgency>()
  for (const id of ids) {
    const by = names.get(id) ?? ''
    const present = living.get(id)
    for (const agency of present ? [present] : (heirs.get(id) ?? []))
      if (!found.has(agency.id))
        found.set(agency.id, { agency, foundBy: by === agency.name ? null : by, endedOn: null })
    const last = ended.get(id)?.at(-1)
    if (!present && !heirs.has(id) && last) found.set(id, { agency: { id, ...last }, foundBy: null, endedOn: last.to })
  }
  return [...found.values()]
}

const livingOf = (ctx: Ctx, ids: readonly string[], day: string): Promise<Agency[]> =>
  heldOn(ctx, day).where('n.agency_id', '=', sql<string>`any(${ids}::text[])`).select(factColumns).execute()

async function successorsOf(ctx: Ctx, ids: readonly string[], day: string): Promise<Map<string, Agency[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ origin: string; id: string }>`
    with recursive heir as (
      select predecessor_id as origin, successor_id as id from agency_succession
      where predecessor_id = any(${ids}::text[]) and day <= ${day}
      union
      select heir.origin, s.successor_id from heir join agency_succession s on s.predecessor_id = heir.id
      where s.day <= ${day}
    )
    select origin, id from heir`.execute(ctx.db)
  const living = new Map(
    (
      await livingOf(
        ctx,
        rows.map(({ id }) => id),
        day,
      )
    ).map((agency) => [agency.id, agency]),
  )
  const heirs = new Map<string, Agency[]>()
  for (const { origin, id } of rows) {
    const agency = living.get(id)
    if (agency) heirs.set(origin, [...(heirs.get(origin) ?? []), agency])
  }
  return heirs
}
