import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import { type CaseFile, storedName } from './case-file.ts'
import { readCase } from './data/case-rows.ts'
import { toFile } from './data/file-rows.ts'

export interface FileInFull extends CaseFile {
  content: Buffer
}

/** All files of a case, in the order they came. The caller has found the case. */
export async function findFiles(ctx: Ctx, caseId: string): Promise<CaseFile[]> {
  const rows = await ctx.db
    .selectFrom('case_file')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toFile)
}

/** A file with its bytes, for those who may read the case. Throws `Missing`. */
export async function findFile(ctx: Ctx, ticket: string, id: string): Promise<FileInFull> {
  const { id: caseId } = await readCase(ctx, ticket)
  return fileOfCase(ctx, caseId, id, false)
}

/** A file the citizen may see; the caller has checked the secret of the link. Throws `Missing`. */
export const findFileForCitizen = (ctx: Ctx, caseId: string, id: string): Promise<FileInFull> =>
  fileOfCase(ctx, caseId, id, true)

async function fileOfCase(ctx: Ctx, caseId: string, id: string, onlyPublic: boolean): Promise<FileInFull> {
  const row = isId(id)
    ? await ctx.db
        .selectFrom('case_file')
        .selectAll()
        .where('id', '=', id)
        .where('case_id', '=', caseId)
        .$if(onlyPublic, (query) => query.where('public', '=', true))
        .executeTakeFirst()
    : undefined
  if (!row) throw new Missing(`file ${id}`)
  const file = toFile(row)
  return { ...file, content: await ctx.platform.files.get(storedName(file)) }
}
