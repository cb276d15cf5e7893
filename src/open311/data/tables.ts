import type { CaseKind } from '../../cases/case.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    open311_service: {
      code: string
      from_day: string
      kind: CaseKind
      theme: string | null
      name: string
      description: string
      keywords: string
      group_name: string
      agency_id: string
    }
  }
}
