import { fileEndings } from '../cases/case-file.ts'
import type { ReadFile } from '../cases/read-files.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newToken } from '../platform/secrets.ts'
import './data/tables.ts'

/** A file of a form that could not be sent yet. The token is the only way to it. */
export interface HeldFile {
  token: string
  name: string
}

const dayLong = 24 * 60 * 60_000

/** Small letters and digits, as the file store wants names. */
const newHeldToken = (): string => Buffer.from(newToken()).toString('hex').slice(0, 64)

const storedAs = (row: { token: string; type: ReadFile['type'] }): string =>
  `tahan-${row.token}.${fileEndings[row.type]}`

/** Keeps files for a day, so that a form that comes back with an error need not have them chosen again. */
export async function holdFiles(ctx: Ctx, files: readonly ReadFile[]): Promise<HeldFile[]> {
  const held: HeldFile[] = []
  for (const { name, type, bytes } of files) {
    const token = newHeldToken()
    await ctx.platform.files.put(storedAs({ token, type }), bytes)
    await ctx.db.insertInto('held_file').values({ token, name, type, at: ctx.now }).execute()
    held.push({ token, name })
  }
  return held
}

/** The files of these tokens, in that order; what is no longer held is left out. */
export async function findHeldFiles(ctx: Ctx, tokens: readonly string[]): Promise<(ReadFile & HeldFile)[]> {
  if (tokens.length === 0) return []
  const rows = await ctx.db.selectFrom('held_file').selectAll().where('token', 'in', tokens.slice(0, 10)).execute()
  const found = []
  for (const token of tokens) {
    const row = rows.find((row) => row.token === token)
    if (row) found.push({ token, name: row.name, type: row.type, bytes: await ctx.platform.files.get(storedAs(row)) })
  }
  return found
}

/** Throws away what was held for more than a day. */
export async function sweepHeldFiles(ctx: Ctx): Promise<void> {
  const old = await ctx.db
    .deleteFrom('held_file')
    .where('at', '<', new Date(ctx.now.getTime() - dayLong))
    .returningAll()
    .execute()
  for (const row of old) await ctx.platform.files.remove(storedAs(row))
}
