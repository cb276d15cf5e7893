import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { formatDay } from '../../platform/time.ts'
import { tidyDecree } from '../agency-facts.ts'
import { endOf, periodOn, type Timeline } from '../agency-timeline.ts'
import { differences, findTimelines } from './timelines.ts'

const overlap = (a: { from: string; to: string | null }, b: { from: string; to: string | null }): boolean =>
  (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to)

/**
 * What an agency's new timeline would do to the others: two at one host on a day, a parent that is not there, an end
 * that leaves children behind. `going` are agencies that end in the same command.
 */
export async function refuseNeighbours(
  ctx: Ctx,
  id: string,
  before: Timeline,
  after: Timeline,
  going: readonly string[] = [],
): Promise<FieldErrors> {
  const { come } = differences({ before, after })
  return {
    ...(await refuseHosts(ctx, id, come, going)),
    ...(await refuseParents(ctx, id, come)),
    ...(await refuseOrphans(ctx, id, before, after)),
  }
}

async function refuseHosts(ctx: Ctx, id: string, come: Timeline, going: readonly string[]): Promise<FieldErrors> {
  const hosts = come.flatMap(({ host }) => (host === null ? [] : [host]))
  if (hosts.length === 0) return {}
  const rows = await ctx.db
    .selectFrom('agency_name')
    .select(['agency_id as id', 'name', 'host', 'from_day as from', 'to_day as to'])
    .where('host', '=', sql<string>`any(${hosts}::text[])`)
    .where('agency_id', '<>', id)
    .execute()
  const other = rows.find(
    (row) => !going.includes(row.id) && come.some((period) => period.host === row.host && overlap(period, row)),
  )
  if (!other) return {}
  const until = other.to === null ? '' : ` sampai ${formatDay(other.to)}`
  return { host: `Nama host ini dipakai ${other.name} sejak ${formatDay(other.from)}${until}.` }
}

async function refuseParents(ctx: Ctx, id: string, come: Timeline): Promise<FieldErrors> {
  for (const { parentId, from, to } of come) {
    if (parentId === null) continue
    if (parentId === id) return { parentId: 'Perangkat daerah tidak dapat menjadi induk dirinya sendiri.' }
    const parent = (await findTimelines(ctx, [parentId])).get(parentId)
    if (!parent) return { parentId: `Induk dengan ID ${parentId} tidak ada.` }
    if (!periodOn(parent, from)) return { parentId: `Induk ini tidak ada pada ${formatDay(from)}.` }
    const end = endOf(parent)
    if (end !== null && (to === null || to > end)) return { parentId: `Induk ini berakhir pada ${formatDay(end)}.` }
    if (await isBelow(ctx, parentId, id, from)) return { parentId: 'Induk ini sendiri berada di bawahnya.' }
  }
  return {}
}

async function isBelow(ctx: Ctx, id: string, above: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select ${id}::text as id
      union
      select n.parent_id from up join agency_name n on n.agency_id = up.id
      where n.parent_id is not null and n.from_day <= ${day} and (n.to_day is null or n.to_day > ${day})
    )
    select id from up where id = ${above}`.execute(ctx.db)
  return rows.length > 0
}

async function refuseOrphans(ctx: Ctx, id: string, before: Timeline, after: Timeline): Promise<FieldErrors> {
  const end = endOf(after)
  const begin = after[0]?.from ?? ''
  if (end === endOf(before) && begin === before[0]?.from) return {}
  const children = await ctx.db
    .selectFrom('agency_name')
    .select('name')
    .where('parent_id', '=', id)
    .where((row) =>
      row.or([
        row('from_day', '<', begin),
        ...(end === null ? [] : [row('to_day', 'is', null), row('to_day', '>', end)]),
      ]),
    )
    .orderBy('name')
    .limit(4)
    .execute()
  if (children.length === 0) return {}
  const names = children.map(({ name }) => name)
  const some = names.length > 3 ? `${names.slice(0, 3).join(', ')}, dan lainnya` : names.join(', ')
  return { day: `Masih membawahi ${some}. Pindahkan induknya lebih dulu.` }
}

/** A decree decides one matter on one day. The same number on another day may be a slip, so somebody must say it is not. */
export async function refuseReusedDecree(
  ctx: Ctx,
  input: { decree: string; day: string; decreeAgain?: boolean },
): Promise<FieldErrors> {
  if (input.decreeAgain) return {}
  const decree = tidyDecree(input.decree)
  const { rows } = await sql<{ name: string; day: string }>`
    select name, from_day as day from agency_name where decree = ${decree} and from_day <> ${input.day}
    union all
    select name, to_day from agency_name where end_decree = ${decree} and to_day <> ${input.day}
    limit 1`.execute(ctx.db)
  const [used] = rows
  if (!used) return {}
  return {
    decree: `Nomor ini sudah tercatat untuk ${used.name} per ${formatDay(used.day)}. Periksa nomornya.`,
    decreeAgain: 'Centang jika memang keputusan yang sama.',
  }
}
