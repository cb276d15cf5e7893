import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '../platform/ctx.ts'
import { publicDeskPaths } from './paths.ts'

/**
 * The secret part of the link with which a citizen follows a case: derived from the key of the installation, so that
 * each mail can carry it and no table holds it. 160 bits.
 */
export const linkKey = (ctx: Ctx, caseId: string): string => derived(ctx.platform.config.secretKey.present, caseId)

/** In constant time; links made with a former key of the installation stay good. */
export function isLinkKey(ctx: Ctx, caseId: string, key: string): boolean {
  const { present, former } = ctx.platform.config.secretKey
  return [present, ...former].map((secret) => equal(derived(secret, caseId), key)).includes(true)
}

/** The address of the citizen's own page, without the host. */
export const ownAddress = (ctx: Ctx, found: { id: string; ticket: string }): string =>
  publicDeskPaths.own.href({ ticket: found.ticket, key: linkKey(ctx, found.id) })

const derived = (secret: Buffer, caseId: string): string =>
  createHmac('sha256', secret).update(`follow:${caseId}`).digest().subarray(0, 20).toString('base64url')

function equal(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
