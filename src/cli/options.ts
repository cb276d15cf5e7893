import { type ParseArgsConfig, parseArgs } from 'node:util'
import { isRefusal, type Refusal } from '../platform/refusal.ts'
import { Refused, WrongUsage } from './verb.ts'

/** `parseArgs`, with its complaints as `WrongUsage`. Positional arguments are allowed. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

/** The option's text, or a complaint that names it. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new WrongUsage(`${option} is missing.`)
  return value
}

/** The value, or the refusal in one line. */
export function unlessRefused<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result
  const words = result.refusal === 'invalid' ? Object.entries(result.errors).map(([k, v]) => `${k}: ${v}`) : []
  throw new Refused(result.refusal === 'invalid' ? words.join(' ') : result.reason)
}
