import type { ColumnType } from 'kysely'
import type { ClockJson } from './clock-json.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    case_triage: {
      id: string
      case_id: string
      agency_id: string
      at: Date
      by_id: string | null
      by_name: string
      outcome: string
      reason: string | null
    }
    case_follow_up: {
      id: string
      case_id: string
      agency_id: string
      at: Date
      by_id: string | null
      by_name: string
      kind: string
      text: string
      link: string | null
    }
    case_passage: {
      id: string
      case_id: string
      from_agency_id: string
      to_agency_id: string
      at: Date
      by_id: string | null
      by_name: string
      reason: string
    }
    pause_reason: {
      id: string
      from_day: string
      name: string
      limit_days: number
      steps: ColumnType<string[], string, string>
      ends_by_word: boolean
      basis: string
    }
    case_pause: {
      id: string
      case_id: string
      agency_id: string
      reason_id: string
      reason_name: string
      limit_days: number
      steps: ColumnType<string[], string, string>
      ends_by_word: boolean
      note: string
      at: Date
      by_id: string | null
      by_name: string
      limit_at: Date | null
      ended_at: Date | null
      ended_how: PauseEnding | null
      ended_by: string | null
    }
  }
}

/** How a pause ended. `answered`, `passed-on`, `closed`: with the clocks it held. */
export type PauseEnding = 'resumed' | 'word' | 'limit' | 'answered' | 'passed-on' | 'closed'

/** The columns of `cases` about its clocks. */
export interface ClockColumns {
  clocks: ColumnType<ClockJson[], string | undefined, string>
  next_started_at: ColumnType<Date | null, Date | null | undefined>
  next_minutes: ColumnType<number | null, number | null | undefined>
  next_paused_until: ColumnType<Date | null, Date | null | undefined>
  next_warn_at: ColumnType<Date | null, Date | null | undefined>
  paused_since: ColumnType<Date | null, Date | null | undefined>
  closes_at: ColumnType<Date | null, Date | null | undefined>
}
