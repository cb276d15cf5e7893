import { generateSecret, generateURI, verifySync } from 'otplib'

/** A shared secret for a code app, base32. */
export const newSecret = (): string => generateSecret()

/** What the QR code says: the app shows `Kentongan (address)`. */
export const secretUri = (secret: string, email: string): string =>
  generateURI({ issuer: 'Kentongan', label: email, secret })

/**
 * The 30-second step this code belongs to, or null when it is wrong. One step early or late is let pass, for clocks
 * that differ; a step not after `lastStep` never, so that no code is taken twice (RFC 6238, 5.2).
 */
export function stepOf(code: string, secret: string, now: Date, lastStep: number): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(now.getTime() / 1000)
  const current = Math.floor(epoch / 30)
  if (lastStep >= current + 1) return null
  const result = verifySync({ secret, token: code, epoch, epochTolerance: 30, afterTimeStep: lastStep })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
