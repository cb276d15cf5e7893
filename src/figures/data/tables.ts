import type { GeneratedAlways } from 'kysely'

declare module '../../platform/db/database.ts' {
  interface Database {
    turn: TurnTable
    turn_filling: { done_at: Date }
  }
}

export interface TurnTable {
  case_id: string
  number: number
  /** First days of months, WIB. */
  known_from: string
  known_until: string | null
  agency_id: string
  kind: string
  class: string
  channel: string
  theme: string | null
  topic_id: string | null
  district_id: string | null
  subdistrict_id: string | null
  came_at: Date
  passed_in: boolean
  due_at: Date | null
  answered_at: Date | null
  recorded_at: Date | null
  in_time: boolean | null
  working_minutes: number | null
  left_at: Date | null
  left_how: 'passed-on' | 'without-answer' | null
  closed_at: Date | null
  outcome: string | null
  solved: boolean | null
  came_month: GeneratedAlways<string>
  answered_month: GeneratedAlways<string | null>
  left_month: GeneratedAlways<string | null>
  closed_month: GeneratedAlways<string | null>
  broken_from: GeneratedAlways<Date | null>
  breach_month: GeneratedAlways<string | null>
}
