import { readFileSync } from 'node:fs'
import type { CaseKind } from '../cases/case.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

export interface Service {
  code: string
  kind: CaseKind
  theme: string | null
  name: string
  description: string
  keywords: string
  group: string
  /** Who takes in what names no agency. */
  agencyId: string
}

/** The services of today, in the order of their code. */
export async function findServices(ctx: Ctx): Promise<Service[]> {
  const rows = await ctx.db
    .selectFrom('open311_service')
    .distinctOn('code')
    .selectAll()
    .where('from_day', '<=', dayInWib(ctx.now))
    .orderBy('code')
    .orderBy('from_day', 'desc')
    .execute()
  return rows.map(({ group_name, agency_id, from_day: _, ...row }) => ({
    ...row,
    group: group_name,
    agencyId: agency_id,
  }))
}

/** The service a case is of: by its kind and theme, else by its kind alone. */
export const serviceOf = (
  services: readonly Service[],
  of: { kind: string; theme: string | null },
): Service | undefined =>
  services.find(({ kind, theme }) => kind === of.kind && theme === of.theme) ??
  services.find(({ kind, theme }) => kind === of.kind && theme === null)

const file = new URL('../../db/data/open311-services.json', import.meta.url)

/** Brings the services that ship into the database. What is there already stays as it is. */
export async function seedServices(ctx: Ctx): Promise<void> {
  const shipped: (Service & { from: string })[] = JSON.parse(readFileSync(file, 'utf8'))
  await ctx.db
    .insertInto('open311_service')
    .values(
      shipped.map(({ from, group, agencyId, ...row }) => ({
        ...row,
        from_day: from,
        group_name: group,
        agency_id: agencyId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
