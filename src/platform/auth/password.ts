import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** argon2id with the parameters OWASP names first (19 MiB, two passes, one lane). */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** `argon2id$memory$passes$nonce$hash`, so that the cost can be raised later without breaking old hashes. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await derive('argon2id', { message: password.normalize('NFC'), nonce, ...cost })
  return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), hash.toString('base64url')].join('$')
}

export async function passwordMatches(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, nonce = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64url')
  const found = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: cost.parallelism,
    tagLength: expected.length,
  })
  return timingSafeEqual(found, expected)
}

let decoy: Promise<string> | undefined

/** Costs as much as a real check, so that an unknown address cannot be told from a wrong password by the time taken. */
export async function wasteTime(password: string): Promise<false> {
  decoy ??= hashPassword('nobody has this password')
  await passwordMatches(password, await decoy)
  return false
}
