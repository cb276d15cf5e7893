import type { ColumnType, Generated } from 'kysely'
import type { CaseClass, CaseKind, CaseState } from '../case.ts'
import type { FileType } from '../case-file.ts'
import type { ClosingDetail, ClosingOutcome } from '../closing.ts'
import type { RowOutcome } from '../import/plan.ts'
import type { LimitUnit } from '../sla-rule.ts'
import type { ClockColumns } from './clock-tables.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    sla_rule: {
      id: string
      step: string
      kind: CaseKind | null
      class: CaseClass | null
      agency_id: string | null
      unit: LimitUnit
      amount: number
      basis: string
      from_day: string
    }
    case_register: { agency_id: string; year: number; last: number }
    reporter: {
      id: string
      sealed: string
      created_at: Date
      citizen_key: string | null
      handle_key: Generated<string | null>
      mails: Generated<boolean>
    }
    cases: CaseTable
    case_message: CaseMessageTable
    topic: { id: string; name: string; created_at: Date; created_by: string }
    case_import: CaseImportTable
    case_file: CaseFileTable
    case_closure: {
      id: string
      case_id: string
      at: Date
      by_name: string
      outcome: ClosingOutcome
      detail: ColumnType<ClosingDetail, string, string>
      /** Whether it counts as solved. */
      solved: boolean
      /** Of a merge that was undone. */
      undone_at: Date | null
    }
  }
}

export interface CaseTable extends ClockColumns {
  id: string
  ticket: string
  register_agency_id: string
  register_year: number
  register_number: number
  agency_id: string
  channel: string
  account_id: string | null
  conversation_key: string | null
  follows_case_id: string | null
  kind: CaseKind
  class: CaseClass
  state: CaseState
  subject: string
  place: string | null
  reporter_id: string | null
  received_at: Date
  opened_at: Date
  state_since: Date
  next_step: string | null
  next_due_at: Date | null
  version: number
  district_id: string | null
  subdistrict_id: string | null
  latitude: number | null
  longitude: number | null
  theme: string | null
  topic_id: string | null
  anonymous: Generated<boolean>
  secret: Generated<boolean>
  suspected: Generated<boolean>
  triage: 'process' | 'hold' | null
  assignee_id: string | null
  merged_into_id: string | null
  same_as_id: Generated<string | null>
  origin: ColumnType<CaseOrigin | null, string | null, string | null>
}

/** Where a case that was entered by hand or imported came from. */
export interface CaseOrigin {
  system: string
  id?: string
  url?: string
}

export interface CaseImportTable {
  id: string
  made_at: Date
  made_by: string
  person_id: string | null
  filename: string
  system: string
  agency_id: string | null
  row_count: number
  sealed: string | null
  confirmed_at: Generated<Date | null>
  done_at: Generated<Date | null>
  done_rows: Generated<number>
  outcomes: ColumnType<RowOutcome[], string | undefined, string>
}

export interface CaseFileTable {
  id: string
  case_id: string
  message_id: string | null
  follow_up_id: string | null
  note_id: string | null
  name: string
  type: FileType
  bytes: number
  by_id: string | null
  by_name: string | null
  at: Date
  public: boolean
}

export interface CaseMessageTable {
  id: string
  case_id: string
  author: 'citizen' | 'agency'
  author_id: string | null
  author_name: string | null
  text: string
  at: Date
  channel: string
  external_id: string | null
  url: string | null
  state: 'received' | 'waiting' | 'public' | 'failed'
  final: boolean
  /** Sent by a machine: no clock stops. */
  automatic: Generated<boolean>
  public_at: Date | null
  failure: string | null
  /** Of an answer: how the case closes once it is public, `ClosesWith`. */
  closes_with: ColumnType<unknown, string | null | undefined, string | null>
  /** Of a question: for what the clocks stand still once it is public. */
  holds_for: ColumnType<string | null, string | null | undefined, string | null>
}
