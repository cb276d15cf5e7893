import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import { newId } from '../platform/id.ts'
import { isRefusal, type Refusal } from '../platform/refusal.ts'
import { type CaseFile, storedName } from './case-file.ts'
import { toFile } from './data/file-rows.ts'
import { type ReadFile, readFiles } from './read-files.ts'

/** What the files belong to: a message, a follow-up or a note of the case. */
export interface FilesOf {
  caseId: string
  messageId?: string | undefined
  followUpId?: string | undefined
  noteId?: string | undefined
  /** Whether the citizen sees them; a citizen's own always. */
  public?: boolean
}

/** Reads uploads and keeps them with the case; error under `files`. The caller has asked the policy. */
export async function attachFiles(ctx: Ctx, of: FilesOf, uploads: readonly Upload[]): Promise<CaseFile[] | Refusal> {
  const read = await readFiles(uploads)
  return isRefusal(read) ? read : keepFiles(ctx, of, read)
}

/** Keeps what `readFiles` gave: for commands that lock something between reading and keeping. */
export async function keepFiles(ctx: Ctx, of: FilesOf, files: readonly ReadFile[]): Promise<CaseFile[]> {
  const { actor } = ctx
  const kept: CaseFile[] = []
  for (const { name, type, bytes } of files) {
    const id = newId()
    await ctx.platform.files.put(storedName({ id, type }), bytes)
    const row = await ctx.db
      .insertInto('case_file')
      .values({
        id,
        case_id: of.caseId,
        message_id: of.messageId ?? null,
        follow_up_id: of.followUpId ?? null,
        note_id: of.noteId ?? null,
        name,
        type,
        bytes: bytes.length,
        by_id: actor.kind === 'person' ? actor.id : null,
        by_name: actor.kind === 'public' ? null : actor.name,
        at: ctx.now,
        public: of.public ?? actor.kind === 'public',
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    kept.push(toFile(row))
  }
  return kept
}
