import type { Config } from '../../platform/config.ts'
import type { XConnection } from './call-x.ts'

/** The connection the configuration describes; null: the adapter is off, nothing is ever called. */
export function connectionOf(config: Config['x'], clock: () => Date): XConnection | null {
  const { clientId, clientSecret } = config
  if (clientId === null || clientSecret === null) return null
  const { apiUrl, authorizeUrl, tokenUrl } = config
  return { apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, dialect: 'old', timeoutMs: 15_000, fetch, clock }
}

/** The same against a server that stands in for all three of X's addresses. */
export const connectionTo = (url: string, client: { id: string; secret: string }, clock: () => Date): XConnection => ({
  apiUrl: url,
  authorizeUrl: `${url}/i/oauth2/authorize`,
  tokenUrl: `${url}/2/oauth2/token`,
  clientId: client.id,
  clientSecret: client.secret,
  dialect: 'old',
  timeoutMs: 15_000,
  fetch,
  clock,
})
