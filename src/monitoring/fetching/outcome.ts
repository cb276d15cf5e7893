/**
 * Why a site gave no answer. The last three are ours, not the site's: our resolver or network failed, or nothing was
 * asked at all.
 */
export type Cause =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'redirects'
  | 'protocol'
  | 'own-network'
  | 'private-address'
  | 'bad-address'

export interface Certificate {
  validTo: Date
  issuer: string
}

export interface Answered {
  kind: 'answered'
  /** The address that answered, after redirects. */
  url: string
  status: number
  /** Lower-case names; repeated headers joined by a comma. */
  headers: Record<string, string>
  /** Text without NUL; at most 2 MB of it. Empty for 304. */
  body: string
  /** The body was longer than we are willing to read. */
  truncated: boolean
  ms: number
  fetchedAt: Date
  /** Of the last TLS connection; null over plain http. */
  certificate: Certificate | null
}

export interface Unreachable {
  kind: 'unreachable'
  url: string
  cause: Cause
  /** The technical reason, for the evidence list. */
  detail: string
  ms: number
  fetchedAt: Date
}

/** What asking one address gave. Unreachable is an answer of its own and never means "stale". */
export type Outcome = Answered | Unreachable

export const isPage = (outcome: Outcome | null | undefined): outcome is Answered =>
  outcome?.kind === 'answered' && outcome.status >= 200 && outcome.status < 300
