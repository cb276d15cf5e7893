import { createHmac } from 'node:crypto'
import type { ReadFile } from '../cases/read-files.ts'
import { networkOf } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { ReportInput } from './report.ts'

/**
 * One key for the same words from the same network on one day: sent again, by a second press or out of impatience, they
 * are answered with the ticket they have. Keyed, so that no address can be read from it.
 */
export function sameReportKey(
  ctx: Ctx,
  from: string,
  { text, region, place, contact, agencyId }: ReportInput,
  files: readonly ReadFile[],
): string {
  const told = [networkOf(from), dayInWib(ctx.now), text, region, place, contact, agencyId]
  const hash = createHmac('sha256', ctx.platform.config.secretKey.present).update(JSON.stringify(told))
  for (const { bytes } of files) hash.update(bytes)
  return `report:${hash.digest('base64url')}`
}
