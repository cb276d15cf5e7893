import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'
import { dayInWib } from '../platform/time.ts'
import { type Agency, agencyKinds } from './agency.ts'
import './data/tables.ts'

const kindOrder = sql`array_position(${sql.lit(`{${Object.keys(agencyKinds).join(',')}}`)}::text[], n.kind)`

const agenciesOn = (ctx: Ctx, day: string) =>
  ctx.db
    .selectFrom('agency')
    .innerJoin('agency_name as n', 'n.agency_id', 'agency.id')
    .where('n.from_day', '<=', day)
    .where((where) => where.or([where('n.to_day', 'is', null), where('n.to_day', '>', day)]))
    .select([
      'agency.id',
      'agency.parent_id as parentId',
      'agency.region_code as regionCode',
      'n.name',
      'n.abbreviation',
      'n.kind',
      'n.host',
    ])

/** All agencies as they are called today or on `day`, the city's order: by kind as the law lists them, then by name. */
export async function findAgencies(ctx: Ctx, day = dayInWib(ctx.now)): Promise<Agency[]> {
  return agenciesOn(ctx, day).orderBy(kindOrder).orderBy('n.name').execute()
}

/** The agency as it was on `day`. Names are public, so everybody may ask. Throws `Missing`. */
export async function agencyOn(ctx: Ctx, id: string, day: string): Promise<Agency> {
  const found = await agenciesOn(ctx, day).where('agency.id', '=', id).executeTakeFirst()
  if (!found) throw new Missing(`agency ${id} on ${day}`)
  return found
}

/** The agency as it is today. Throws `Missing`. */
export const findAgency = (ctx: Ctx, id: string): Promise<Agency> => agencyOn(ctx, id, dayInWib(ctx.now))
