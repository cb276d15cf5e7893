import type { ColumnType } from 'kysely'

declare module '../../platform/db/database.ts' {
  interface Database {
    case_search: { case_id: string; received_at: Date; words: string }
    case_word: { word: string }
    saved_filter: { id: string; person_id: string; name: string; query: string; created_at: Date }
    case_presence: { case_id: string; person_id: string; person_name: string; writing: boolean; until: Date }
    bulk_act: { id: string; person_id: string; at: Date; act: string; results: ColumnType<unknown, string, string> }
  }
}
