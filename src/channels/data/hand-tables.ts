import type { ColumnType } from 'kysely'
import type { Theme } from '../post.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    hand_post: {
      id: string
      account_id: string
      agency_id: string
      day: string
      text: string
      url: string | null
      key: string
      theme: Theme | null
      likes: number | null
      comments: number | null
      shares: number | null
      views: number | null
      noted_at: Date
      noted_by: string
    }
    hand_post_import: {
      id: string
      account_id: string
      filename: string
      rows: ColumnType<unknown, string, string>
      made_at: Date
      made_by: string
      confirmed_at: Date | null
    }
  }
}
