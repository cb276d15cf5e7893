import { findAgencies } from '../agencies/find-agencies.ts'
import { may } from '../agencies/policy.ts'
import { readCsv } from '../platform/csv/read-csv.ts'
import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import { isId, newId } from '../platform/id.ts'
import { later } from '../platform/queue/queue.ts'
import { conflict, forbidden, invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { open, seal } from '../platform/secrets.ts'
import { transaction } from '../platform/transaction.ts'
import type { CaseState } from './case.ts'
import { closeCase } from './close-case.ts'
import { type ColumnMap, findImportColumns } from './import/columns.ts'
import { type ImportRow, type Known, type Planned, planCases, type ReadyRow, type RowOutcome } from './import/plan.ts'
import { importCasesJob } from './jobs/import-cases.ts'
import { openOnce } from './open-case.ts'

/** Rows of one file: what a person can look through, and a job does within minutes. */
export const mostImportRows = 5000
const mostBytes = 10 * 1024 * 1024
/** Rows of one transaction. */
const batch = 50
/** The channel of what comes from another complaint system; answers are given there by hand. */
const channel = 'lapor'
export const defaultSystem = 'SP4N-LAPOR!'

export interface CaseImport {
  id: string
  filename: string
  system: string
  madeBy: string
  madeAt: Date
  rowCount: number
  confirmedAt: Date | null
  doneAt: Date | null
  doneRows: number
  outcomes: RowOutcome[]
  /** What confirming would do; empty when it was confirmed. */
  plan: Planned[]
}

interface Given {
  file: Upload | undefined
  system: string
  /** Takes what names no agency of ours; '' for none. */
  agencyId: string
  map: ColumnMap
}

/** Keeps what a file holds, sealed; nothing is opened until `confirmImport`. Only who may open cases for the whole city. */
export async function previewCases(
  ctx: Ctx,
  { file, system, agencyId, map }: Given,
): Promise<{ id: string } | Refusal> {
  if (!mayImport(ctx)) return forbidden()
  if (!file) return invalid({ file: 'Pilih berkas CSV lebih dulu.' })
  if (file.bytes.length > mostBytes)
    return invalid({ file: 'Berkas paling besar 10 MB. Bagi menjadi beberapa berkas.' })
  if (system.length > 60) return invalid({ system: 'Nama sistem asal paling panjang 60 huruf.' })
  const agencies = await findAgencies(ctx)
  if (agencyId !== '' && !agencies.some(({ id }) => id === agencyId))
    return invalid({ agencyId: 'Perangkat daerah tidak dikenal.' })
  const columns = (head: readonly string[]) => findImportColumns(head, map)
  const reading = await readCsv(file.bytes, { columns, maxRows: mostImportRows, maxCell: 30_000, formulas: 'keep' })
  if ('problem' in reading) return invalid({ file: reading.problem })
  const id = newId()
  await forgetOldPreviews(ctx)
  await ctx.db
    .insertInto('case_import')
    .values({
      id,
      made_at: ctx.now,
      made_by: 'name' in ctx.actor ? (ctx.actor.name ?? '') : '',
      person_id: 'id' in ctx.actor ? ctx.actor.id : null,
      filename: file.filename.slice(0, 200),
      system: system || defaultSystem,
      agency_id: agencyId || null,
      row_count: reading.rows.length,
      sealed: seal(ctx.platform.config.secretKey, JSON.stringify(reading.rows)),
    })
    .execute()
  return { id }
}

const mayImport = ({ actor }: Ctx): boolean => may(actor, 'case.import')

/** Previews nobody confirmed within a week hold what citizens wrote: they go. */
const forgetOldPreviews = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('case_import')
    .where('confirmed_at', 'is', null)
    .where('made_at', '<', new Date(ctx.now.getTime() - 7 * 86_400_000))
    .execute()

/** Throws `Missing`, also for who may not import. */
export async function findCaseImport(ctx: Ctx, id: string): Promise<CaseImport> {
  const row =
    isId(id) && mayImport(ctx)
      ? await ctx.db.selectFrom('case_import').selectAll().where('id', '=', id).executeTakeFirst()
      : undefined
  if (!row) throw new Missing(`import ${id}`)
  const rows = rowsOf(ctx, row.confirmed_at === null ? row.sealed : null)
  return {
    id,
    filename: row.filename,
    system: row.system,
    madeBy: row.made_by,
    madeAt: row.made_at,
    rowCount: row.row_count,
    confirmedAt: row.confirmed_at,
    doneAt: row.done_at,
    doneRows: row.done_rows,
    outcomes: row.outcomes,
    plan: planCases(rows, await knownFor(ctx, row, rows)),
  }
}

const rowsOf = (ctx: Ctx, sealed: string | null): ImportRow[] =>
  sealed === null ? [] : JSON.parse(open(ctx.platform.config.secretKey, sealed))

/** Says that the file is to be worked off; a job does it, and may be killed in the middle. */
export async function confirmImport(ctx: Ctx, input: { id: string }): Promise<{ id: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const { id } = await findCaseImport(ctx, input.id)
    const confirmed = await ctx.db
      .updateTable('case_import')
      .set({ confirmed_at: ctx.now })
      .where('id', '=', id)
      .where('confirmed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!confirmed) return conflict('Impor ini sudah dijalankan.')
    await later(ctx, importCasesJob, { id })
    return { id }
  })
}

