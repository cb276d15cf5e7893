import { readFileSync } from 'node:fs'
import type { Ctx } from '../platform/ctx.ts'
import './data/call-tables.ts'
import type { PriceItem } from './x/charges.ts'

const file = new URL('../../db/data/channel-prices.json', import.meta.url)

interface Shipped {
  item: PriceItem
  /** Millionths of a US dollar. */
  micros: number
  from: string
}

/** Brings X's price list that ships into the database. What is there already stays as it is. */
export async function seedPrices(ctx: Ctx): Promise<void> {
  const shipped: Shipped[] = JSON.parse(readFileSync(file, 'utf8'))
  const basis = 'Daftar harga X API, dibaca 22 Agustus 2026'
  await ctx.db
    .insertInto('channel_price')
    .values(shipped.map(({ item, micros, from }) => ({ item, micros, from_day: from, basis })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
