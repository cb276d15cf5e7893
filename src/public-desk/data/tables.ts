import type { GeneratedAlways } from 'kysely'
import type { CaseKind } from '../../cases/case.ts'
import type { FileType } from '../../cases/case-file.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    held_file: { token: string; name: string; type: FileType; at: Date }
    case_publication: CasePublicationTable
  }
}

export interface CasePublicationTable {
  id: string
  case_id: string
  agency_id: string
  kind: CaseKind
  theme: string | null
  district_id: string | null
  subdistrict_id: string | null
  question: string
  answer: string
  answered_at: Date
  published_at: Date
  published_by: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  words: GeneratedAlways<string>
}