/** Works off a confirmed file from where it stands; twice is the same as once. */
export async function workOffImport(ctx: Ctx, id: string): Promise<void> {
  for (let left = true; left; ) left = await transaction(ctx, (ctx) => workOffSome(ctx, id))
}

async function workOffSome(ctx: Ctx, id: string): Promise<boolean> {
  const found = await ctx.db.selectFrom('case_import').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found || found.confirmed_at === null || found.done_at !== null) return false
  const all = rowsOf(ctx, found.sealed)
  const rows = all.slice(found.done_rows, found.done_rows + batch)
  const outcomes = await takeRows(ctx, found, rows, all.slice(0, found.done_rows))
  const done = found.done_rows + rows.length
  const isDone = done >= all.length
  await ctx.db
    .updateTable('case_import')
    .set({
      done_rows: done,
      outcomes: JSON.stringify([...found.outcomes, ...outcomes]),
      ...(isDone && { done_at: ctx.now, sealed: null }),
    })
    .where('id', '=', id)
    .execute()
  return !isDone
}

interface Terms {
  system: string
  agency_id: string | null
}

/** The rows before say which numbers the file has had already. */
async function takeRows(ctx: Ctx, terms: Terms, rows: ImportRow[], before: ImportRow[]): Promise<RowOutcome[]> {
  const known = await knownFor(ctx, terms, rows)
  const planned = planCases([...before, ...rows], known).slice(before.length)
  const outcomes: RowOutcome[] = []
  for (const one of planned) {
    const refusal = await carryOut(ctx, terms, one)
    const why = refusal ? wordsOf(refusal) : one.act === 'refused' ? one.why : undefined
    outcomes.push({ line: one.line, act: refusal ? 'refused' : one.act, ...(why && { why }) })
  }
  return outcomes
}

async function carryOut(ctx: Ctx, { system }: Terms, planned: Planned): Promise<Refusal | undefined> {
  if (planned.act === 'closed') return closeOver(ctx, planned.ticket, system, planned.status)
  if (planned.act !== 'taken' && planned.act !== 'taken-over') return undefined
  const opened = await openImported(ctx, system, planned.row)
  if (isRefusal(opened)) return opened
  return planned.act === 'taken-over' ? closeOver(ctx, opened.ticket, system, planned.row.status) : undefined
}

async function openImported(ctx: Ctx, system: string, row: ReadyRow): Promise<{ ticket: string } | Refusal> {
  const { agencyId, kind, subject, text, place, name, contact, receivedAt, originId, url } = row
  const source = { channel, externalId: `${system}/${originId}`, url }
  const reporter = { name, contact }
  const opened = await openOnce(ctx, { agencyId, channel, kind, subject, text, place, receivedAt, reporter, source })
  if (isRefusal(opened)) return opened
  await ctx.db
    .updateTable('cases')
    .set({ origin: JSON.stringify({ system, id: originId, ...(url && { url }) }) })
    .where('id', '=', opened.case.id)
    .execute()
  return { ticket: opened.case.ticket }
}

/** Over there it is over here too, but neither answered nor solved by us. */
async function closeOver(ctx: Ctx, ticket: string, system: string, status: string): Promise<Refusal | undefined> {
  const { version } = await ctx.db
    .selectFrom('cases')
    .select('version')
    .where('ticket', '=', ticket)
    .executeTakeFirstOrThrow()
  const reason = `Di ${system} berstatus ${status.slice(0, 60)}.`
  const closed = await closeCase(ctx, { ticket, version, outcome: 'archived', detail: { reason } })
  return isRefusal(closed) ? closed : undefined
}

const wordsOf = (refusal: Refusal): string =>
  refusal.refusal === 'invalid' ? Object.values(refusal.errors).join(' ') : refusal.reason

async function knownFor(ctx: Ctx, { system, agency_id }: Terms, rows: readonly ImportRow[]): Promise<Known> {
  const ids = rows.map(({ cells }) => `${system}/${(cells.id ?? '').replace(/^#/, '').trim()}`)
  const found =
    ids.length === 0
      ? []
      : await ctx.db
          .selectFrom('case_message')
          .innerJoin('cases', 'cases.id', 'case_message.case_id')
          .select(['case_message.external_id', 'cases.ticket', 'cases.state'])
          .where('case_message.channel', '=', channel)
          .where('case_message.external_id', 'in', ids)
          .execute()
  return {
    cases: new Map(
      found.map(({ external_id, ticket, state }): [string, { ticket: string; state: CaseState }] => [
        (external_id ?? '').slice(system.length + 1),
        { ticket, state },
      ]),
    ),
    agencies: await agencyNames(ctx),
    agencyId: agency_id,
    now: ctx.now,
  }
}

/** A name that two agencies share names neither. */
async function agencyNames(ctx: Ctx): Promise<Map<string, string>> {
  const named = (await findAgencies(ctx)).flatMap(({ id, name, abbreviation }) =>
    [id, name, abbreviation].map((text) => [text.toLowerCase(), id] as const),
  )
  const ids = new Map<string, Set<string>>()
  for (const [text, id] of named) ids.set(text, (ids.get(text) ?? new Set()).add(id))
  return new Map([...ids].flatMap(([text, of]) => (of.size === 1 ? [[text, [...of][0] ?? '']] : [])))
}

/** A column map as JSON gives it, for the command line. */
export { columnMapOf } from './import/columns.ts'
