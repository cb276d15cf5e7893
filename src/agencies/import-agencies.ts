import { sql } from 'kysely'
import { readCsv } from '../platform/csv/read-csv.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import { isId, newId } from '../platform/id.ts'
import { conflict, forbidden, invalid, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { Timeline } from './agency-timeline.ts'
import { recordChange } from './change-timeline.ts'
import { type Change, findTimelines, holdRegister, registerVersion, saveTimelines } from './data/timelines.ts'
import { followHosts } from './host-map.ts'
import { importColumns, type PlannedRow, planImport, timelineAfter } from './import-plan.ts'
import { may } from './policy.ts'

/** Rows of one file: what one transaction applies within seconds. A city has some hundreds. */
const maxRows = 10_000
const maxBytes = 10 * 1024 * 1024

export interface AgencyImport {
  id: string
  filename: string
  madeBy: string
  madeAt: Date
  plan: PlannedRow[]
  appliedAt: Date | null
  /** Of the register it was made for. */
  registerVersion: string
  /** Whether the register changed since, so that this preview holds no more. */
  outdated: boolean
}

/** Keeps what a file would do to the register; nothing is changed until `applyImport`. */
export async function previewImport(
  ctx: Ctx,
  input: { file: Upload | undefined; decreeAgain: boolean },
): Promise<{ id: string } | Refusal> {
  if (!may(ctx.actor, 'agency.manage')) return forbidden()
  const { file } = input
  if (!file) return invalid({ file: 'Pilih berkas CSV lebih dulu.' })
  if (file.bytes.length > maxBytes) return invalid({ file: 'Berkas paling besar 10 MB. Bagi menjadi beberapa berkas.' })
  const reading = await readCsv(file.bytes, { columns: importColumns, maxRows })
  if ('problem' in reading) return invalid({ file: reading.problem })
  return transaction(ctx, async (ctx) => {
    const version = await registerVersion(ctx)
    const timelines = await findTimelines(ctx)
    const plan = planImport(reading.rows, { timelines, decrees: decreesOf(timelines), decreeAgain: input.decreeAgain })
    const id = newId()
    await forgetOldPreviews(ctx)
    await ctx.db
      .insertInto('agency_import')
      .values({
        id,
        made_at: ctx.now,
        made_by: 'name' in ctx.actor ? ctx.actor.name : '',
        filename: file.filename.slice(0, 200),
        register_version: version,
        plan: sql`${JSON.stringify(plan)}::jsonb`,
        applied_at: null,
      })
      .execute()
    return { id }
  })
}

/** Previews nobody applied within a week. */
const forgetOldPreviews = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('agency_import')
    .where('applied_at', 'is', null)
    .where('made_at', '<', new Date(ctx.now.getTime() - 7 * 86_400_000))
    .execute()

function decreesOf(timelines: ReadonlyMap<string, Timeline>): Map<string, Set<string>> {
  const decrees = new Map<string, Set<string>>()
  const note = (decree: string | null, day: string | null) => {
    if (decree !== null && day !== null) decrees.set(decree, (decrees.get(decree) ?? new Set()).add(day))
  }
  for (const timeline of timelines.values())
    for (const { decree, from, endDecree, to } of timeline) {
      note(decree, from)
      note(endDecree, to)
    }
  return decrees
}

/** Throws `Missing`, also for who may not manage the register. */
export async function findImport(ctx: Ctx, id: string): Promise<AgencyImport> {
  const found =
    isId(id) && may(ctx.actor, 'agency.manage')
      ? await ctx.db.selectFrom('agency_import').selectAll().where('id', '=', id).executeTakeFirst()
      : undefined
  if (!found) throw new Missing(`import ${id}`)
  return {
    id,
    filename: found.filename,
    madeBy: found.made_by,
    madeAt: found.made_at,
    plan: found.plan as PlannedRow[],
    appliedAt: found.applied_at,
    registerVersion: found.register_version,
    outdated: found.register_version !== (await registerVersion(ctx)),
  }
}

/** Does exactly what the preview showed; refused when the register changed since, or when it was done already. */
export async function applyImport(
  ctx: Ctx,
  input: { id: string },
): Promise<{ added: number; changed: number } | Refusal> {
  return transaction(ctx, async (ctx) => {
    await findImport(ctx, input.id)
    const version = BigInt(await holdRegister(ctx))
    const shown = await findImport(ctx, input.id)
    if (shown.appliedAt !== null) return conflict('Impor ini sudah diterapkan.')
    if (BigInt(shown.registerVersion) !== version - 1n)
      return conflict('Daftar perangkat daerah berubah setelah pratinjau ini. Unggah berkasnya sekali lagi.')
    const rows = shown.plan.filter(({ act }) => act === 'add' || act === 'change')
    if (rows.length === 0) return conflict('Tidak ada yang perlu diterapkan.')
    const added = rows.filter(({ act }) => act === 'add').map(({ id }) => id)
    const changes = await changesOf(ctx, rows)
    for (let at = 0; at < added.length; at += 1000)
      await ctx.db
        .insertInto('agency')
        .values(added.slice(at, at + 1000).map((id) => ({ id, created_at: ctx.now })))
        .execute()
    await saveTimelines(ctx, changes, null)
    for (const change of changes)
      await recordChange(ctx, change.before.length === 0 ? 'agency.added' : 'agency.renamed', change, {
        import: input.id,
      })
    await ctx.db.updateTable('agency_import').set({ applied_at: ctx.now }).where('id', '=', input.id).execute()
    followHosts(ctx)
    return { added: added.length, changed: changes.length - added.length }
  })
}

async function changesOf(ctx: Ctx, rows: readonly PlannedRow[]): Promise<Change[]> {
  const timelines = await findTimelines(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const after = timelineAfter(row, timelines)
    return after ? [{ id: row.id, before: timelines.get(row.id) ?? [], after }] : []
  })
}
