import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts `text` with AES-256-GCM under `key` (32 bytes). The answer is base64url of nonce, tag and text. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Undoes `seal`. Throws when the key is another one or the text was changed. */
export function open(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** SHA-256: how tokens are kept. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** 256 random bits for a session or an API token. */
export const newToken = (): string => randomBytes(32).toString('base64url')
