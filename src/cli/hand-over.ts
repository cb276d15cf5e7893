import { isRefusal, type Refusal } from '../platform/refusal.ts'
import { unlessRefused } from './options.ts'
import { WrongUsage } from './verb.ts'

/** Bytes go to standard output; null was written to a file already. Fields that are wrong are wrong usage. */
export async function handOver(given: Buffer | null | Refusal): Promise<void> {
  if (isRefusal(given) && given.refusal === 'invalid') throw new WrongUsage(Object.values(given.errors).join(' '))
  const bytes = unlessRefused(given)
  if (bytes !== null) await new Promise((written) => process.stdout.write(bytes, written))
}
