import { createHmac, timingSafeEqual } from 'node:crypto'

const sign = (secret: string, bytes: Buffer | string): string =>
  `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`

/** The answer to X's challenge that shows we know the app's secret. */
export const challengeAnswer = (secret: string, token: string): { response_token: string } => ({
  response_token: sign(secret, token),
})

/** Whether X signed exactly these bytes (header `x-twitter-webhooks-signature`). */
export function isSigned(secret: string, body: Buffer, signature: string): boolean {
  const want = Buffer.from(sign(secret, body))
  const have = Buffer.from(signature)
  return want.length === have.length && timingSafeEqual(want, have)
}
