import { sql } from 'kysely'
import type { Actor, Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { Role } from './policy.ts'
import './data/tables.ts'

/** Somebody who holds a role of an agency; `to` is the last day, excluded; null: until further notice. */
export interface Holder {
  role: Role
  personId: string
  name: string
  email: string
  from: string
  to: string | null
  decree: string | null
}

const held = (ctx: Ctx, day: string) =>
  ctx.db
    .selectFrom('appointment as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .where('a.from_day', '<=', day)
    .where((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', day)]))

/** Who holds which role of this agency on `day` (WIB). */
export async function holdersOf(ctx: Ctx, agencyId: string, day: string): Promise<Holder[]> {
  const rows = await held(ctx, day)
    .where('a.agency_id', '=', agencyId)
    .select(['a.role', 'p.id as personId', 'p.name', 'p.email', 'a.from_day as from', 'a.to_day as to', 'a.decree'])
    .orderBy('a.from_day')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** Who holds a role of these agencies on `day`, deputies left out, by agency id: for one page of the register. */
export async function findHolders(
  ctx: Ctx,
  agencyIds: readonly string[],
  day: string,
): Promise<Map<string, { role: Role; name: string }[]>> {
  const rows = await held(ctx, day)
    .where('a.agency_id', '=', sql<string>`any(${agencyIds}::text[])`)
    .where('a.deputy', '=', false)
    .select(['a.agency_id as agencyId', 'a.role', 'p.name'])
    .orderBy('a.from_day')
    .execute()
  const byAgency = new Map<string, { role: Role; name: string }[]>()
  for (const { agencyId, role, name } of rows)
    byAgency.set(agencyId ?? '', [...(byAgency.get(agencyId ?? '') ?? []), { role: role as Role, name }])
  return byAgency
}

/** The person with the roles of today, which may be none; null when there is no such person. */
export async function findActor(ctx: Ctx, personId: string): Promise<Actor | null> {
  const day = dayInWib(ctx.now)
  const rows = await ctx.db
    .selectFrom('person as p')
    .leftJoin('appointment as a', (join) =>
      join
        .onRef('a.person_id', '=', 'p.id')
        .on('a.from_day', '<=', day)
        .on((where) => where.or([where('a.to_day', 'is', null), where('a.to_day', '>', day)])),
    )
    .where('p.id', '=', personId)
    .select(['p.name', 'a.role', 'a.agency_id as agencyId'])
    .execute()
  const [first] = rows
  if (!first) return null
  const grants = rows.flatMap(({ role, agencyId }) => (role === null ? [] : [{ role, agencyId }]))
  return { kind: 'person', id: personId, name: first.name, grants }
}
