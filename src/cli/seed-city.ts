import { loadRegister } from '../agencies/load-register.ts'
import { areas } from '../areas.ts'
import { loadExampleCity } from '../example/city.ts'
import type { Kentongan } from '../main.ts'

/** The defaults of every area and the register of agencies, then the example city if asked for. Safe to repeat. */
export async function seedCity(house: Kentongan, { example }: { example: boolean }): Promise<void> {
  const ctx = house.makeCtx('seed')
  for (const area of areas) await area.seed?.(ctx)
  if (example) await loadExampleCity(house.platform)
  else await loadRegister(ctx)
}
