/** A window as an answer of X told it. */
export interface ToldLimit {
  /** `quarter`: 15 minutes, of the token that asked. `day`: 24 hours, of the whole app. */
  window: 'quarter' | 'day'
  allowed: number
  remaining: number
  /** When it opens again, by our clock. */
  resetsAt: Date
}

type Header = (name: string) => string | null

/** X's clock may be minutes away from ours: what counts is how long it is from its `date` to the reset it names. */
export function resetInstant(header: Header, name: string, now: Date): Date | null {
  const reset = Number(header(name))
  if (!(reset > 0)) return null
  const date = header('date') ?? ''
  const theirs = date.endsWith('GMT') ? Date.parse(date) : Number.NaN
  const wait = reset * 1000 - (Number.isNaN(theirs) ? now.getTime() : theirs)
  return wait > 0 ? new Date(now.getTime() + wait) : null
}

const windows = [
  ['quarter', 'x-rate-limit'],
  ['day', 'x-app-limit-24hour'],
] as const

/** What the headers of an answer say about windows. */
export function toldLimits(header: Header, now: Date): ToldLimit[] {
  return windows.flatMap(([window, prefix]) => {
    const remaining = header(`${prefix}-remaining`)
    const resetsAt = resetInstant(header, `${prefix}-reset`, now)
    if (remaining === null || !/^\d+$/.test(remaining) || resetsAt === null) return []
    return [{ window, allowed: Number(header(`${prefix}-limit`)) || 0, remaining: Number(remaining), resetsAt }]
  })
}
