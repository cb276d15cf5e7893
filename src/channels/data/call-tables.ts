import type { PriceItem } from '../x/charges.ts'

declare module '../../platform/db/database.ts' {
  interface Database {
    channel_limit: {
      scope: string
      call: string
      span: 'quarter' | 'day'
      allowed: number
      remaining: number
      resets_at: Date
    }
    channel_price: { item: PriceItem; micros: number; from_day: string; basis: string }
    channel_charge: {
      id: string
      at: Date
      month: string
      account_id: string | null
      item: PriceItem
      call: string
      quantity: number
      /** `bigint`: text. */
      micros: string
      certain: boolean
    }
    channel_read: { day: string; kind: string; external_id: string }
    channel_budget: {
      id: string
      from_month: string
      micros: string
      warn_percent: number
      stops: boolean
      set_by: string
      set_at: Date
    }
  }
}
