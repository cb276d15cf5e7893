import { Agent, buildConnector, type Dispatcher, request } from 'undici'
import { causeOf } from './cause.ts'
import type { Certificate, Outcome } from './outcome.ts'
import { lookupPublic, refusePrivateLiteral } from './public-address.ts'
import { decodeText, readBody } from './read-body.ts'

/** How we introduce ourselves, and by which name robots.txt may address us. */
export const userAgent = 'KentonganMonitor/1 (pemantau situs perangkat daerah; membaca beberapa halaman tiap 6 jam)'

const maxBytes = 2_000_000
const maxRedirects = 5

/** Makes the server send nothing (304) when its page is the one we know. */
export interface Conditions {
  etag?: string
  lastModified?: string
}

/** Asks one address. Never throws: what went wrong is an outcome. */
export type FetchPage = (url: string, conditions?: Conditions) => Promise<Outcome>

export interface FetchSettings {
  /** Private and loopback addresses too: the example city and tests only. */
  allowPrivate: boolean
  clock: () => Date
  /** For the whole answer, redirects and body included. Milliseconds. */
  timeout?: number
}

/** Opens connections of its own, at most one per host; call `close` when done. */
export function openFetcher(settings: FetchSettings): { fetchPage: FetchPage; close: () => Promise<void> } {
  const certificates = new Map<string, Certificate>()
  const agent = new Agent({ connect: connector(settings.allowPrivate, certificates), connections: 1, pipelining: 1 })

  async function fetchPage(url: string, conditions: Conditions = {}): Promise<Outcome> {
    const started = performance.now()
    const ends = () => ({ ms: Math.round(performance.now() - started), fetchedAt: settings.clock() })
    try {
      const signal = AbortSignal.timeout(settings.timeout ?? 15_000)
      const answer = await follow(agent, url, conditions, signal)
      if (typeof answer === 'string') return { kind: 'unreachable', url, cause: 'redirects', detail: answer, ...ends() }
      const certificate = answer.url.startsWith('https:') ? certificates.get(new URL(answer.url).hostname) : undefined
      return { kind: 'answered', ...answer, certificate: certificate ?? null, ...ends() }
    } catch (error) {
      if (error instanceof TypeError && 'code' in error && error.code === 'ERR_INVALID_URL')
        return { kind: 'unreachable', url, cause: 'bad-address', detail: 'not an http address', ...ends() }
      return { kind: 'unreachable', url, ...causeOf(error), ...ends() }
    }
  }
  return { fetchPage, close: () => agent.destroy() }
}

async function follow(agent: Dispatcher, address: string, conditions: Conditions, signal: AbortSignal) {
  let url = webAddress(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const answer = await request(url, { dispatcher: agent, signal, headers: headersOf(conditions) })
    const headers = flat(answer.headers)
    const to = answer.statusCode >= 300 && answer.statusCode < 400 ? headers.location : undefined
    if (to === undefined || answer.statusCode === 304) {
      const { bytes, truncated } = await readBody(answer.body, headers['content-encoding'] ?? '', maxBytes)
      const body = decodeText(bytes, headers['content-type'] ?? '')
      return { url: url.href, status: answer.statusCode, headers, body, truncated }
    }
    answer.body.on('error', () => {}).destroy()
    url = webAddress(to, url)
  }
  return `more than ${maxRedirects} redirects, the last to ${url.href}`.slice(0, 200)
}

function webAddress(address: string, from?: URL): URL {
  const url = new URL(address, from)
  if (url.protocol === 'http:' || url.protocol === 'https:') return url
  throw Object.assign(new TypeError(`${url.protocol} is not http`), { code: 'ERR_INVALID_URL' })
}

function headersOf({ etag, lastModified }: Conditions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5',
    'accept-language': 'id',
    'accept-encoding': 'gzip, br, deflate',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]))

/** Checks each address at the moment of connecting, and keeps what the TLS handshake said of the certificate. */
function connector(allowPrivate: boolean, certificates: Map<string, Certificate>): buildConnector.connector {
  const connect = buildConnector({ allowH2: false, timeout: 10_000, ...(allowPrivate ? {} : { lookup: lookupPublic }) })
  return (options, callback) => {
    try {
      if (!allowPrivate) refusePrivateLiteral(options.hostname)
    } catch (error) {
      return callback(error as Error, null)
    }
    connect(options, (...result) => {
      const [, socket] = result
      if (socket && 'getPeerCertificate' in socket) {
        const { valid_to, issuer } = socket.getPeerCertificate()
        if (valid_to) certificates.set(options.hostname, { validTo: new Date(valid_to), issuer: nameOf(issuer) })
      }
      callback(...result)
    })
  }
}

const nameOf = (issuer: { O?: string | string[]; CN?: string | string[] }): string =>
  [issuer.O ?? issuer.CN ?? ''].flat().join(', ')
