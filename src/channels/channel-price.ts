import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayInWib } from '../platform/time.ts'

interface Price {
  item: string
  /** Millionths of a US dollar. */
  micros: number
  /** `YYYY-MM-DD`. */
  from: string
}

const file = join(import.meta.dirname, '../../db/data/channel-prices.json')
let prices: readonly Price[] | undefined

/** What one of this item costs on X at this instant, in millionths of a US dollar. Throws for an unknown item. */
export function priceOn(item: string, now: Date): number {
  prices ??= JSON.parse(readFileSync(file, 'utf8')) as Price[]
  const day = dayInWib(now)
  const known = prices.filter((price) => price.item === item).sort((a, b) => (a.from < b.from ? 1 : -1))
  const price = known.find(({ from }) => from <= day) ?? known.at(-1)
  if (!price) throw new Error(`no price of ${item} in db/data/channel-prices.json`)
  return price.micros
}
