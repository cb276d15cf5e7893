import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import { heldOn } from './data/agency-rows.ts'

/** The id of the one agency of today that somebody calls so, by id, name or abbreviation; else the text itself. */
export async function agencyCalled(ctx: Ctx, text: string): Promise<string> {
  const said = text.trim().toLowerCase()
  if (said === '') return ''
  const found = await heldOn(ctx, dayInWib(ctx.now))
    .where(sql<boolean>`n.agency_id = ${said} or lower(n.name) = ${said} or lower(n.abbreviation) = ${said}`)
    .select('n.agency_id as id')
    .limit(2)
    .execute()
  const [only] = found
  return only && found.length === 1 ? only.id : said
}
