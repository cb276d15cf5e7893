import type { Generated, GeneratedAlways } from 'kysely'
import type { AgencyKind } from '../agency.ts'

export interface AgencyNameRow {
  agency_id: string
  from_day: string
  to_day: string | null
  name: string
  abbreviation: string
  kind: AgencyKind
  parent_id: string | null
  region_code: string | null
  host: string | null
  decree: string | null
  end_decree: string | null
  recorded_at: Date
}

declare module '../../platform/db/database.ts' {
  interface Database {
    agency: { id: string; version: Generated<number>; created_at: Date }
    agency_name: AgencyNameRow & { search: GeneratedAlways<string> }
    superseded_agency_name: AgencyNameRow & { superseded_at: Date; reason: string | null }
    agency_succession: {
      predecessor_id: string
      successor_id: string
      kind: 'merged' | 'split'
      day: string
      decree: string
    }
    agency_register: { one: Generated<boolean>; version: string }
    agency_import: {
      id: string
      made_at: Date
      made_by: string
      filename: string
      register_version: string
      plan: unknown
      applied_at: Date | null
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
      acting: Generated<boolean>
      deputy: Generated<boolean>
      version: Generated<number>
    }
  }
}
