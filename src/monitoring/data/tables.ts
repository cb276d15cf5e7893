import type { ScanOutcome } from '../availability.ts'
import type { Finding, Tier } from '../evidence.ts'
import type { Confidence } from '../freshness.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    website: {
      id: string
      agency_id: string
      url: string
      hosted: boolean
      monitored: boolean
      cms: string | null
      created_at: Date
      version: number
    }
    scan: {
      id: string
      website_id: string
      agency_id: string
      started_at: Date
      finished_at: Date
      outcome: ScanOutcome
      cause: string | null
      detail: string | null
      http_status: number | null
      ms: number | null
      last_real_update: Date | null
      confidence: Confidence
      verdict: string
      findings: Finding[]
      method: string
    }
    scan_evidence: {
      scan_id: string
      position: number
      tier: Tier
      item: string
      title: string
      source: string
      snippet: string
      hash: string
      claimed: Date | null
      fetched_at: Date
      http_status: number
    }
    item_seen: {
      website_id: string
      tier: Tier
      item: string
      first_seen: Date
      last_changed: Date
      claimed: Date | null
      fingerprint: string | null
      appeared: boolean
    }
    cadence: {
      agency_kind: string
      content_kind: string
      valid_from: string
      due_days: number
      overdue_days: number
      delinquent_days: number
      dormant_days: number
      basis: string
    }
  }
}
