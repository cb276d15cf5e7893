import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Obstacles } from '../obstacles.ts'
import type { CityRecap } from '../recap.ts'
import type { Frozen } from '../report.ts'
import type { ScoreWeights } from '../report-rule.ts'
import type { StepName } from '../report-state.ts'

/** Written as JSON text, read parsed. */
type Json<T> = ColumnType<T, string, string>

declare module '../../platform/db/database.ts' {
  interface Database {
    report_rule: {
      valid_from: string
      due_working_day: number
      urgent_before_days: number
      dormant_after_days: number
      expected_items: Json<Record<string, number>>
      weights: Json<ScoreWeights>
      known_at_least: number
      basis: string
    }
    monthly_report: {
      id: string
      agency_id: string
      month: string
      opened_at: Date
      letter_number: string | null
      obstacles: Json<Obstacles>
      frozen: ColumnType<Frozen | null, string | null, string | null>
      frozen_hash: string | null
      version: ColumnType<number, number | undefined, number>
    }
    report_step: {
      id: GeneratedAlways<string>
      report_id: string
      step: StepName
      at: Date
      by_id: string | null
      by_name: string
      reason: string | null
      fingerprint: string | null
    }
    city_recap: {
      month: string
      edition: number
      forwarded_at: Date
      by_name: string
      content: Json<CityRecap>
      content_hash: string
    }
  }
}
