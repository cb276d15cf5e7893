declare module '../../platform/db/database.ts' {
  interface Database {
    agency_calendar: { agency_id: string; calendar_id: string }
  }
}
