import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { tooCommon } from '../search-words.ts'
import './search-tables.ts'

/** Letters of a case that are indexed; more is no report. */
const longest = 20_000

/** Brings the index of these cases to what they say now, and the words it had not met into its dictionary. */
export async function indexCases(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const stops = await stopStems(ctx)
  // Words in order: of two that bring the same new ones, one waits for the other, and never each for each.
  await sql`
    with told as materialized (
      select c.id, c.received_at, c.agency_id, c.state, c.ticket, c.register_number,
        ${plain(sql`concat_ws(' ', c.subject, c.place, m.text)`)} as text
      from cases c
      left join lateral (
        select string_agg(text, ' ' order by at) as text from case_message where case_id = c.id and author = 'citizen'
      ) m on true
      where c.id = any(${ids}::uuid[])
    ), cut as materialized (select *, strip(to_tsvector('indonesian', text)) as stems from told
    ), kept as (
      insert into case_search as s (case_id, received_at, words)
      select id, received_at, ${indexed(stops)} from cut
      on conflict (case_id) do update set words = excluded.words where s.words <> excluded.words
      returning case_id
    )
    insert into case_word
      select distinct word
      from cut join kept on kept.case_id = cut.id, unnest(string_to_array(text, ' ') || tsvector_to_array(stems)) as word
      where word ~ '^[[:alpha:]]{3,24}$' order by word
    on conflict do nothing`.execute(ctx.db)
}

/** What a text is before it is cut into words: small, and nothing but letters and figures. */
const plain = (text: RawBuilder<unknown>): RawBuilder<string> =>
  sql`lower(regexp_replace(left(${text}, ${sql.lit(longest)}), '[^[:alnum:]]+', ' ', 'g'))`

/**
 * The index row of a case in SQL, of its columns and its `stems`: those without the too common ones, and tokens that no
 * text can hold (see the migration).
 */
const indexed = (stops: readonly string[]): RawBuilder<string> => sql`
  ts_delete(stems, ${stops}::text[]) || array_to_tsvector(array_remove(array[
    'a:' || agency_id,
    'm:' || to_char(received_at at time zone 'Asia/Jakarta', 'YYYY-MM'),
    case when state in ('open', 'replied') then 's:run' end,
    't:' || lower(split_part(ticket, '-', 2)),
    't:' || lower(split_part(ticket, '-', 3)),
    'n:' || register_number], null))`

const stopsOf = new WeakMap<object, Promise<string[]>>()

/** Stems of the words that are too common, as this database stems. */
export function stopStems(ctx: Ctx): Promise<string[]> {
  const known = stopsOf.get(ctx.platform)
  if (known) return known
  const asked = sql<{ stem: string }>`
    select distinct coalesce((ts_lexize('indonesian_stem', word))[1], word) as stem
    from unnest(${tooCommon}::text[]) as word`
    .execute(ctx.platform.db)
    .then(({ rows }) => rows.map(({ stem }) => stem))
  asked.catch(() => stopsOf.delete(ctx.platform))
  stopsOf.set(ctx.platform, asked)
  return asked
}

export interface StemOfWord {
  word: string
  stem: string
  /** Whether any case has ever held it. */
  known: boolean
}

export async function stemsOf(ctx: Ctx, words: readonly string[]): Promise<StemOfWord[]> {
  const { rows } = await sql<StemOfWord>`
    select word, stem, exists (select from case_word d where d.word = cut.stem) as known
    from (
      select word, coalesce((ts_lexize('indonesian_stem', word))[1], word) as stem
      from unnest(${words}::text[]) as word
    ) cut`.execute(ctx.db)
  return rows
}

/** Words and stems that share the most runs of three letters with this one. */
export async function wordsAlike(ctx: Ctx, word: string, count = 60): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from case_word order by word <-> ${word} limit ${count}`.execute(ctx.db)
  return rows.map((row) => row.word)
}

/** How often what is in the index is in it, by the database's own sample. */
export interface Frequencies {
  cases: number
  /** Share of the cases that hold the lexeme; one that is not sampled is at most `rarest`. */
  shareOf: (lexeme: string) => number
}

const freshFor = 300_000
const sampled = new WeakMap<object, { at: number; read: Promise<Frequencies> }>()

/** Read once in five minutes: it decides where to look first, never what is found. */
export function frequencies(ctx: Ctx): Promise<Frequencies> {
  const kept = sampled.get(ctx.platform)
  if (kept && Date.now() - kept.at < freshFor) return kept.read
  const read = readFrequencies(ctx)
  read.catch(() => sampled.delete(ctx.platform))
  sampled.set(ctx.platform, { at: Date.now(), read })
  return read
}

async function readFrequencies(ctx: Ctx): Promise<Frequencies> {
  const { rows } = await sql<{ cases: number; lexemes: string[] | null; shares: number[] | null }>`
    select greatest(c.reltuples, 0)::float8 as cases, to_json(s.most_common_elems::text::text[]) as lexemes,
      to_json(s.most_common_elem_freqs) as shares
    from pg_class c
    left join pg_stats s on s.schemaname = current_schema() and s.tablename = c.relname and s.attname = 'words'
    where c.oid = 'case_search'::regclass`.execute(ctx.platform.db)
  const { cases = 0, lexemes, shares } = rows[0] ?? {}
  const known = new Map((lexemes ?? []).map((lexeme, i) => [lexeme, shares?.[i] ?? 0]))
  const rarest = Math.min(1, ...known.values()) / 2
  return { cases, shareOf: (lexeme) => known.get(lexeme) ?? (known.size > 0 ? rarest : 0) }
}
