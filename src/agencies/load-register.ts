import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { transaction } from '../platform/transaction.ts'
import type { AgencyKind } from './agency.ts'
import './data/tables.ts'

interface ListedAgency {
  id: string
  name: string
  abbreviation: string
  kind: AgencyKind
  parentId: string | null
  regionCode: string | null
  host: string | null
  /** The day the present name began; absent: since before anything we keep. */
  from?: string
}

interface Register {
  agencies: ListedAgency[]
  earlierNames: { id: string; name: string; abbreviation: string; until: string }[]
}

const file = join(import.meta.dirname, '../../db/data/agencies.json')

/** Before the first day of which anything is told: the instruction is of 2017. */
const ever = '2017-01-01'

/** Loads the city's agencies that are not there yet. Those that are stay as they are: the register belongs to the city. */
export async function loadRegister(ctx: Ctx): Promise<{ added: number }> {
  const { agencies, earlierNames } = JSON.parse(readFileSync(file, 'utf8')) as Register
  return transaction(ctx, async (ctx) => {
    const known = new Set((await ctx.db.selectFrom('agency').select('id').execute()).map(({ id }) => id))
    const added = agencies.filter(({ id }) => !known.has(id))
    // Parents first: the list names them before or after their children.
    for (const agency of added.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null)))
      await addAgency(
        ctx,
        agency,
        earlierNames.find(({ id }) => id === agency.id),
      )
    return { added: added.length }
  })
}

async function addAgency(ctx: Ctx, agency: ListedAgency, earlier: Register['earlierNames'][number] | undefined) {
  const { id, name, abbreviation, kind, parentId, regionCode, host, from = ever } = agency
  await ctx.db
    .insertInto('agency')
    .values({ id, parent_id: parentId, region_code: regionCode, created_at: ctx.now })
    .execute()
  const common = { agency_id: id, kind, host, decree: null }
  await ctx.db
    .insertInto('agency_name')
    .values({ ...common, name, abbreviation, from_day: from, to_day: null })
    .execute()
  if (earlier)
    await ctx.db
      .insertInto('agency_name')
      .values({
        ...common,
        name: earlier.name,
        abbreviation: earlier.abbreviation,
        from_day: ever,
        to_day: earlier.until,
      })
      .execute()
  await record(ctx, 'agency.added', { thing: 'agency', id, agencyId: id, after: { name, kind, host } })
}
