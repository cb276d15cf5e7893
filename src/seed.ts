import { loadRegister } from './agencies/load-register.ts'
import type { Ctx } from './platform/ctx.ts'

/** What every installation begins with: the city's register and the rules each area ships. Idempotent. */
export async function seed(ctx: Ctx): Promise<void> {
  await loadRegister(ctx)
  for (const area of ctx.platform.areas) await area.seed?.(ctx)
}
