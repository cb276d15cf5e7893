declare module '../../platform/db/database.ts' {
  interface Database {
    person: { id: string; name: string; email: string; created_at: Date; signed_in_at: Date | null }
  }
}
