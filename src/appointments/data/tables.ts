import type { GoneOver } from '../../platform/area.ts'

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
