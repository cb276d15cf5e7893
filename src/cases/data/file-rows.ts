import type { Selectable } from 'kysely'
import type { CaseFile } from '../case-file.ts'
import type { CaseFileTable } from './tables.ts'

export const toFile = (row: Selectable<CaseFileTable>): CaseFile => ({
  id: row.id,
  name: row.name,
  type: row.type,
  bytes: row.bytes,
  byName: row.by_name,
  at: row.at,
  messageId: row.message_id,
  followUpId: row.follow_up_id,
  noteId: row.note_id,
  public: row.public,
})
