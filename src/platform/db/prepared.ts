import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Statements met this often are worth keeping on the server. */
const often = 5

/** Kept statements a connection at most: each costs the server some memory. */
const most = 500

/**
 * Names statements that come again and again, so that each connection parses and plans them once. Answers undefined
 * for a statement that is still rare; for one with a `*`, whose columns a migration may change under a running
 * process; and for all further ones when enough are kept.
 */
export function statementNames(): (text: string) => string | undefined {
  const kept = new Map<string, string>()
  const met = new Map<string, number>()
  return (text) => {
    const name = kept.get(text)
    if (name !== undefined || kept.size >= most || text.includes('*')) return name
    const times = (met.get(text) ?? 0) + 1
    if (met.size > 10 * most) met.clear()
    met.set(text, times)
    if (times < often) return undefined
    met.delete(text)
    kept.set(text, `kentongan_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`)
    return kept.get(text)
  }
}

/** Lets all connections of a pool keep their frequent statements prepared. */
export function prepareFrequent(pool: pg.Pool): void {
  const nameOf = statementNames()
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown
    client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
      return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
    }) as typeof client.query
  })
}
