import type { ColumnType } from 'kysely'

declare module '../../platform/db/database.ts' {
  interface Database {
    escalation_rule: { level: number; from_day: string; told: ColumnType<string[], string, string>; basis: string }
    case_warning: {
      id: string
      case_id: string
      agency_id: string
      step: string
      started_at: Date
      level: number
      due_at: Date | null
      at: Date
    }
    case_warning_told: { warning_id: string; person_id: string; at: Date; mailed_at: Date | null }
    case_explanation: {
      id: string
      case_id: string
      agency_id: string
      text: string
      at: Date
      by_id: string | null
      by_name: string
    }
  }
}
