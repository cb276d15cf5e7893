import type { CaseClass, CaseKind, CaseState, ClosingGround } from '../case.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    agency_calendar: { agency_id: string; calendar_id: string }
    sla_rule: {
      id: string
      step: string
      kind: CaseKind | null
      class: CaseClass | null
      agency_id: string | null
      days: number
      basis: string
      from_day: string
    }
    case_register: { agency_id: string; year: number; last: number }
    reporter: { id: string; sealed: string; created_at: Date }
    cases: CaseTable
    case_message: CaseMessageTable
    case_clock: CaseClockTable
    case_closure: {
      id: string
      case_id: string
      at: Date
      by_name: string
      ground: ClosingGround | null
      reason: string | null
    }
  }
}

export interface CaseTable {
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
  public_at: Date | null
  failure: string | null
}

export interface CaseClockTable {
  id: string
  case_id: string
  step: string
  rule_id: string
  days: number
  started_at: Date
  due_at: Date | null
  unknown_year: number | null
  stopped_at: Date | null
  superseded_at: Date | null
  superseded_reason: string | null
  created_at: Date
}
