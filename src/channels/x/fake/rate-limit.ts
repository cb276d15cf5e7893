import { type Answer, problem } from './answer.ts'

const quarter = 15 * 60_000
const day = 86_400_000

interface Window {
  used: number
  resets: number
}

/** What a call counts against. */
export interface Limits {
  /** Whose window of 15 minutes: a user's, or the app's when it asks with its own token. */
  who: string
  limit: number
  /** Calls of the whole app within 24 hours. */
  appPerDay?: number | undefined
}

export interface Counted {
  headers: Record<string, string>
  over: Answer | undefined
}

/** Counts calls per path pattern in windows of 15 minutes and of a day, as X does, and says so in headers. */
export function rateLimits(): (call: string, limits: Limits, now: Date) => Counted {
  const windows = new Map<string, Window>()
  const open = (key: string, length: number, now: Date): Window => {
    const found = windows.get(key)
    const window = found && found.resets > now.getTime() ? found : { used: 0, resets: now.getTime() + length }
    windows.set(key, window)
    return window
  }
  return (call, { who, limit, appPerDay }, now) => {
    const counted = [{ window: open(`${who} ${call}`, quarter, now), limit, prefix: 'x-rate-limit' }]
    if (appPerDay !== undefined)
      counted.push({ window: open(`app ${call}`, day, now), limit: appPerDay, prefix: 'x-app-limit-24hour' })
    const over = counted.some(({ window, limit }) => window.used >= limit)
    if (!over) for (const { window } of counted) window.used += 1
    const headers = Object.fromEntries(
      counted.flatMap(({ window, limit, prefix }) => [
        [`${prefix}-limit`, String(limit)],
        [`${prefix}-remaining`, String(limit - window.used)],
        [`${prefix}-reset`, String(Math.ceil(window.resets / 1000))],
      ]),
    )
    return { headers, over: over ? problem(429) : undefined }
  }
}
