import type { GoneOver } from '../../platform/area.ts'
import type { AlarmKind } from '../alarm.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    handover: {
      id: string
      agency_id: string
      role: string
      deputy: boolean
      leaver_id: string | null
      newcomer_id: string
      day: string
      decree: string | null
      note: string | null
      absent: boolean
      made_by_name: string
      made_at: Date
      went_over: GoneOver[] | null
      done_at: Date | null
    }
    retention_rule: { kind: string; days: number; from_day: string }
    alarm_rule: { kind: string; days: number; from_day: string }
    alarm: {
      id: string
      key: string
      kind: AlarmKind
      agency_id: string
      person_id: string | null
      appointment_id: string | null
      raised_at: Date
      escalated_at: Date | null
      solved_at: Date | null
    }
    alarm_told: { alarm_id: string; person_id: string; at: Date }
    delegation: {
      id: string
      agency_id: string
      head_id: string
      delegate_id: string
      from_day: string
      to_day: string
      reason: string
      made_at: Date
    }
  }
}
