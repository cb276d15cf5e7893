import type { ColumnType } from 'kysely'
import type { CaseKind } from '../case.ts'
import './tables.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    case_assignment: {
      id: string
      case_id: string
      agency_id: string
      person_id: string
      note: string | null
      by_name: string
      at: Date
      ended_at: Date | null
    }
    case_note: { id: string; case_id: string; by_id: string | null; by_name: string; text: string; at: Date }
    case_mention: { note_id: string; person_id: string; case_id: string; seen_at: Date | null }
    case_label: { id: string; agency_id: string; name: string; created_at: Date }
    case_labelled: { case_id: string; label_id: string; at: Date; by_name: string }
    saved_answer: {
      id: string
      agency_id: string | null
      title: string
      text: string
      changed_at: Date
      changed_by: string
      removed_at: Date | null
    }
    answer_draft: {
      case_id: string
      person_id: string
      person_name: string
      text: string
      final: boolean
      saved_at: Date
    }
    answer_approval: { agency_id: string; from_day: string; required: boolean; set_by: string; set_at: Date }
    answer_proposal: {
      id: string
      case_id: string
      by_id: string | null
      by_name: string
      text: string
      final: boolean
      closes_with: ColumnType<unknown, string | null, string | null>
      holds_for: string | null
      at: Date
      state: 'waiting' | 'approved' | 'rejected' | 'void'
      decided_by: string | null
      decided_at: Date | null
      reason: string | null
      answer_id: string | null
    }
    proof_rule: { kind: CaseKind; from_day: string; required: number; basis: string }
    case_reopening: { id: string; case_id: string; at: Date; by_name: string; reason: string }
    case_rating: { case_id: string; score: number; sentence: string | null; at: Date }
  }
}
