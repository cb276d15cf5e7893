import type { Generated } from 'kysely'
import '../../platform/calendar/tables.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    agency_calendar: { agency_id: string; calendar_id: string; from_day: string; basis: string }
    holiday_decree: {
      id: string
      year: number
      number: string
      decreed_on: string
      whole_year: boolean
      listed: string
      withdrawn: string
      entered_at: Date
      entered_by: string
      confirmed_at: Generated<Date | null>
      confirmed_by: Generated<string | null>
    }
  }
}
