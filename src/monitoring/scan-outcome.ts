import type { ScanOutcome } from './availability.ts'
import type { Visit } from './visit-site.ts'

export interface Reached {
  outcome: ScanOutcome
  /** Why not `up`; null when it is. */
  cause: string | null
  /** The technical words behind the cause. */
  detail: string | null
  httpStatus: number | null
  ms: number | null
}

const ours: readonly string[] = ['own-network', 'private-address', 'bad-address']

/**
 * Whether the site lives. Not knowing is a result: our own network, a robots.txt that sends us away and a wall
 * against robots say nothing about what citizens see. Pure.
 */
export function reached({ home }: Visit): Reached {
  if (!home) return { outcome: 'unknown', cause: 'robots', detail: null, httpStatus: null, ms: null }
  if (home.kind === 'unreachable') {
    const { cause, detail, ms } = home
    return { outcome: ours.includes(cause) ? 'unknown' : 'down', cause, detail, httpStatus: null, ms }
  }
  const at = { detail: null, httpStatus: home.status, ms: home.ms }
  const challenged =
    home.headers['cf-mitigated'] === 'challenge' || /just a moment\.\.\./i.test(home.body.slice(0, 5000))
  if ([401, 403, 429].includes(home.status) || (home.status === 503 && challenged))
    return { outcome: 'unknown', cause: 'bot-wall', ...at }
  if (home.status < 200 || home.status >= 300) return { outcome: 'down', cause: `http-${home.status}`, ...at }
  if (home.body.trim() === '') return { outcome: 'down', cause: 'empty', ...at }
  return { outcome: 'up', cause: null, ...at }
}

const words: Record<string, string> = {
  robots: 'robots.txt situs meminta pemantau tidak masuk',
  dns: 'nama domain tidak ditemukan',
  refused: 'server menolak sambungan',
  reset: 'sambungan diputus server',
  timeout: 'server tidak menjawab pada waktunya',
  tls: 'sertifikat atau sambungan https bermasalah',
  redirects: 'alamat dialihkan berputar-putar',
  protocol: 'jawaban server tidak dapat dibaca',
  empty: 'server menjawab dengan halaman kosong',
  'own-network': 'jaringan pemantau sendiri sedang terganggu',
  'private-address': 'alamat ini bukan alamat internet umum, jadi tidak dibuka',
  'bad-address': 'alamat situs salah tulis',
  'bot-wall': 'situs menutup diri dari pemantau otomatis',
  failed: 'pemindaian terhenti di tengah jalan',
}

/** A cause in Indonesian. */
export const causeWords = (cause: string): string =>
  words[cause] ?? (cause.startsWith('http-') ? `server menjawab dengan galat ${cause.slice(5)}` : cause)
