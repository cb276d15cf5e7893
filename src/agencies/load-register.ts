import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../platform/ctx.ts'
import { transaction } from '../platform/transaction.ts'
import type { AgencyKind } from './agency.ts'
import { recordChange } from './change-timeline.ts'
import { saveTimelines } from './data/timelines.ts'

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
      await loadAgency(
        ctx,
        agency,
        earlierNames.find(({ id }) => id === agency.id),
      )
    return { added: added.length }
  })
}

async function loadAgency(ctx: Ctx, agency: ListedAgency, earlier: Register['earlierNames'][number] | undefined) {
  const { id, from = ever, ...facts } = agency
  const present = { ...facts, from, to: null, decree: null, endDecree: null }
  const before = earlier && {
    ...present,
    name: earlier.name,
    abbreviation: earlier.abbreviation,
    from: ever,
    to: earlier.until,
  }
  const change = { id, before: [], after: before ? [before, present] : [present] }
  await ctx.db.insertInto('agency').values({ id, created_at: ctx.now }).execute()
  await saveTimelines(ctx, [change], null)
  await recordChange(ctx, 'agency.added', change)
}
