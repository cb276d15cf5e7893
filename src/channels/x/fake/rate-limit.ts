import { type Answer, problem } from './answer.ts'

const quarter = 15 * 60_000

interface Window {
  used: number
  resets: number
}

/** Counts calls per user and path pattern in windows of 15 minutes, as X does. */
export function rateLimits(): (
  key: string,
  limit: number,
  now: Date,
) => { headers: Record<string, string>; over: Answer | undefined } {
  const windows = new Map<string, Window>()
  return (key, limit, now) => {
    const found = windows.get(key)
    const window = found && found.resets > now.getTime() ? found : { used: 0, resets: now.getTime() + quarter }
    const over = window.used >= limit
    if (!over) window.used += 1
    windows.set(key, window)
    const headers = {
      'x-rate-limit-limit': String(limit),
      'x-rate-limit-remaining': String(limit - window.used),
      'x-rate-limit-reset': String(Math.ceil(window.resets / 1000)),
    }
    return { headers, over: over ? problem(429) : undefined }
  }
}
