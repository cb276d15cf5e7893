import type { Generated } from 'kysely'
import type { DayOffKind, Week } from './calendar-data.ts'

declare module '../db/database.ts' {
  interface Database {
    calendar: { id: string; name: string; version: Generated<string> }
    office_hours: {
      id: string
      calendar_id: string
      from_day: string
      to_day: string | null
      name: string
      basis: string
      week: Week
      joint_leave_is_off: boolean
      withdrawn_at: Generated<Date | null>
      withdrawal_reason: Generated<string | null>
    }
    holiday_year: { year: number; decree: string; from_day: string }
    holiday: {
      id: string
      day: string
      kind: DayOffKind
      name: string
      decree: string
      from_day: string
      to_day: string | null
      withdrawn_by: Generated<string | null>
    }
  }
}
