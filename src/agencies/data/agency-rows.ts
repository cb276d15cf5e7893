import { sql } from 'kysely'
import type { Ctx } from '../../platform/ctx.ts'
import { type AgencyKind, agencyKinds } from '../agency.ts'
import './tables.ts'

/** The place of a kind as the law lists them, written as the index `agency_name_in_order` has it. */
export const kindOrder = sql<number>`array_position(${sql.lit(`{${Object.keys(agencyKinds).join(',')}}`)}::text[], n.kind)`

/** The same of one kind, 1 to 8. */
export const placeOfKind = (kind: AgencyKind): number => Object.keys(agencyKinds).indexOf(kind) + 1

/** The periods that hold on `day`: one for each agency there is. */
export const heldOn = (ctx: Ctx, day: string) =>
  ctx.db
    .selectFrom('agency_name as n')
    .where('n.from_day', '<=', day)
    .where((row) => row.or([row('n.to_day', 'is', null), row('n.to_day', '>', day)]))

export const factColumns = [
  'n.agency_id as id',
  'n.name',
  'n.abbreviation',
  'n.kind',
  'n.parent_id as parentId',
  'n.region_code as regionCode',
  'n.host',
] as const
