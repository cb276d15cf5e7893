import type { AgencyKind } from '../agency.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    agency: { id: string; parent_id: string | null; region_code: string | null; created_at: Date }
    agency_name: {
      agency_id: string
      from_day: string
      to_day: string | null
      name: string
      abbreviation: string
      kind: AgencyKind
      host: string | null
      decree: string | null
    }
    appointment: {
      id: string
      person_id: string
      role: string
      agency_id: string | null
      from_day: string
      to_day: string | null
      decree: string | null
      created_at: Date
    }
  }
}
