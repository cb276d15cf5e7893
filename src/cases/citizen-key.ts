import { createHmac } from 'node:crypto'
import type { Ctx } from '../platform/ctx.ts'
import { keyObject } from '../platform/secrets.ts'

/**
 * One key for one way of reaching somebody, however it is typed (`0812-34` and `+62 812 34` are one); null for nothing.
 * Keyed with the installation's secret: it counts people and names nobody.
 */
export function citizenKey(ctx: Ctx, contact: string): string | null {
  const text = contact.trim().toLowerCase()
  const digits = text.replace(/\D/g, '').replace(/^(00)?62/, '0')
  const same = text.includes('@') ? text : digits.length >= 7 ? digits : text
  if (same === '') return null
  return createHmac('sha256', keyObject(ctx.platform.config.secretKey.present))
    .update(`citizen:${same}`)
    .digest('base64url')
}
