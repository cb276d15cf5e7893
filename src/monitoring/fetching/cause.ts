import type { Cause } from './outcome.ts'

const byCode: Record<string, Cause> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'own-network',
  EAI_NODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'own-network',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EPROTO: 'tls',
  EPRIVATE: 'private-address',
}

/** OpenSSL's verdicts on certificates, as Node names them, besides those that begin with ERR_TLS_ and ERR_SSL_. */
const tls = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA)/

/** Sorts a thrown error of a fetch into the few causes that people can act on; looks through causes and aggregates. */
export function causeOf(error: unknown): { cause: Cause; detail: string } {
  const chain = causes(error)
  for (const { name, code, message } of chain) {
    if (name === 'TimeoutError' || name === 'AbortError') return { cause: 'timeout', detail: 'no full answer in time' }
    const cause = tls.test(code) ? 'tls' : byCode[code]
    if (cause) return { cause, detail: `${code}: ${message}`.slice(0, 200) }
  }
  const [first] = chain
  return { cause: 'protocol', detail: `${first?.code || first?.name}: ${first?.message}`.slice(0, 200) }
}

function causes(error: unknown): { name: string; code: string; message: string }[] {
  if (!(error instanceof Error)) return [{ name: 'Error', code: '', message: String(error) }]
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const inner = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause]
  return [...inner.flatMap(causes), { name: error.name, code, message: error.message }]
}
