import { generateSync } from 'otplib'

/** What a code app shows for this secret at this instant. */
export const codeOf = (secret: string, at: Date): string =>
  generateSync({ secret: secret.replace(/\s/g, ''), epoch: Math.floor(at.getTime() / 1000) })
