import type { Generated } from 'kysely'

export interface MailTable {
  id: string
  recipient: string
  subject: string
  body: string
  key: string | null
  created_at: Date
  state: 'waiting' | 'sent' | 'failed'
  sent_at: Date | null
  failure: string | null
  sealed: Generated<boolean>
}

declare module '../db/database.ts' {
  interface Database {
    mail: MailTable
  }
}
