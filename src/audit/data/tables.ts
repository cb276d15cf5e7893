declare module '../../platform/db/database.ts' {
  interface Database {
    event_seal: {
      id: number
      from_id: string
      to_id: string
      count: number
      hash: Buffer
      sealed_at: Date
    }
    event_seal_mark: {
      is_one?: boolean
      up_to: string
      /** PostgreSQL's 64-bit transaction id, as text. */
      horizon: string
      noted_at: Date
    }
  }
}
